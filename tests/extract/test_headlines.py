"""Headlines in capitals, or with a capital to each word; every line is our own."""

from tests.extract.test_reader import (
    DENIES,
    ENDS,
    arms,
    attack,
    check,
    deployment,
    sanction,
    table,
)


@table(
    ("RWANDA SENDS 400 TROOPS TO MALI, KIGALI SAYS", deployment("RWA", "MLI", by="Rwanda")),
    ("OSLO SAYS CHAD ATTACKED MALI", attack("TCD", "MLI", by="Norway")),
    (
        "Kenya Denies Ugandan Troops Have Left Somalia",
        deployment("UGA", "SOM", by="Kenya", **DENIES, **ENDS),
    ),
    ("Chad Denies It Supplied Rifles to Niger", arms("TCD", "NER", by="Chad", **DENIES)),
    ("Canada Hits Serbian Firms With Sanctions Over Drones", sanction("CAN", "SRB")),
    ("Peru Sends Tanks to Bolivia After Border Clash", arms("PER", "BOL")),
)
def test_headlines(read, text, expected):
    check(read(text), expected)
