import json
from dataclasses import replace
from pathlib import Path

from kg.corpus.report import BuildReport, Unresolved, as_json, by_class, by_reader, unresolved
from kg.model import Agent, Corpus, Declined, Evidence, Unread
from tests.link.claims import AGENTS, claim

STRANGER = Agent("n:okwoga-a", "Person", "Zebediah Okwoga")
CLAIMS = (
    claim("a", 0, read_by=("lexicon",)),
    claim("a", 9, stance="denies", read_by=("lexicon", "taught")),
    claim("b", 0, event_class="Meeting", claimant=STRANGER.key, read_by=("taught",)),
)
CORPUS = Corpus((), (*AGENTS, STRANGER), CLAIMS, (), (), ())


def test_claims_are_counted_by_class_and_stance_the_commonest_first():
    counts = by_class(CLAIMS)
    assert list(counts) == ["Deployment", "Meeting"]
    assert counts["Deployment"] == {"asserts": 1, "denies": 1}


def test_claims_are_counted_by_who_read_them():
    assert by_reader(CLAIMS) == {"lexicon": 1, "taught": 1, "both": 1}
    assert set(by_reader(()).values()) == {0}


def declined(article: str, words: str) -> Declined:
    return Declined(article, Evidence(words, 0, len(words)), "sent", "no actor")


def test_names_that_the_gazetteer_lacks_are_told_the_most_frequent_first():
    told = (
        declined("a", "On Monday the Zorblat Front sent tanks to Kenya."),
        declined("b", "Once more the Zorblat Front sent tanks."),
    )
    found = unresolved(replace(CORPUS, declined=told))
    assert found[0] == Unresolved("Zorblat Front", 2, 2)
    assert Unresolved("Zebediah Okwoga", 1, 1) in found
    assert not {"Kenya", "Monday"} & {one.mention for one in found}


def test_the_report_is_json_and_what_differs_from_run_to_run_stands_apart():
    unread = (Unread("a.pdf", "it is binary", "Give its text."),)
    one = BuildReport(Path("graph"), CORPUS, 1, unread, fresh=2, seconds={"reading": 0.12345})
    other = replace(one, fresh=0, seconds={})
    told, again = json.loads(as_json(one)), json.loads(as_json(other))
    assert told["claims"]["total"] == 3
    assert told["declined_inputs"][0]["reason"] == "it is binary"
    assert told.pop("run") == {
        "newly_read": 2,
        "dated_ahead": [],
        "seconds": {"reading": 0.123},
    }
    assert again.pop("run") != {} and told == again
