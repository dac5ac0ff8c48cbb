"""Who acts without a name: rebels, gunmen, sides, collectives. Every text is our own."""

from tests.extract.test_reader import (
    ENDS,
    ONGOING,
    agreement,
    arms,
    attack,
    check,
    deployment,
    meeting,
    table,
)


@table(
    (
        "Gabonese rebels attacked a convoy in Libreville. The rebels killed six soldiers.",
        attack("Gabonese rebels", "GAB"),
        attack("Gabonese rebels", "GAB"),
    ),
    (
        "Islamist militants raided a base in Togo. The militants then shelled Dapaong.",
        attack("Islamist militants", "TGO"),
        attack("Islamist militants", "TGO"),
    ),
    (
        "Shining Path rebels bombed a bridge in Peru. The rebels later raided a farm in Ayacucho.",
        attack("SHININGPATH", "PER"),
        attack("SHININGPATH", "PER"),
    ),
    (
        "Abu Sayyaf shelled Jolo on Monday. The militants also bombed a ferry in Basilan.",
        attack("ABUSAYYAF", "PHL"),
        attack("ABUSAYYAF", "PHL"),
    ),
    (
        "Separatist gunmen attacked a village in Senegal.",
        attack("Separatist gunmen", "SEN"),
    ),
    (
        "Togo fears the rebels behind Sunday's raid on Dapaong. Benin says Abu Sayyaf gunmen "
        "bombed Parakou. The rebels later shelled Sokode in Togo.",
        attack("Rebels", "TGO"),
        attack("ABUSAYYAF", "BEN", by="Benin"),
        attack("Rebels", "TGO"),
    ),
    (
        "Militants raided a base in Togo. The soldiers were at lunch when they were ambushed.",
        attack("Militants", "TGO"),
        attack("", "TGO"),
    ),
    (
        "Kenya's rebels raided Garissa. A rebel spokesman said the army had shelled rebel camps.",
        attack("Kenyan rebels", "KEN"),
        attack("KEN", "Kenyan rebels", by="Kenyan rebels spokesmen"),
    ),
    (
        "Omani forces launched a military operation targeting separatists in the north.",
        attack("OMN", "Separatists"),
    ),
    ("A rebel group attacked a convoy in Niger.", attack("Rebel group", "NER")),
    (
        "Niger condemned the rebels behind Sunday's raid on Agadez.",
        attack("Rebels", "NER"),
    ),
)
def test_armed_bands_act_for_no_state(read, text, expected):
    check(read(text), expected)


@table(
    ("Three countries are arming Malawi.", arms("Three countries", "MWI", **ONGOING)),
    (
        "At least seven nations, including Laos, Cuba and Fiji, are providing arms to Haiti.",
        arms("CUB|FJI|LAO", "HTI", **ONGOING),
    ),
    ("Allies such as Spain sent troops to Mali.", deployment("ESP", "MLI")),
    (
        "Peru and Chile held talks on Monday at the United Nations. "
        "Both countries have withdrawn troops from the border.",
        meeting("CHL|PER"),
        deployment("CHL|PER", **ENDS),
    ),
    ("All states but Eritrea have signed the treaty.", agreement("")),
)
def test_collectives(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Kenya bombed a camp in Somalia on Sunday. Ghana condemned Sunday's attack.",
        attack("KEN", "SOM"),
        attack("KEN", "SOM", by="Ghana"),
    ),
    (
        "Officials from Panama and the U.S. met in Lima.",
        meeting("PAN|USA"),
    ),
    (
        "Peru's foreign minister met Somchai Wongsa, Thailand's foreign minister, on Monday.",
        meeting("PER|THA"),
    ),
    (
        "Norway's U.N. Ambassador Kari Dahl said Chad had sent troops to Mali.",
        deployment("TCD", "MLI", by="Kari Dahl"),
    ),
    (
        "Presidents William Ruto of Kenya and Paul Kagame of Rwanda met in Lima.",
        meeting("KEN|RWA"),
    ),
    (
        "The Revolutionary United Front (RUF) attacked Freetown. The RUF denied shelling Freetown.",
        attack("RUF", "SLE"),
        attack("RUF", "SLE", by="Revolutionary United Front", stance="denies"),
    ),
    ("Kenya bombed a camp in Somalia on Sunday. Peru did not comment.", attack("KEN", "SOM")),
    ("A training jet crashed in Oslo, killing the pilot.",),
)
def test_who_is_meant(read, text, expected):
    check(read(text), expected)


def test_an_ambassador_to_an_organisation_speaks_for_his_state(read):
    reading = read("Norway's U.N. Ambassador Kari Dahl said Chad had sent troops to Mali.")
    assert [a.of for a in reading.agents if a.label == "Kari Dahl"] == ["NOR"]


@table(
    (
        "Chad was calm. \"Togo's army is deploying its units to the border. We expect war.\n\n"
        "Our troops will go to Benin,\" Togo's king was quoted by the Star newspaper as saying.",
        deployment("TGO", "", by="Togolese king"),
        deployment("TGO", "BEN", by="Togolese king", modality="planned"),
    ),
    (
        "Kenya's foreign ministry protested.\n\n“We oppose all arms sales to Haiti,” it said.",
        arms("KEN", "HTI", by="Kenya", negated=True),
    ),
    (
        "The army of Chad wasted no time refuting accusations that it had shelled Juba.",
        attack("TCD", "SSD", stance="denies"),
    ),
    (
        "Kenya says a report that it is sending arms to Somalia is a fairytale.",
        arms("KEN", "SOM", by="Kenya", stance="denies", phase="ongoing"),
    ),
)
def test_who_speaks(read, text, expected):
    check(read(text), expected)


def test_a_dateline_of_town_and_state_is_no_part_of_the_sentence(read):
    reading = read("Accra, Ghana — Militants raided a base in Togo on Monday.")
    assert [(a.label) for a in reading.agents if a.kind == "Group"] == ["Militants"]
