"""Lists of items on different matters, and where their attacks hit. Every text is our own."""

from tests.extract.test_reader import (
    DENIES,
    PLANNED,
    agreement,
    attack,
    check,
    deployment,
    event,
    sanction,
    table,
)

ITEMS = (
    "Morocco and Tunisia sign a border agreement.",
    "Peru withdraws its ambassador from Chile.",
    "Nepal opens a new airport.",
)
THEIRS = (agreement("MAR|TUN"), sanction("PER", "CHL"))


def among_others(*items: str) -> str:
    return "\n\n".join([*items, *ITEMS])


@table(
    (
        among_others("Oman bombs a town in Yemen.", "Fiji denies that it carried out the attack."),
        attack("OMN", "YEM"),
        attack("FJI", "", by="Fiji", **DENIES),
        *THEIRS,
    ),
    (
        among_others("Oman bombs a town in Yemen.", "Rebels kill six soldiers at a base."),
        attack("OMN", "YEM"),
        attack("Rebels", "Soldiers"),
        *THEIRS,
    ),
    (
        among_others("Oman bombs a town in Yemen.", "Rockets kill six people in Kano, Nigeria."),
        attack("OMN", "YEM"),
        attack("", "NGA"),
        *THEIRS,
    ),
    (
        "\n\n".join(
            ["Oman bombs a town in Yemen.", *ITEMS[:2], "Togo holds a vote.", "Nepal denies it."]
        ),
        attack("OMN", "YEM"),
        *THEIRS,
        event("", by="Nepal", **DENIES),
    ),
)
def test_no_item_takes_from_another(read, text, expected):
    check(read(text), expected)


@table(
    (
        among_others("Oman bombs a town in Yemen. Yemen condemns the airstrikes."),
        attack("OMN", "YEM"),
        attack("OMN", "YEM", by="Yemen"),
        *THEIRS,
    ),
    (
        among_others("Oman bombs a town in Yemen.", "Yemen condemns the airstrikes."),
        attack("OMN", "YEM"),
        attack("OMN", "YEM", by="Yemen"),
        *THEIRS,
    ),
    (
        among_others("Togo signs a treaty with Benin. It will send 200 soldiers to Mali."),
        agreement("BEN|TGO"),
        deployment("TGO", "MLI", **PLANNED),
        *THEIRS,
    ),
)
def test_an_item_completes_itself_and_its_like(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Oman bombed a town in Yemen on Monday.\n\nYemen said that it would answer.\n\n"
        "Rockets killed six people in the evening.",
        attack("OMN", "YEM"),
        attack("", "YEM"),
    ),
)
def test_an_article_stays_one_story(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Gunmen killed two people at a market in Dama village, Kano State, Nigeria.",
        attack("Gunmen", "NGA"),
    ),
    ("Bandits shot twelve guards in Oke-Dama, Kwara State, Nigeria.", attack("Bandits", "NGA")),
    ("Moroccan jets bombed a Kharkiv hospital.", attack("MAR", "UKR")),
    (
        "Rockets killed six people and two Malian soldiers at a camp.",
        attack("", "MLI"),
    ),
    ("Attackers killed Kolo Dunama at a farm in Chad.", attack("Attackers", "TCD")),
    (
        "Tonga says that Fijian troops captured a post near Dama in northern Niger.",
        attack("FJI", "NER", by="Tonga"),
    ),
)
def test_people_hit_are_those_of_the_place(read, text, expected):
    check(read(text), expected)
