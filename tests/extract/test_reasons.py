"""Deeds that somebody is punished, blamed or thanked for, and who speaks where words are passed on.

Whoever imposes sanctions over a deployment is not who deployed. Every sentence is our own.
"""

from tests.extract.test_reader import (
    ENDS,
    NEGATED,
    PLANNED,
    POSSIBLE,
    agreement,
    arms,
    attack,
    check,
    deployment,
    invasion,
    sanction,
    table,
)


@table(
    (
        "The United States imposed sanctions on Rwanda over the deployment of its troops to Congo.",
        sanction("USA", "RWA"),
        deployment("RWA", "COD"),
    ),
    (
        "Washington's sanctions on Uganda over the deployment of its forces to South Sudan were"
        " lifted.",
        sanction("USA", "UGA", **ENDS),
        deployment("UGA", "SSD"),
    ),
    (
        "Japan imposed sanctions on North Korea over its shipment of artillery shells to Russia.",
        sanction("JPN", "PRK"),
        arms("PRK", "RUS"),
    ),
    (
        "Sanctions were imposed on Belarus for its deployment of troops to Sudan.",
        sanction("", "BLR"),
        deployment("BLR", "SDN"),
    ),
    (
        "The European Union announced sanctions against Iran for the supply of drones to Russia.",
        sanction("EU", "IRN"),
        arms("IRN", "RUS", by="European Union"),
    ),
    (
        "Washington sanctioned three Chinese firms for the sale of missile parts to Iran.",
        sanction("USA", "CHN"),
        arms("CHN", "IRN"),
    ),
    (
        "Norway placed an embargo on Myanmar over the bombing of villages in Myanmar.",
        sanction("NOR", "MMR"),
        attack("MMR", "MMR"),
    ),
    (
        "Sanctions on Moscow for the invasion of Ukraine will stay.",
        sanction("", "RUS"),
        invasion("RUS", "UKR"),
    ),
    (
        "Mozambique thanked Rwanda for the deployment of its troops to Cabo Delgado.",
        deployment("RWA", "MOZ", by="Mozambique"),
    ),
    (
        "Canada criticised Eritrea over the dispatch of its troops to Sudan.",
        deployment("ERI", "SDN", by="Canada"),
    ),
)
def test_whose_deed_it_is(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Russia imposed sanctions on Canada over the supply of arms to Ukraine by Poland.",
        sanction("RUS", "CAN"),
        arms("POL", "UKR"),
    ),
    (
        "Australia imposed sanctions on Syria for the attack by Iran on Iraq.",
        sanction("AUS", "SYR"),
        attack("IRN", "IRQ"),
    ),
    (
        "Britain imposed sanctions on Rwanda after the deployment of troops to Congo.",
        sanction("GBR", "RWA"),
        deployment("", "COD"),
    ),
    ("Britain imposed sanctions on Iran for two years.", sanction("GBR", "IRN")),
    ("France announced the deployment of its troops to Chad.", deployment("FRA", "TCD", **PLANNED)),
    (
        "Turkey criticised Greece over the killing of its soldiers.",
        attack("GRC", "TUR", by="Turkey"),
    ),
    (
        "Chad imposed sanctions on Niger over the sale of Malian oil, and sent troops to Mali.",
        sanction("TCD", "NER"),
        deployment("TCD", "MLI"),
    ),
)
def test_whose_deed_it_is_not(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Iran had shipped missiles to Sudan, the Togolese presidency was quoted as saying.",
        arms("IRN", "SDN", by="Togolese presidency"),
    ),
    (
        "Chad had received no arms from Russia, the Chadian presidency was cited as having said.",
        arms("RUS", "TCD", by="Chadian presidency", **NEGATED),
    ),
    (
        "Peru would send tanks to Chile, the Brazilian embassy is reported to have said.",
        arms("PER", "CHL", by="Brazilian embassy", **PLANNED),
    ),
    (
        "Jordan bombed Yemen, the Omani foreign ministry was quoted by Reuters as saying.",
        attack("JOR", "YEM", by="Omani Foreign Ministry"),
    ),
    (
        "The Togolese presidency was quoted as saying that Iran had shipped missiles to Sudan.",
        arms("IRN", "SDN", by="Togolese presidency"),
    ),
    (
        "Iran had shipped missiles to Sudan, the Togolese presidency said.",
        arms("IRN", "SDN", by="Togolese presidency"),
    ),
)
def test_who_is_quoted_as_saying_speaks(read, text, expected):
    check(read(text), expected)


@table(
    ("Chad sent troops to Niger, the bond market was quoted as falling.", deployment("TCD", "NER")),
    (
        "Ghana and Togo signed a border agreement, a move that was reported as easing tension.",
        agreement("GHA|TGO"),
    ),
    (
        "Kenya sent troops to Somalia, where a minister was reported missing.",
        deployment("KEN", "SOM"),
    ),
)
def test_who_is_quoted_as_nothing_does_not_speak(read, text, expected):
    check(read(text), expected)


@table(
    ("Under the deal Mali would gain access to Russian weaponry.", arms("RUS", "MLI", **PLANNED)),
    (
        "Iran sold drones to Ethiopia. Competitors have tried to gain access to Iranian weaponry.",
        arms("IRN", "ETH"),
        arms("IRN"),
    ),
    (
        "Moscow sold helicopters to Peru. The plan was to gain access to Russian weaponry.",
        arms("RUS", "PER"),
        arms("RUS", **PLANNED),
    ),
    (
        "France sold missiles to Togo. Niger gained access to French weapons.",
        arms("FRA", "TGO"),
        arms("FRA", "NER"),
    ),
)
def test_who_gains_access_is_told_or_nobody(read, text, expected):
    check(read(text), expected)


@table(
    ("A judge ruled that Chad had sent arms to Sudan.", arms("TCD", "SDN", by="Judge")),
    (
        "Poland has ruled out sending troops to Ukraine.",
        deployment("POL", "UKR", **PLANNED, **NEGATED),
    ),
    ("Poland has not ruled out sending troops to Ukraine.", deployment("POL", "UKR", **POSSIBLE)),
    (
        "Sending troops to Ukraine was ruled out by ministers.",
        deployment("", "UKR", **PLANNED, **NEGATED),
    ),
    ("Warsaw held off sending tanks to Ukraine.", arms("POL", "UKR", **NEGATED)),
    ("Nigeria backed out of sending troops to Niger.", deployment("NGA", "NER", **NEGATED)),
    ("Kenya backed sending troops to Haiti.", deployment("KEN", "HTI")),
    ("Chad gave up sending troops to Mali.", deployment("TCD", "MLI", **NEGATED)),
)
def test_a_verb_is_another_with_its_particle(read, text, expected):
    check(read(text), expected)
