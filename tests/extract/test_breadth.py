"""The ways English news has of saying each class of event; every sentence is our own."""

from tests.extract.test_reader import (
    DENIES,
    ENDS,
    NEGATED,
    ONGOING,
    POSSIBLE,
    agreement,
    aid,
    arms,
    attack,
    check,
    deployment,
    meeting,
    sanction,
    table,
    threat,
)


@table(
    ("Chad broke off talks with Sudan.", sanction("TCD", "SDN")),
    ("Zambia closed its airspace to Rwandan aircraft.", sanction("ZMB", "RWA")),
    ("Latvia revoked the visas of two Belarusian officials.", sanction("LVA", "BLR")),
    ("Bolivia ordered three Chilean diplomats to leave.", sanction("BOL", "CHL")),
    ("Ghana placed Togo under sanctions.", sanction("GHA", "TGO")),
    ("Australia added two Fijian generals to its sanctions list.", sanction("AUS", "FJI")),
    ("Estonia banned imports from Belarus.", sanction("EST", "BLR")),
    ("Jordan was slapped with sanctions by Canada.", sanction("CAN", "JOR")),
    ("Peru recalled its ambassador from Ecuador.", sanction("PER", "ECU")),
)
def test_sanctions(read, text, expected):
    check(read(text), expected)


@table(
    ("Ethiopia declared war on Eritrea.", attack("ETH", "ERI", **ONGOING)),
    ("Uganda went to war with Tanzania in 1978.", attack("UGA", "TZA")),
    ("Rebel fighters clashed with Malian soldiers near Gao.", attack("", "MLI")),
    ("A Kenyan base came under attack from militants.", attack("", "KEN")),
    ("Armenian and Azerbaijani troops exchanged fire on Monday.", attack("ARM|AZE")),
    ("Moroccan troops pushed into Mauritania.", attack("MAR", "MRT")),
    ("A car bomb explosion shook a market in Beirut.", attack("", "LBN")),
    ("Indian aircraft bombed a camp in Pakistan, killing twelve people.", attack("IND", "PAK")),
    ("Saudi warplanes destroyed a bridge in Yemen.", attack("SAU", "YEM")),
    ("Colombian forces launched a military operation against Ecuador.", attack("COL", "ECU")),
)
def test_attacks(read, text, expected):
    check(read(text), expected)


@table(
    ("The frigate Absalon sailed to Greenland.", deployment("", "GRL")),
    ("Kenya flew 200 marines to Somalia.", deployment("KEN", "SOM")),
    ("Rwanda boosted its forces in Mozambique.", deployment("RWA", "MOZ")),
    ("Spain halved its troops in Mali.", deployment("ESP", "MLI", **ENDS)),
    ("Ghana offered troops to Liberia.", deployment("GHA", "LBR", **POSSIBLE)),
    ("A Togolese soldier crossed the border.",),
)
def test_deployments(read, text, expected):
    check(read(text), expected)


@table(
    ("Norway put arms exports to Turkey on hold.", arms("NOR", "TUR", **NEGATED)),
    ("Sweden offered Finland anti-tank missiles.", arms("SWE", "FIN", **POSSIBLE)),
    ("Egypt took delivery of French frigates.", arms("FRA", "EGY")),
    ("Angola acquired helicopters from Brazil.", arms("BRA", "AGO")),
    ("Belgium donated ten armoured vehicles to Niger.", arms("BEL", "NER")),
    ("Nepal requested food aid from Bhutan.", aid("BTN", "NPL", **POSSIBLE)),
    ("Austria wrote off the debt of Guyana.", aid("AUT", "GUY")),
    ("Canada gave Haiti 20 ambulances.", aid("CAN", "HTI")),
)
def test_transfers(read, text, expected):
    check(read(text), expected)


@table(
    ("Turkey gave Greece an ultimatum.", threat("TUR", "GRC")),
    ("Serbia hammered out a deal with Kosovo.", agreement("SRB|XKX")),
    ("Kenya pulled out of a treaty with Uganda.", agreement("KEN|UGA", **ENDS)),
    ("Peru and Chile agreed on a border.", agreement("CHL|PER")),
    ("Presidents of Chad and Niger met in Paris.", meeting("NER|TCD")),
    ("Chile launched a mediation effort between Bolivia and Peru.", meeting("BOL|CHL|PER")),
)
def test_dealings(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Angola brushed off accusations that it had sent rifles to Congo.",
        arms("AGO", "COD", by="Angola", **DENIES),
    ),
)
def test_denials(read, text, expected):
    check(read(text), expected)
