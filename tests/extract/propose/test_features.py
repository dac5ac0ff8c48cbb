"""What is told of words beside their spelling, and how they stand to a trigger."""

import pytest

from kg.extract.propose.features import Ways
from kg.extract.propose.features import sheet as sheet_of
from kg.extract.propose.lexical import LexicalReading
from tests.extract.contexts import context
from tests.extract.propose.sheets import proposal, sheet

TEXT = (
    "Peru sends troops\n\nPeru sent 300 troops to Chile. "
    "“We deny that we have ever asked for them,” Bolivia said, calling it a “hoax”."
)


@pytest.fixture(scope="module")
def made():
    read = context(TEXT)
    return sheet_of(read, [one.proposal for one in LexicalReading(context(TEXT)).run()])


def features(made, word, nth=0):
    places = [n for n, text in enumerate(made.texts) if text == word]
    return set(made.features[places[nth]])


def test_white_space_is_no_word_and_offsets_are_those_of_the_text(made):
    assert [TEXT[start:end] for start, end in made.spans] == list(made.texts)
    assert "".join(made.texts) == "".join(TEXT.split())
    assert made.tokens[:4] == (0, 1, 2, 4)  # the blank line is token 3
    rows = (made.tokens, made.spans, made.sentences, made.heads, made.labels, made.features)
    assert {len(row) for row in (*rows, made.parties)} == {len(made.texts)}


def test_heads_are_numbers_of_words(made):
    sent = made.texts.index("sent")
    assert made.heads[sent] == sent
    assert made.heads[sent - 1] == sent
    assert made.sentences[sent] < made.sentences[made.texts.index("Bolivia")]


def test_names_and_types_are_told(made):
    assert {"pos PROPN", "capital", "form name", "agent State", "own"} <= features(made, "Chile")
    assert {"type force", "agent Group"} <= features(made, "troops", 1)
    assert made.parties[made.texts.index("Chile")] == {"CHL"}
    assert made.parties[made.texts.index("300")] == frozenset()


def test_the_lexicon_is_told(made):
    assert {"lexicon Deployment", "drafted Deployment", "drafted asserts", "drafted positive"} <= (
        features(made, "sent")
    )
    assert "cue say" in features(made, "said")
    assert "cue deny" in features(made, "deny")
    assert not any(f.startswith("drafted") for f in features(made, "300"))


def test_quotes_pronouns_and_headlines_are_told(made):
    assert "quoted" in features(made, "deny")
    assert not {"quoted"} & (features(made, "said") | features(made, "hoax"))
    assert "pronoun first" in features(made, "We")
    assert made.parties[made.texts.index("We")] == {"BOL"}
    assert "headline" in features(made, "sends")
    assert "headline" not in features(made, "sent")


def test_the_same_text_gives_the_same_sheet(made):
    again = sheet_of(context(TEXT), made.proposed)
    assert again == made


def test_an_article_without_words_has_an_empty_sheet():
    assert sheet_of(context(" \n "), []).texts == ()


#        0     1    2      3  4     5    6   7
FLAT = "Togo sent guards to Benin after war began"
HEADS = [1, 1, 1, 4, 2, 7, 7, 1]
LABELS = ["nsubj", "root", "obj", "case", "nmod", "mark", "nsubj", "advcl"]
WORDS = sheet(FLAT, "Niger fled", heads=[*HEADS, 9, 9], labels=[*LABELS, "nsubj", "root"])


def ways(trigger, word, words=WORDS):
    return set(Ways(words).features(trigger, word))


@pytest.mark.parametrize(
    ("trigger", "word", "told"),
    [
        (1, 1, {"away 0", "here", "up 0 down 0"}),
        (1, 0, {"away -1", "here", "up 0 down 1", "turn nsubj"}),
        (1, 4, {"away 3", "here", "up 0 down 2", "turn obj"}),
        (4, 1, {"away -3", "here", "up 2 down 0", "rise obj"}),
        (6, 3, {"away -3", "here", "up 2 down 3", "turn obj", "rise advcl"}),
        (1, 8, {"away 7", "after"}),
        (9, 0, {"away -9", "before"}),
    ],
    ids=["itself", "child", "grandchild", "above", "across", "sentence behind", "sentence before"],
)
def test_the_way_from_trigger_to_word(trigger, word, told):
    assert ways(trigger, word) == told


def test_far_words_and_deep_ways_are_not_told_apart():
    chain = sheet(" ".join("a" * 60), heads=[0, *range(59)])
    assert {"away 20", "up 0 down 4"} <= ways(0, 20, chain)
    assert ways(0, 20, chain) == ways(0, 50, chain)
    assert {"away -20", "up 4 down 0"} <= ways(50, 0, chain)


def test_heads_in_a_circle_end_somewhere():
    looped = sheet("a b c d", heads=[1, 0, 3, 2])
    assert {"up 1 down 0", "rise dep"} <= ways(0, 1, looped)
    assert ways(0, 2, looped) == {"away 2", "here"}


def test_what_the_lexicon_drafted_is_told():
    draft = proposal(
        trigger=11,
        roles={"claimant": ((14, 15),), "object": ((12, 14),)},
        by="lexicon",
        parties={"actor": frozenset({"TGO"}), "recipient": frozenset({"BEN"})},
    )
    words = sheet(
        "Togo sent guards to Benin", parties={0: "TGO", 4: "BEN"}, proposed=[draft],
        tokens=[10, 11, 12, 13, 14],
    )  # fmt: skip

    def drafted(trigger, word):
        return {f for f in ways(trigger, word, words) if f.startswith("drafted") or f == "party"}

    assert drafted(1, 0) == {"drafted actor", "party"}
    assert drafted(1, 2) == drafted(1, 3) == {"drafted object"}
    assert drafted(1, 4) == {"drafted recipient", "drafted claimant", "party"}
    assert drafted(1, 1) == set()
    assert drafted(2, 0) == {"party"}
