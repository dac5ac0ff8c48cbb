"""Each repair on the misreading it is for, and on the right reading, which it leaves alone."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.language.repairs import repair
from tests.language.trees import arcs, tree

MISREAD = {
    "gerund as the subject of a passive": (
        "Arming rebels was ruled out",
        "VBG NNS VBD VBN RP",
        "3:advcl 0:obj 3:aux:pass 3:ROOT 3:compound:prt",
        "3:csubj:pass 0:obj 3:aux:pass 3:ROOT 3:compound:prt",
    ),
    "gerund as the subject of a verb": (
        "Arming rebels cost lives",
        "VBG NNS VBD NNS",
        "2:advcl 0:obj 2:ROOT 2:obj",
        "2:csubj 0:obj 2:ROOT 2:obj",
    ),
    "subject of a gerund, read as the topic": (
        "Fiji lied about Tonga attacking it",
        "NNP VBD IN NNP VBG PRP",
        "1:nsubj 1:ROOT 3:case 1:obl 1:advcl 4:obj",
        "1:nsubj 1:ROOT 4:mark 4:nsubj 1:advcl 4:obj",
    ),
    "content of a report, read as the sentence": (
        "Reports that Mali had shelled Niger proved false",
        "NNS IN NNP VBD VBN NNP VBD JJ",
        "4:nsubj 4:mark 4:nsubj 4:aux 4:ROOT 4:obj 4:xcomp 6:xcomp",
        "6:nsubj 4:mark 4:nsubj 4:aux 0:acl 4:obj 6:ROOT 6:xcomp",
    ),
    "report behind what it reports": (
        "Mali sent troops , Chad said",
        "NNP VBD NNS , NNP VBD",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:nsubj 1:parataxis",
        "1:nsubj 5:ccomp 1:obj 5:punct 5:nsubj 5:ROOT",
    ),
    "speaker beside the report": (
        "Mali sent troops , chief Keita , said",
        "NNP VBD NNS , NN NNP , VBD",
        "1:nsubj 1:ROOT 1:obj 4:punct 1:parataxis 4:appos 7:punct 1:parataxis",
        "1:nsubj 7:ccomp 1:obj 4:punct 7:nsubj 4:appos 7:punct 7:ROOT",
    ),
    "subject, read as part of a compound": (
        "Chad plans to leave Niger",
        "NNP VBZ TO VB NNP",
        "1:compound 1:ROOT 3:mark 1:xcomp 3:obj",
        "1:nsubj 1:ROOT 3:mark 1:xcomp 3:obj",
    ),
    "example of things, read as a circumstance": (
        "Chad weighs steps , including arming Niger",
        "NNP VBZ NNS , VBG VBG NNP",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:mark 1:advcl 5:obj",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:mark 2:acl 5:obj",
    ),
    "second word of a title, read as an adjective": (
        "The attorney general left Niger",
        "DT NN JJ VBD NNP",
        "1:det 3:nsubj 1:amod 3:ROOT 3:obj",
        "1:det 3:nsubj 1:flat 3:ROOT 3:obj",
    ),
    "second president, joined to the first one's state": (
        "Ruto of Kenya and Kagame of Rwanda met",
        "NNP IN NNP CC NNP IN NNP VBD",
        "7:nsubj 2:case 0:nmod 4:cc 2:conj 6:case 4:nmod 7:ROOT",
        "7:nsubj 2:case 0:nmod 4:cc 0:conj 6:case 4:nmod 7:ROOT",
    ),
    "preposition inside a name": (
        "Troops from Saudi Arabia left",
        "NNS IN JJ NNP VBD",
        "4:nsubj 2:case 3:amod 0:nmod 4:ROOT",
        "4:nsubj 3:case 3:amod 0:nmod 4:ROOT",
    ),
    "gerund that fills a noun": (
        "Egypt raised the option of supplying weapons to Niger",
        "NNP VBD DT NN IN VBG NNS IN NNP",
        "1:nsubj 1:ROOT 3:det 1:obj 6:case 6:amod 3:nmod 8:case 6:nmod",
        "1:nsubj 1:ROOT 3:det 1:obj 5:mark 3:acl 5:obj 8:case 5:obl",
    ),
    "gerund that fills a verb": (
        "Egypt considered supplying weapons",
        "NNP VBD VBG NNS",
        "1:nsubj 1:ROOT 3:amod 1:obj",
        "1:nsubj 1:ROOT 1:xcomp 2:obj",
    ),
    "what evidence tells": (
        "Egypt saw evidence that Turkey sent troops",
        "NNP VBD NN IN NNP VBD NNS",
        "1:nsubj 1:ROOT 1:obj 5:mark 5:nsubj 2:acl:relcl 5:obj",
        "1:nsubj 1:ROOT 1:obj 5:mark 5:nsubj 2:acl 5:obj",
    ),
    "clause after but": (
        "Egypt denied it , but Oman ratified pacts",
        "NNP VBD PRP , CC NNP VBD NNS",
        "1:nsubj 1:ROOT 1:obj 6:punct 6:cc 6:nsubj 1:ccomp 6:obj",
        "1:nsubj 1:ROOT 1:obj 6:punct 6:cc 6:nsubj 1:conj 6:obj",
    ),
    "finite verb after its subject": (
        "Warplanes bombed the port .",
        "NNS VBN DT NN .",
        "0:ROOT 0:acl 3:det 1:obj 0:punct",
        "1:nsubj 1:ROOT 3:det 1:obj 1:punct",
    ),
    "speaker at the end": (
        "Egypt sent aid through Mali , the minister said .",
        "NNP VBD NN IN NNP , DT NN VBD .",
        "1:nsubj 8:ccomp 1:obj 4:case 1:obl 7:punct 7:det 4:appos 8:ROOT 8:punct",
        "1:nsubj 8:ccomp 1:obj 4:case 1:obl 7:punct 7:det 8:nsubj 8:ROOT 8:punct",
    ),
    "what is weighed": (
        "Egypt weighs whether to send troops",
        "NNP VBZ IN TO VB NNS",
        "1:nsubj 1:ROOT 4:mark 4:mark 1:advcl 4:obj",
        "1:nsubj 1:ROOT 4:mark 4:mark 1:xcomp 4:obj",
    ),
    "clause behind an adverb of the verb": (
        "Egypt stopped short of sending troops",
        "NNP VBD JJ IN VBG NNS",
        "1:nsubj 1:ROOT 1:advmod 4:mark 2:advcl 4:obj",
        "1:nsubj 1:ROOT 1:compound:prt 4:mark 1:advcl 4:obj",
    ),
    "role and name": (
        "Its neighbour Mali left Niger",
        "PRP$ NN NNP VBD NNP",
        "1:nmod:poss 3:nsubj 3:nsubj 3:ROOT 3:obj",
        "1:nmod:poss 3:nsubj 1:appos 3:ROOT 3:obj",
    ),
    "name behind its role": (
        "Egypt met its neighbour , Mali .",
        "NNP VBD PRP$ NN , NNP .",
        "1:nsubj 1:ROOT 3:nmod:poss 1:obj 5:punct 1:vocative 1:punct",
        "1:nsubj 1:ROOT 3:nmod:poss 1:obj 5:punct 3:appos 1:punct",
    ),
    "speech that looks like a plural": (
        "Peru was hit , the Lima Star reports",
        "NNP VBD VBN , DT NNP NNP NNS",
        "2:nsubj:pass 2:aux:pass 2:ROOT 7:punct 7:det 6:compound 7:compound 2:parataxis",
        "2:nsubj:pass 2:aux:pass 7:ccomp 7:punct 6:det 6:compound 7:nsubj 7:ROOT",
    ),
    "speech that looks like a noun of its subject": (
        "The Peruvian police report that Chad hit Mali",
        "DT JJ NN NN IN NNP VBD NNP",
        "3:det 3:amod 3:compound 3:ROOT 6:mark 6:nsubj 3:acl 6:obj",
        "2:det 2:amod 3:nsubj 3:ROOT 6:mark 6:nsubj 3:ccomp 6:obj",
    ),
    "speech that looks like a noun, with a subject": (
        "Peru further states that Chad left",
        "NNP RB NNS IN NNP VBD",
        "2:nsubj 2:advmod 2:ROOT 5:mark 5:nsubj 2:ccomp",
        "2:nsubj 2:advmod 2:ROOT 5:mark 5:nsubj 2:ccomp",
    ),
    "condition told by word order": (
        "Were Chad to ask , Peru would help it",
        "VBD NNP TO VB , NNP MD VB PRP",
        "1:cop 7:advcl 3:mark 1:xcomp 1:punct 7:nsubj 7:aux 7:ROOT 7:obj",
        "3:aux 3:nsubj 3:mark 7:advcl 1:punct 7:nsubj 7:aux 7:ROOT 7:obj",
    ),
    "whether, before speech": (
        "Peru is weighing whether to help Chad , officials told Reuters",
        "NNP VBZ VBG IN TO VB NNP , NNS VBD NNP",
        "2:nsubj 2:aux 2:ROOT 9:mark 5:mark 9:advcl 5:obj 5:punct 9:nsubj 2:ccomp 9:iobj",
        "2:nsubj 2:aux 9:ccomp 5:mark 5:mark 2:xcomp 5:obj 5:punct 9:nsubj 9:ROOT 9:iobj",
    ),
    "preposition of a name of two words": (
        "Troops went to New Guinea",
        "NNS VBD IN NNP NNP",
        "1:nsubj 1:ROOT 3:case 4:amod 1:obl",
        "1:nsubj 1:ROOT 4:case 4:amod 1:obl",
    ),
    "what follows an insertion between dashes": (
        "Peru sent tanks -- a gift -- to Chile",
        "NNP VBD NNS : DT NN : IN NNP",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:det 1:parataxis 8:punct 8:case 5:nmod",
        "1:nsubj 1:ROOT 1:obj 5:punct 5:det 1:parataxis 8:punct 8:case 1:obl",
    ),
    "reflexive that owns nothing": (
        "She denied herself sugar",
        "PRP VBD PRP NN",
        "1:nsubj 1:ROOT 3:nmod:poss 1:obj",
        "1:nsubj 1:ROOT 1:iobj 1:obj",
    ),
}

RIGHT = {
    "a dash read as a noun": (
        "Talks in Chad - were long",
        "NNS IN NNP NN VBD JJ",
        "5:nsubj 2:case 0:nmod 5:nsubj 5:cop 5:ROOT",
    ),
    "who has sent": (
        "Soldiers sent letters to Fiji",
        "NNS VBD NNS IN NNP",
        "1:nsubj 1:ROOT 1:obj 4:case 1:obl",
    ),
    "one who has sent for another": (
        "Egypt sent for Omar",
        "NNP VBD IN NNP",
        "1:nsubj 1:ROOT 3:case 1:obl",
    ),
    "participle behind a noun": (
        "A frigate docked in Oman sank",
        "DT NN VBN IN NNP VBD",
        "1:det 5:nsubj 1:acl 4:case 2:obl 5:ROOT",
    ),
    "time of giving": (
        "Peru sold tanks to Chad two years ago",
        "NNP VBD NNS IN NNP CD NNS RB",
        "1:nsubj 1:ROOT 1:obj 4:case 1:obl 6:nummod 7:obl:unmarked 1:advmod",
    ),
    "plans of somebody": (
        "Peru sold plans to Chad",
        "NNP VBD NNS IN NNP",
        "1:nsubj 1:ROOT 1:obj 4:case 1:obl",
    ),
    "plural of what a name stands before": (
        "Peru read the Reuters reports",
        "NNP VBD DT NNP NNS",
        "1:nsubj 1:ROOT 4:det 4:compound 1:obj",
    ),
    "report of somebody": (
        "Peru 's report that Chad leaves",
        "NNP POS NN IN NNP VBZ",
        "2:nmod:poss 0:case 2:ROOT 5:mark 5:nsubj 2:acl",
    ),
    "claims that are read": (
        "Peru read army claims that Chad left",
        "NNP VBD NN NNS IN NNP VBD",
        "1:nsubj 1:ROOT 3:compound 1:obj 6:mark 6:nsubj 3:acl",
    ),
    "question with were": (
        "Were troops there in May",
        "VBD NNS RB IN NNP",
        "2:cop 2:nsubj 2:ROOT 4:case 2:obl",
    ),
    "relative clause at the end": (
        "Peru sold tanks that Chad ordered",
        "NNP VBD NNS WDT NNP VBD",
        "1:nsubj 1:ROOT 1:obj 5:obj 5:nsubj 2:acl:relcl",
    ),
    "participle that is an adjective": (
        "Egypt met with increasing resistance from Niger",
        "NNP VBD IN VBG NN IN NNP",
        "1:nsubj 1:ROOT 4:case 4:amod 1:obl 6:case 4:nmod",
    ),
    "participle behind a verb that takes no gerund": (
        "Egypt bought fighting ships",
        "NNP VBD VBG NNS",
        "1:nsubj 1:ROOT 3:amod 1:obj",
    ),
    "out of a place": (
        "Egypt moved out of Niger with troops to hold it",
        "NNP VBD IN IN NNP IN NNS TO VB PRP",
        "1:nsubj 1:ROOT 4:case 4:case 1:obl 6:case 1:obl 8:mark 6:acl 8:obj",
    ),
    "apposition before the verb of another": (
        "Mali , a neighbour , sent troops",
        "NNP , DT NN , VBD NNS",
        "5:nsubj 3:punct 3:det 0:appos 0:punct 5:ROOT 5:obj",
    ),
    "name and adjective under a verb": (
        "Egypt welcomed Mali trained troops",
        "NNP VBD NNP VBN NNS",
        "1:nsubj 1:ROOT 4:compound 4:amod 1:obj",
    ),
    "predicate of an object": (
        "Egypt called Mali a friend",
        "NNP VBD NNP DT NN",
        "1:nsubj 1:ROOT 1:obj 4:det 1:xcomp",
    ),
    "adjective after a determiner": (
        "Turkey sent the fighting men of Niger",
        "NNP VBD DT VBG NNS IN NNP",
        "1:nsubj 1:ROOT 4:det 4:amod 1:obj 6:case 4:nmod",
    ),
    "preposition that looks like a participle": (
        "Egypt met states including Niger",
        "NNP VBD NNS VBG NNP",
        "1:nsubj 1:ROOT 1:obj 4:case 2:nmod",
    ),
    "relative clause of people": (
        "Egypt told lawmakers that opposed it",
        "NNP VBD NNS WDT VBD PRP",
        "1:nsubj 1:ROOT 1:obj 4:nsubj 2:acl:relcl 4:obj",
    ),
    "relative clause with a subject of its own": (
        "Egypt saw troops that Turkey sent",
        "NNP VBD NNS WDT NNP VBD",
        "1:nsubj 1:ROOT 1:obj 5:obj 5:nsubj 2:acl:relcl",
    ),
    "possession of what is described": (
        "Turkey has the trained men",
        "NNP VBZ DT VBN NNS",
        "1:nsubj 1:ROOT 4:det 4:amod 1:obj",
    ),
    "two objects": (
        "Turkey provided aid and weapons",
        "NNP VBD NN CC NNS",
        "1:nsubj 1:ROOT 1:obj 4:cc 2:conj",
    ),
    "clause that is said": (
        "Egypt said Oman ratified pacts",
        "NNP VBD NNP VBD NNS",
        "1:nsubj 1:ROOT 3:nsubj 1:ccomp 3:obj",
    ),
    "participle without an object": (
        "Troops sent by Turkey",
        "NNS VBN IN NNP",
        "0:ROOT 0:acl 3:case 1:obl:agent",
    ),
    "gerund before a clause with a subject": (
        "Arming rebels Turkey left",
        "VBG NNS NNP VBD",
        "3:advcl 0:obj 3:nsubj 3:ROOT",
    ),
    "gerund set off by a comma": (
        "Arming rebels , left",
        "VBG NNS , VBD",
        "3:advcl 0:obj 3:punct 3:ROOT",
    ),
    "participle inside a clause": (
        "Warplanes bombed by Turkey left",
        "NNS VBN IN NNP VBD",
        "4:nsubj 0:acl 3:case 1:obl:agent 4:ROOT",
    ),
}


@pytest.mark.parametrize("name", MISREAD)
def test_a_misreading_is_mended(name):
    text, tags, wrong, right = MISREAD[name]
    assert arcs(repair(tree(text, tags, wrong))) == arcs(tree(text, tags, right))


@pytest.mark.parametrize("name", MISREAD)
def test_what_is_mended_stays_as_it_is(name):
    text, tags, _, right = MISREAD[name]
    assert arcs(repair(tree(text, tags, right))) == arcs(tree(text, tags, right))


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_reading_is_left_alone(name):
    text, tags, right = RIGHT[name]
    assert arcs(repair(tree(text, tags, right))) == arcs(tree(text, tags, right))


def test_other_schemes_are_left_alone():
    clear = tree(
        "Egypt considered supplying weapons", "NNP VBD VBG NNS", "1:nsubj 1:ROOT 3:amod 1:dobj"
    )
    before = arcs(clear)
    assert arcs(repair(clear)) == before


def test_a_repair_keeps_to_its_sentence():
    """The noun after the full stop is no object of the gerund before it."""
    doc = tree(
        "Egypt spoke of supplying . Weapons came to Niger",
        "NNP VBD IN VBG . NNS VBD IN NNP",
        "1:nsubj 1:ROOT 3:mark 1:advcl 1:punct 6:nsubj 6:ROOT 8:case 6:obl",
    )
    before = arcs(doc)
    assert arcs(repair(doc)) == before


TAGS = ["NN", "NNS", "NNP", "VB", "VBD", "VBN", "VBG", "VBZ", "IN", "CC", "RB", "PRP", ".", "JJ"]
LABELS = [
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "amod", "acl", "acl:relcl", "advcl",
    "ccomp", "xcomp", "conj", "cc", "mark", "case", "advmod", "punct", "parataxis", "compound",
]  # fmt: skip
WORDS = [",", "-", "that", "has", "Turkey", "and", "but", "troops", "sending", "sent", "of", "so"]


@st.composite
def heads(draw, start: int, stop: int, above: int | None = None) -> dict[int, int]:
    """A projective tree over the positions from `start` up to `stop`."""
    if start >= stop:
        return {}
    root = draw(st.integers(start, stop - 1))
    found = {root: root if above is None else above}
    found |= draw(heads(start, root, root))
    return found | draw(heads(root + 1, stop, root))


@st.composite
def trees(draw):
    size = draw(st.integers(2, 9))
    shape = draw(heads(0, size))
    pick = {"min_size": size, "max_size": size}
    words = draw(st.lists(st.sampled_from(WORDS), **pick))
    tags = draw(st.lists(st.sampled_from(TAGS), **pick))
    labels = draw(st.lists(st.sampled_from(LABELS), **pick))
    links = [f"{shape[i]}:{'ROOT' if shape[i] == i else labels[i]}" for i in range(size)]
    return " ".join(words), " ".join(tags), " ".join(links)


@settings(max_examples=300, deadline=None, database=None, derandomize=True)
@given(trees())
def test_a_repaired_tree_is_a_tree(given_tree):
    doc = tree(*given_tree)
    words = [token.text for token in doc]
    repair(doc)
    assert [token.text for token in doc] == words
    for token in doc:
        node, steps = token, 0
        while node.head != node:
            node, steps = node.head, steps + 1
            assert steps <= len(doc), f"a cycle through {token.text}: {arcs(doc)}"
        assert (token.head == token) == (token.dep_ == "ROOT")


@pytest.mark.parametrize(
    ("word", "tag", "verb"), [("reports", "NNS", "VBZ"), ("report", "NN", "VBP")]
)
def test_a_noun_read_as_speech_becomes_a_verb(word, tag, verb):
    arcs = "1:compound 1:ROOT 4:mark 4:nsubj 1:acl 4:obj"
    doc = repair(tree(f"Reuters {word} that Chad hit Mali", f"NNP {tag} IN NNP VBD NNP", arcs))
    assert (doc[1].tag_, doc[1].pos_, doc[1].lemma_) == (verb, "VERB", "report")
