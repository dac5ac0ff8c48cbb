"""Words of sending and giving: troops, arms, know-how and aid; every sentence is our own."""

import pytest

from tests.extract.test_reader import (
    ENDS,
    NEGATED,
    ONGOING,
    PLANNED,
    agreement,
    aid,
    arms,
    check,
    deployment,
    table,
    technology,
)


@table(
    ("Belgian paratroops landed in the Solomon Islands.", deployment("BEL", "SLB")),
    ("American military advisers flew to Guyana on Monday.", deployment("USA", "GUY")),
    ("Ghanaian troops are headed for Liberia.", deployment("GHA", "LBR")),
    ("As many as 800 Dutch marines were deployed to Chad.", deployment("NLD", "TCD")),
    ("Some 700 to 900 Dutch soldiers are based in Chad.", deployment("NLD", "TCD", **ONGOING)),
    ("The frigate HMCS Halifax arrived in Estonia.", deployment("CAN", "EST")),
    ("Reinforcements from Saudi Arabia reached Yemen.", deployment("SAU", "YEM")),
    (
        "Austria chose talks rather than sending troops to Mali.",
        deployment("AUT", "MLI", **NEGATED),
    ),
    ("Instead of sending troops, Austria paid Mali.", deployment("AUT", "", **NEGATED)),
    (
        "France has 900 soldiers in Gabon. Gabon welcomed the withdrawal.",
        deployment("FRA", "GAB", **ONGOING),
        deployment("FRA", "GAB", by="Gabon", **ENDS),
    ),
    ("Australia ruled out ground troops in Iraq.", deployment("AUS", "IRQ", **NEGATED)),
    ("Ethiopian peacekeepers took up positions in Sudan.", deployment("ETH", "SDN")),
    ("Canadian reinforcements poured into Latvia.", deployment("CAN", "LVA")),
    ("Togo sent 40 marines to fight in Mali.", deployment("TGO", "MLI")),
    ("Some 400 Danish soldiers were sent to Niger to fight rebels.", deployment("DNK", "NER")),
    (
        "Oslo approved the deployment of 150 soldiers to Chad to aid Niger.",
        deployment("NOR", "TCD", **PLANNED),
    ),
    ("Fiji put boots on the ground in Vanuatu.", deployment("FJI", "VUT")),
    ("Senegal deployed more military assets to Guinea-Bissau.", deployment("SEN", "GNB")),
    ("Chile redeployed a company of infantry to Peru.", deployment("CHL", "PER")),
    ("Brazil sent ten armoured vehicles to the border.", deployment("BRA", "")),
    ("Italy maintains a frigate in Lebanon.", deployment("ITA", "LBN", **ONGOING)),
    ("Canadian peacekeepers are out of Bosnia.", deployment("CAN", "BIH", **ENDS)),
    ("The last Canadian peacekeepers headed home.", deployment("CAN", "", **ENDS)),
    ("Austria is downsizing its force in Cyprus.", deployment("AUT", "CYP", **ENDS)),
    ("The Indian navy increased its presence in Oman.", deployment("IND", "OMN")),
    ("Ghana's troop commitment to Mali was announced.", deployment("GHA", "MLI", **PLANNED)),
    ("Togo deployed 300 soldiers to aid Benin.", deployment("TGO", "BEN")),
)
def test_deployments(read, text, expected):
    check(read(text), expected)


@table(
    ("The first German howitzers have arrived in Moldova.", arms("DEU", "MDA")),
    ("Togo's new rifles were imported from Brazil and Chile.", arms("BRA|CHL", "TGO")),
    ("Sweden approved arms export licences for Oman.", arms("SWE", "OMN", **PLANNED)),
    ("Austria revoked weapons licences for Oman.", arms("AUT", "OMN", **NEGATED)),
    ("China delivered the first of 16 howitzers to Laos.", arms("CHN", "LAO")),
    ("Iranian drones were delivered to Sudan.", arms("IRN", "SDN")),
    (
        "Latvia signed a contract to buy Danish missiles.",
        arms("DNK", "LVA", **PLANNED),
        agreement("LVA"),
    ),
    ("India presented a helicopter to the Maldives.", arms("IND", "MDV")),
)
def test_arms(read, text, expected):
    check(read(text), expected)


@table(
    ("Pakistan aided Libya's nuclear programme.", technology("PAK", "LBY")),
    ("Pakistan gave Syria designs for centrifuges.", technology("PAK", "SYR")),
    ("Syria acquired missile technology.", technology("", "SYR")),
)
def test_know_how(read, text, expected):
    check(read(text), expected)


@table(
    ("Six aid flights arrived in Nepal.", aid("", "NPL")),
    ("Turkish relief supplies reached Somalia.", aid("TUR", "SOM")),
    ("Italy provided blankets for victims in Albania.", aid("ITA", "ALB")),
    ("Danish blankets were flown to Nepal.", aid("DNK", "NPL")),
    ("Japan's gift of ambulances to Fiji arrived.", aid("JPN", "FJI")),
    ("Denmark sent shelter kits to Tonga.", aid("DNK", "TON")),
    ("Norway shared vaccine doses with Bhutan.", aid("NOR", "BTN")),
    ("Togo received $3 million from the World Bank.", aid("WB", "TGO")),
    ("Oman airdropped food in Sudan.", aid("OMN", "SDN")),
)
def test_relief(read, text, expected):
    check(read(text), expected)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels came to power in Chad in 1990.",
        "Boats in the waters off Yemen were sent to them.",
        "Houthi rebels continue to fight in the mountains.",
        "The shipment will boost internal security operations in Togo.",
        "The bank supplied water treatment equipment to a plant in Ghana.",
        "The fund deployed new assets in the bond market.",
        "The company increased its presence in Kenya.",
        "Kenya acquired new technology to count elephants.",
        "Norway will provide Kenya with irrigation technology.",
        "The film received $3 million from the Norwegian state.",
        "The train is headed for Peru.",
        "Togo approved licences for taxi drivers.",
        "Scheduled flights from Chile arrived in Peru on time.",
        "Rockets fired at dawn landed in the sea.",
        "Pilgrims from Chad arrived in Niger.",
    ],
)
def test_what_only_sounds_like_sending(read, text):
    assert read(text).claims == ()
