"""Turns of phrase that press and states' releases use daily; every sentence is our own."""

from tests.extract.test_reader import (
    DENIES,
    NEGATED,
    PLANNED,
    agreement,
    check,
    deployment,
    sanction,
    table,
)


@table(
    ("Armenia violated the ceasefire with Azerbaijan.", agreement("ARM|AZE", **NEGATED)),
    ("The truce was violated by Ethiopia within hours.", agreement("ETH", **NEGATED)),
    (
        "Sudan denied that it had breached the truce.",
        agreement("SDN", by="Sudan", **NEGATED, **DENIES),
    ),
    ("Qatar said Iran had not flouted the accord.", agreement("IRN", by="Qatar")),
    ("A breach of the ceasefire by Eritrea was reported.", agreement("ERI", **NEGATED)),
)
def test_who_breaks_an_agreement_does_not_keep_it(read, text, expected):
    check(read(text), expected)


@table(
    ("Norway took steps to impose sanctions on Belarus.", sanction("NOR", "BLR", **PLANNED)),
    (
        "Japan is taking further steps to deploy troops to Palau.",
        deployment("JPN", "PLW", **PLANNED),
    ),
    (
        "Canada has taken steps to impose visa restrictions on Georgian officials.",
        sanction("CAN", "GEO", **PLANNED),
    ),
)
def test_steps_to_do_something_are_a_plan(read, text, expected):
    check(read(text), expected)
