"""One event told in other ways, each of them a minimal pair. Every sentence is our own."""

from tests.extract.test_reader import (
    CONDITIONAL,
    POSSIBLE,
    aid,
    arms,
    attack,
    check,
    deployment,
    sanction,
    table,
)


@table(
    (
        "Kenya has exported rifles to Uganda since March, the monitoring group Oxfam reported.",
        arms("KEN", "UGA", by="Oxfam"),
    ),
    (
        "Chad has been hit with sanctions by France, the Straits Times reports.",
        sanction("FRA", "TCD", by="The Straits Times"),
    ),
)
def test_media_at_the_end(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Three hundred Kenyan troops were flown to eastern Congo on Monday.",
        deployment("KEN", "COD"),
    ),
    (
        "Were Ghana to attack Togo, Benin would send troops to Togo.",
        attack("GHA", "TGO", **CONDITIONAL),
        deployment("BEN", "TGO", **CONDITIONAL),
    ),
    (
        "Laos is weighing whether to renew aid to Nepal, a Lao envoy in Delhi told the Hindu.",
        aid("LAO", "NPL", by="Laotian envoy", **POSSIBLE),
    ),
)
def test_clauses_that_parse_badly(read, text, expected):
    check(read(text), expected)
