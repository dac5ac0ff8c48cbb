"""Descriptions of states and blocs, by mentions and trees by hand."""

from kg.extract.mentions.coreference import Antecedents, Mention
from kg.extract.mentions.epithets import Epithets
from kg.model import Agent
from tests.extract.handmade import known
from tests.extract.trees import parsed, word

TEXT = parsed(
    "Chad met Estonia . The Baltic state left the bloc .",
    "NNP VBD NNP . DT JJ NN VBD DT NN .",
    "1:nsubj 1:ROOT 1:obj 1:punct 6:det 6:amod 7:nsubj 7:ROOT 9:det 7:obj 7:punct",
)
CHAD, ESTONIA = (Agent(key, "State", key) for key in ("TCD", "EST"))
UNION = Agent("EU", "IntergovernmentalOrganization", "European Union")


def named(*agents: Agent) -> Antecedents:
    return Antecedents(TEXT, [Mention(2 * n, a) for n, a in enumerate(agents)], lambda a, b: True)


def test_a_state_is_meant_by_what_fits_it_alone():
    state = word(TEXT, "state")
    found = Epithets(known()).state(state, named(CHAD, ESTONIA), frozenset())
    assert found == ESTONIA
    assert Epithets(known()).state(state, named(CHAD), frozenset()) is None
    assert Epithets(known()).state(state, named(ESTONIA), frozenset({"EST"})) is None


def test_a_bloc_is_the_one_named_before():
    bloc = word(TEXT, "bloc")
    assert Epithets(known()).bloc(bloc, named(CHAD, UNION)) == "EU"
    assert Epithets(known()).blocs(bloc) and not Epithets(known()).blocs(word(TEXT, "state"))
