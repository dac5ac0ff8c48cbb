"""Who takes part in an event, and who is only named beside it; every sentence is our own."""

from tests.extract.test_reader import attack, check, table


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
