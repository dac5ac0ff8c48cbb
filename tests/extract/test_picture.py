import pytest
import spacy
from spacy import displacy

from kg.extract import component
from kg.extract.picture import COLOURS, colours, picture, title
from kg.model import Agent, Claim, Evidence, Quantity, Reading

TEXT = "“<b>No</b>”: Eritrea denied sending 2,000 troops to Tigray, a spokesman said."
QUOTE = "Eritrea denied sending 2,000 troops to Tigray"
START = TEXT.index(QUOTE)
CLAIM = Claim(
    "c", "a", "Deployment", ("ERI",), ("ETH",), ("troops",), "ERI", "denies", "actual", False,
    "starts", Evidence(QUOTE, START, START + len(QUOTE)),
    Evidence("sending", TEXT.index("sending"), TEXT.index("sending") + 7),
    cue="denied", place="Tigray", quantity=Quantity(None, None, "troops", "", "2,000 troops"),
)  # fmt: skip
AGENTS = (Agent("ERI", "State", "Eritrea <x>"), Agent("ETH", "State", "Ethiopia"))


@pytest.fixture
def doc(monkeypatch):
    class One:
        def read(self, article):
            return Reading(article, (CLAIM,), (), AGENTS)

    monkeypatch.setattr(component, "_reader", lambda model: One())
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_claims")
    return nlp(TEXT)


def test_a_picture_shows_words_stance_and_slots(doc):
    drawn = picture(doc, doc._.claims[0])
    assert COLOURS["denies"] in drawn and "denies, actual" in drawn
    for label in ("Deployment", "cue", "figure", "place", "object"):
        assert label in drawn


def test_words_and_names_are_shown_and_never_obeyed(doc):
    drawn = picture(doc, doc._.claims[0])
    assert "<b>No" not in drawn and "<x>" not in drawn


def test_the_title_says_who_takes_which_stance_on_what():
    agents = {agent.key: agent for agent in AGENTS}
    assert title(CLAIM, agents) == "Eritrea <x>: denies Deployment: Eritrea <x> → Ethiopia (actual)"


def test_all_claims_are_drawn_by_the_view_of_spans(doc):
    options = colours(doc, "claims")
    assert options["colors"] == {"denies, actual": COLOURS["denies"]}
    assert COLOURS["denies"] in displacy.render(doc, style="span", jupyter=False, options=options)
