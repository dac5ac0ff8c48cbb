"""Threats: in so many words, by what somebody says that he will do, and what is none."""

from tests.extract.test_reader import POSSIBLE, attack, check, table, threat


@table(
    ("Chad has vowed retaliation.", threat("TCD")),
    ("Niger's president threatened a crushing response.", threat("NER")),
    ("Peru and Chile traded threats.", threat("CHL|PER")),
    ("Togo renewed its threat to close the border.", threat("TGO")),
    ("Ghana rejected the Togolese government's ultimatum.", threat("TGO")),
    ("The EU ultimatum expired on Sunday.", threat("EU")),
    ("Ankara warned Athens against playing with fire.", threat("TUR", "GRC")),
    ("Ankara warned Athens against any provocation.", threat("TUR", "GRC")),
    (
        "In a warning to Peru, Chilean army chief Juan Soto said the army was ready.",
        threat("CHL", "PER"),
    ),
)
def test_threats(read, text, expected):
    check(read(text), expected)


@table(
    ("Peru warned of an all-out military strike.", threat("PER")),
    ("Peru warned that it may target Chilean ports.", threat("PER", "CHL")),
    ("Niger warned of a Chadian attack.", attack("TCD", by="Niger", **POSSIBLE)),
)
def test_warnings_of_harm(read, text, expected):
    check(read(text), expected)


@table(
    ("Chad said it would retaliate.", threat("TCD")),
    ("Chad would give a proportionate response, its foreign ministry said.", threat("TCD")),
    ("Moscow will respond in kind, the Kremlin said.", threat("RUS")),
    ("Japanese officials said Tokyo would take countermeasures.", threat("JPN")),
    (
        '"We will not hesitate to strike," Turkish President Recep Tayyip Erdogan said.',
        threat("TUR"),
    ),
    ("Peru says Chile will face serious consequences.", threat("PER", "CHL")),
)
def test_what_is_said_to_come(read, text, expected):
    check(read(text), expected)


@table(
    ("Japan said it would respond to the letter.",),
    ("Japan will retaliate, analysts say.",),
    ("Chad will not retaliate, its foreign minister said.",),
    ("Chad retaliated on Monday.",),
    ("The company said it will retaliate.",),
    ("The minister said Britain would pay a price for the reform.",),
    ("Forecasters warned of a harsh winter.",),
    ("The United Nations warned of a humanitarian disaster in Chad.",),
    ("Britain warned its citizens of floods.",),
    ("Britain warned its citizens of terrorist attacks.",),
    ("France warned of war in the region.",),
    ("The president promised tough action on crime.",),
    ("Poland's president vowed to destroy the mafia.",),
    ("Peru's government warned it would punish tax dodgers.",),
    ("Peru's president warned that food prices would rise.",),
    ("The coach vowed to respond to critics.",),
)
def test_no_threats(read, text, expected):
    check(read(text), expected)
