import tomllib
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

from kg.errors import InputError
from kg.extract import component
from kg.extract.component import make
from kg.model import Agent, Claim, Evidence, Reading

TEXT = (
    "Officials said so.  Eritrea  denied sending\ntroops — “again”, it said. 🙂 Eritrea denied it."
)
ROOT = Path(__file__).parents[2]


class Denials:
    """Finds every "Eritrea denied ..." up to the next stop; keeps what it was given."""

    def __init__(self):
        self.articles = []

    def read(self, article):
        self.articles.append(article)
        claims, at = [], article.text.find("Eritrea")
        while at >= 0:
            end = article.text.find(".", at) + 1 or len(article.text)
            claims.append(_claim(article.text, article.name, at, end))
            at = article.text.find("Eritrea", end)
        agents = (Agent("ERI", "State", "Eritrea", iso3="ERI"),)
        return Reading(article, tuple(claims), (), agents)


def _claim(text, name, start, end):
    words = Evidence(text[start:end], start, end)
    return Claim(f"c{start}", name, "Deployment", ("ERI",), (), ("troops",), "ERI", "denies",
                 "actual", False, "starts", words, words, cue="denied")  # fmt: skip


@pytest.fixture
def denials(monkeypatch):
    reader = Denials()
    monkeypatch.setattr(component, "_reader", lambda model: reader)
    return reader


@pytest.fixture
def nlp(denials):
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_claims", config={"published": "2021-03-02"})
    return nlp


def test_the_entry_point_leads_to_the_factory():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["kg_claims"].partition(":")
    assert getattr(import_module(module), name) is make


def test_claims_point_into_the_text(nlp):
    doc = nlp(TEXT)
    assert [claim.stance for claim in doc._.claims] == ["denies", "denies"]
    for claim in doc._.claims:
        assert doc.text[claim.evidence.start : claim.evidence.end] == claim.evidence.quote
    assert doc._.claim_agents["ERI"].label == "Eritrea"


def test_spans_hold_their_tokens_with_stance_and_modality(nlp):
    doc = nlp(TEXT)
    first, second = doc.spans["claims"]
    assert first.label_ == second.label_ == "denies, actual"
    assert first.text.startswith("Eritrea  denied sending\ntroops")
    assert second.text == "Eritrea denied it."


def test_another_key_for_the_spans(denials):
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_claims", config={"spans_key": "who"})
    doc = nlp(TEXT)
    assert len(doc.spans["who"]) == 2


@pytest.mark.parametrize("language", ["en", "xx"])
def test_it_stands_in_any_pipeline(denials, language):
    nlp = spacy.blank(language)
    nlp.add_pipe("kg_claims")
    nlp.add_pipe("sentencizer", first=True)
    assert [len(doc._.claims) for doc in nlp.pipe([TEXT, "", "Nothing."])] == [2, 0, 0]


def test_the_day_of_a_text_goes_before_that_of_the_pipeline(nlp, denials):
    doc = nlp.make_doc(TEXT)
    doc._.published = date(2022, 1, 2)
    nlp(doc)
    nlp(TEXT)
    assert [article.published for article in denials.articles] == [
        date(2022, 1, 2),
        date(2021, 3, 2),
    ]


def test_a_day_that_is_none_is_told(nlp, denials):
    doc = nlp.make_doc(TEXT)
    doc._.published = "yesterday"
    with pytest.raises(InputError, match="a date as 2024-10-24"):
        nlp(doc)
    with pytest.raises(InputError):
        spacy.blank("en").add_pipe("kg_claims", config={"published": "2021"})


def test_the_pipeline_is_written_and_loaded_with_its_settings(nlp, tmp_path):
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert again.config["components"]["kg_claims"]["published"] == "2021-03-02"
    assert again(TEXT)._.claims == nlp(TEXT)._.claims


def test_a_doc_keeps_its_claims_when_it_is_stored(nlp):
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.claims == doc._.claims and again._.claim_agents == doc._.claim_agents


def test_a_doc_that_was_not_read_claims_nothing():
    doc = spacy.blank("en")(TEXT)
    assert doc._.claims == () and dict(doc._.claim_agents) == {}


def test_the_same_text_has_the_same_name_and_another_text_another(nlp, denials):
    nlp(TEXT), nlp(TEXT), nlp("Eritrea denied it.")
    one, two, other = (article.name for article in denials.articles)
    assert one == two != other


def test_the_claims_are_those_of_a_build(read):
    """By the real reader, with its parse of its own, in a pipeline that has none."""
    component._reader.cache_clear()
    text = "Ethiopia said that Eritrea had sent troops to Tigray. Eritrea denied it."
    nlp = spacy.blank("en")
    nlp.add_pipe("kg_claims")
    claims = nlp(text)._.claims
    assert {(claim.stance, claim.claimant) for claim in claims} >= {
        ("asserts", "ETH"),
        ("denies", "ERI"),
    }
    found = {(claim.stance, claim.evidence) for claim in read(text).claims}
    assert found & {(claim.stance, claim.evidence) for claim in claims}
