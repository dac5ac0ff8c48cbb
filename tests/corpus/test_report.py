import json
from dataclasses import replace
from pathlib import Path

from kg.corpus.report import BuildReport, Unresolved, as_json, by_class, by_reader, unresolved
from kg.model import Agent, Article, Corpus, Declined, Evidence, Unread
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


def test_names_are_told_of_sentences_that_gave_a_claim():
    words = "The Zorblat Front and the Quexen militia shelled Kenya on Monday, they said."
    quoted = replace(CLAIMS[0], evidence=Evidence(words, 40, 40 + len(words)))
    twice = replace(CLAIMS[1], evidence=Evidence(words[22:], 62, 40 + len(words)))
    alone = replace(CLAIMS[0], evidence=Evidence("Zorblat Front fighters were shelled.", 300, 336))
    found = unresolved(replace(CORPUS, claims=(quoted, twice, alone)))
    assert found == (Unresolved("Zorblat Front", 2, 1), Unresolved("Quexen", 1, 1))


def test_whoever_the_words_of_a_claim_leave_out_is_looked_for_in_its_sentence():
    text = (
        "Ann slept.\nThe Ndoki Front shelled Kenya. Drelnov Industries bought the guns. Zork fell."
    )
    spans = [(text.index(words), words) for words in ("shelled Kenya", "bought the guns")]
    told = tuple(replace(CLAIMS[0], evidence=Evidence(w, at, at + len(w))) for at, w in spans)
    found = unresolved(replace(CORPUS, articles=(Article("a", text),), claims=told))
    assert {one.mention for one in found} == {"Drelnov Industries", "Ndoki Front"}


def test_a_word_of_a_listed_name_is_not_unlisted():
    words = "Once more the North shelled Zorbia, on the Korean side of the line."
    told = replace(CLAIMS[0], evidence=Evidence(words, 0, len(words)))
    assert unresolved(replace(CORPUS, claims=(told,))) == (Unresolved("Zorbia", 1, 1),)


def test_whom_claims_name_is_counted_once_and_a_headline_not():
    by = "On Monday Zebediah Okwoga met the Kenyan and Malian foreign ministers, as Okwoga said."
    title = "Front Shells Kenyan Army Camp With Quexen Rockets In Night Raid"
    told = (
        replace(CLAIMS[2], evidence=Evidence(by, 0, len(by))),
        replace(CLAIMS[0], evidence=Evidence(title, 90, 90 + len(title))),
    )
    found = unresolved(replace(CORPUS, claims=told))
    assert found == (Unresolved("Zebediah Okwoga", 1, 1),)


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
