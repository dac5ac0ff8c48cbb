"""Who takes part in an event, and who is only named beside it; every sentence is our own."""

from tests.extract.test_reader import agreement, attack, check, meeting, sanction, table


@table(
    (
        "Four people were killed in an airstrike carried out by the Ugandan navy on a Kenyan boat.",
        attack("UGA", "KEN"),
    ),
    (
        "Ten soldiers were wounded in a bombing claimed by the Islamic State in Mogadishu.",
        attack("ISIS", "SOM"),
    ),
    ("The raid launched by Chad on Friday killed nine Sudanese soldiers.", attack("TCD", "SDN")),
    ("A bombing ordered by Ethiopia destroyed a hospital in Asmara.", attack("ETH", "ERI")),
    (
        "A rocket attack launched by Hezbollah wounded two Israeli soldiers.",
        attack("HEZBOLLAH", "ISR"),
    ),
    (
        "Five soldiers were killed in an attack carried out against the Malian army.",
        attack("", "MLI"),
    ),
    (
        "Five Malian soldiers were killed in an attack condemned by Togo.",
        attack("", "MLI"),
    ),
)
def test_who_carries_an_attack_out(read, text, expected):
    check(read(text), expected)


@table(
    ("United States airstrikes have damaged a water plant in Iran.", attack("USA", "IRN")),
    ("United Kingdom air strikes destroyed a Houthi radar site.", attack("GBR", "HOUTHI")),
    ("A Somalia bombing killed nine people.", attack("", "SOM")),
    ("Airstrikes on the United States killed nine people.", attack("", "USA")),
)
def test_names_that_are_adjectives(read, text, expected):
    check(read(text), expected)


@table(
    ("All members of the African Union except Chad signed the treaty.", agreement("AU")),
    ("Apart from Chad, all the neighbours signed the treaty with Niger.", agreement("NER")),
    ("The ministers of all NATO countries other than Turkey met in Oslo.", meeting("NATO")),
    (
        "With the exception of Serbia, the countries imposed sanctions on Russia.",
        sanction("", "RUS"),
    ),
    ("Ghana and Togo, excluding Benin, signed a pact.", agreement("GHA|TGO")),
    ("Apart from Chad, Niger also signed the treaty.", agreement("NER")),
    ("Fiji and Tonga, including Samoa, signed a pact.", agreement("FJI|TON")),
)
def test_who_is_excepted(read, text, expected):
    check(read(text), expected)


@table(
    ("The Department of State imposed sanctions on Laos.", sanction("USA", "LAO")),
    ("Sanctions on Laos were imposed by the U.S. Department of State.", sanction("USA", "LAO")),
    ("U.S. Counselor Ann Doe met the Chadian president.", meeting("TCD|USA")),
    ("French Special Coordinator Jean Petit held talks with Libya.", meeting("FRA|LBY")),
    ("US Ambassador-at-Large Ann Doe met the Kenyan president.", meeting("KEN|USA")),
    ("Norwegian Deputy Special Envoy Dag Vik held talks with Sudan.", meeting("NOR|SDN")),
    ("The Philippine Department of Energy imposed sanctions on Laos.", sanction("PHL", "LAO")),
)
def test_the_organs_of_a_government(read, text, expected):
    check(read(text), expected)


def test_a_service_whose_name_begins_like_a_department_is_another_body(read):
    (claim,) = read("The Department of State Services denied that Chad attacked Niger.").claims
    assert claim.claimant == "NGA-DSS"


@table(
    ("Ghana has tried to stop the fighting in Sudan.", attack("", "SDN", phase="ends")),
    ("Peru stopped the hostilities in Laos.", attack("", "LAO", phase="ends")),
    ("Chad ended its war on Niger.", attack("TCD", "NER", phase="ends")),
    ("Chad ended the war against Niger.", attack("TCD", "NER", phase="ends")),
    ("Chad ended hostilities with Niger.", attack("TCD", "NER", phase="ends")),
    ("Chad stopped its attacks on Niger.", attack("TCD", "NER", phase="ends")),
    ("Turkey halted its raids in Iraq.", attack("TUR", "IRQ", phase="ends")),
    ("Chad halted airstrikes on Niger.", attack("TCD", "NER", phase="ends")),
)
def test_who_ends_a_war_of_others_does_not_wage_it(read, text, expected):
    check(read(text), expected)


@table(
    ("Chad is committed to do everything possible to stop the war in Ukraine.",),
    ("Turkey seeks to stop the war in Syria.",),
    ("Peru ended the war in Laos.",),
)
def test_a_war_that_is_ended_by_others_is_no_attack_of_theirs(read, text, expected):
    check(read(text), expected)
