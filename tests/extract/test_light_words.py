"""Nouns and errands that carry an event: 'the lifting of sanctions', 'flew in for talks'."""

from tests.extract.test_reader import (
    ENDS,
    NEGATED,
    PLANNED,
    POSSIBLE,
    check,
    meeting,
    sanction,
    table,
)


@table(
    (
        "Peru condemned Iceland's imposition of sanctions on two Belarusian generals.",
        sanction("ISL", "BLR", by="Peru"),
    ),
    (
        "Brazil announced the lifting of sanctions against Togo.",
        sanction("BRA", "TGO", by="Brazil", **ENDS),
    ),
    (
        "Mexico called for an end to sanctions on Chad.",
        sanction("", "TCD", modality="possible", **ENDS),
    ),
    (
        "The Security Council voted on the lifting of the arms embargo on Eritrea.",
        sanction("UNSC", "ERI", modality="planned", **ENDS),
    ),
    (
        "Peru called for the resumption of talks between Chad and Niger.",
        meeting("NER|TCD", **POSSIBLE),
    ),
    (
        "The cancellation of a summit between Chad and Niger surprised Mali.",
        meeting("NER|TCD", **PLANNED, **NEGATED),
    ),
)
def test_light_nouns(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Canadian Prime Minister Justin Trudeau flew to Lima for talks with Peruvian"
        " President Pedro Castillo.",
        meeting("CAN|PER"),
    ),
    (
        "Peru's foreign minister Juan Soto will arrive on Monday for a three-day visit.",
        meeting("PER", **PLANNED),
    ),
    (
        "Zambian President Edgar Lungu is in the country for a state visit.",
        meeting("ZMB"),
    ),
    ("The singer arrived in Lima for a three-day visit.",),
)
def test_errands(read, text, expected):
    check(read(text), expected)
