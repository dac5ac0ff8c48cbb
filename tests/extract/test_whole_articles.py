"""What a sentence leaves to the rest of its article. Every text is our own."""

from tests.extract.test_reader import (
    DENIES,
    ENDS,
    ONGOING,
    PLANNED,
    POSSIBLE,
    agreement,
    attack,
    check,
    deployment,
    meeting,
    sanction,
    table,
)


@table(
    (
        "Drone strike on Tunisian base\n\nMorocco bombed a base in Tunisia on Monday.",
        attack("MAR", "TUN"),
        attack("MAR", "TUN"),
    ),
    (
        "Border deal reached\n\nFiji signed a border agreement with Tonga on Monday.",
        agreement("FJI|TON"),
        agreement("FJI|TON"),
    ),
    (
        "Kenya to send troops to Benin\n\nThe weather was fine.",
        deployment("KEN", "BEN", **PLANNED),
    ),
)
def test_headlines(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Belgium bombed a village in Chad. The attack was condemned by Niger.",
        attack("BEL", "TCD"),
        attack("BEL", "TCD", by="Niger"),
    ),
    (
        "Peru and Chile met in Lima on Monday. Bolivia joined the talks.",
        meeting("CHL|PER"),
        meeting("BOL|CHL|PER"),
    ),
    (
        "Fighter jets from Oman bombed a town in Sudan. Rebels killed six soldiers near the town.",
        attack("OMN", "SDN"),
        attack("Rebels", "SDN"),
    ),
    (
        "Uganda sent 200 soldiers to Togo. The soldiers left on Friday.",
        deployment("UGA", "TGO"),
        deployment("UGA", "TGO", **ENDS),
    ),
    (
        "Nepal said Bhutan had attacked it. Bhutan denied that its troops had attacked.",
        attack("BTN", "NPL", by="Nepal"),
        attack("BTN", "NPL", by="Bhutan", **DENIES),
    ),
)
def test_events_told_again(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Gunmen attacked a market in Kidu, Nigeria, on Monday. Rockets hit Kidu again on Friday.",
        attack("Gunmen", "NGA"),
        attack("", "NGA"),
    ),
    (
        "Two missiles hit a school in Mali's Tessit district. Rebels later attacked Tessit.",
        attack("", "MLI"),
        attack("Rebels", "MLI"),
    ),
)
def test_places_that_the_article_explains(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Kenya's army was ready. Kenya had sent troops to Somalia, said Col. John Otieno.",
        deployment("KEN", "SOM", by="John Otieno"),
    ),
    (
        "The government of Ghana was worried. Togo had sent troops to Benin, a spokesman said.",
        deployment("TGO", "BEN", by="Ghanaian spokesmen"),
    ),
    (
        "Togo sent troops to Benin, said Samuel Mensah, a Ghanaian general.",
        deployment("TGO", "BEN", by="Samuel Mensah"),
    ),
    (
        "Niger urged Angola to send troops to Gabon.",
        deployment("AGO", "GAB", by="Niger", **POSSIBLE),
    ),
    (
        "Niger called on Angola to send troops to Gabon.",
        deployment("AGO", "GAB", by="Niger", **POSSIBLE),
    ),
    (
        "Iceland imposed sanctions against officials in Belarus.",
        sanction("ISL", "BLR"),
    ),
    (
        "An airbase in Chad hosts 300 German troops.",
        deployment("DEU", "TCD", **ONGOING),
    ),
    (
        "Islamist rebels entered the capital of Mali.",
        attack("", "MLI"),
    ),
)
def test_who_and_where(read, text, expected):
    check(read(text), expected)
