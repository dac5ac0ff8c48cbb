"""The ways English news has of saying each class of event; every sentence is our own."""

import pytest

from tests.extract.test_reader import (
    ENDS,
    NEGATED,
    ONGOING,
    PLANNED,
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
    ("Peru and Chile recalled their ambassadors.", sanction("CHL|PER")),
    ("Bolivia broke off diplomatic ties.", sanction("BOL")),
    ("Togo interrupted diplomatic relations with Benin.", sanction("TGO", "BEN")),
    ("Brazil expelled 12 diplomats from Spain and Portugal.", sanction("BRA", "ESP|PRT")),
    ("A slew of sanctions were slapped on Mali.", sanction("", "MLI")),
    ("Norway eased Sudan sanctions.", sanction("NOR", "SDN", **ENDS)),
    ("The Libya embargo hurts farmers.", sanction("", "LBY")),
    ("Latvia summoned the Russian ambassador to Latvia.",),
    ("The firm cut ties with the singer.",),
    ("Fiji suspended certain restrictions against Tonga.", sanction("FJI", "TON", **ENDS)),
    ("Fiji adopted restrictive measures against Tonga.", sanction("FJI", "TON")),
    ("Fiji extended its sanctions on Tonga.", sanction("FJI", "TON", **ONGOING)),
    ("France tightened restrictions on smokers.",),
    ("A ban on Fijian ships is being considered.", sanction("", "FJI", **POSSIBLE)),
    ("Trade between Chad and Niger has been suspended.", sanction("", "NER|TCD")),
    ("Ghana suspended bilateral trade.", sanction("GHA")),
    ("Peru will send back Chile's envoy.", sanction("PER", "CHL", **PLANNED)),
    ("The Peruvian government closed the Chilean embassy in Lima.", sanction("PER", "CHL")),
    ("Peru closed its embassy in Chile.",),
    ("Peru gave Chilean diplomats 48 hours to leave.", sanction("PER", "CHL")),
    ("Peru gave the tourists two days to leave.",),
    (
        "Fiji will reply by declaring Tongan diplomats persona non grata.",
        sanction("FJI", "TON", **PLANNED),
    ),
    ("Police closed the Peruvian embassy after a fire.",),
    ("Chad wishes to break all diplomatic ties with Niger.", sanction("TCD", "NER", **PLANNED)),
    (
        "The United States designated three Fijian firms on its sanctions list.",
        sanction("USA", "FJI"),
    ),
    ("The talks resumed after a boycott by the opposition.",),
    (
        "Ghana should lift its sanctions on Togo.",
        sanction("GHA", "TGO", modality="possible", **ENDS),
    ),
)
def test_sanctions(read, text, expected):
    check(read(text), expected)


@table(
    ("Ethiopia declared war on Eritrea.", attack("ETH", "ERI", **ONGOING)),
    ("Uganda went to war with Tanzania in 1978.", attack("UGA", "TZA")),
    ("Rebel fighters clashed with Malian soldiers near Gao.", attack("Rebel fighters", "MLI")),
    ("A Kenyan base came under attack from militants.", attack("Militants", "KEN")),
    ("Armenian and Azerbaijani troops exchanged fire on Monday.", attack("ARM|AZE")),
    ("Moroccan troops pushed into Mauritania.", attack("MAR", "MRT")),
    ("A car bomb explosion shook a market in Beirut.", attack("", "LBN")),
    ("Indian aircraft bombed a camp in Pakistan, killing twelve people.", attack("IND", "PAK")),
    ("Saudi warplanes destroyed a bridge in Yemen.", attack("SAU", "YEM")),
    ("Colombian forces launched a military operation against Ecuador.", attack("COL", "ECU")),
    ("Cambodian and Laotian soldiers clashed for a third day.", attack("KHM|LAO")),
    ("Rival militias clashed in Tripoli.", attack("", "LBY")),
    ("Fighting between soldiers and separatists broke out in Senegal.", attack("", "SEN")),
    ("Days of fighting in Khartoum have emptied the city.", attack("", "SDN")),
    ("The attack killed three Kyrgyz guards.", attack("", "KGZ")),
    ("A wave of strikes hit Peruvian refineries.", attack("", "PER")),
    ("The border skirmish left two Omani guards dead.", attack("", "OMN")),
    ("Two Kyrgyz guards were killed in a shootout with Tajik troops.", attack("TJK", "KGZ")),
    ("Four Omani sailors were wounded in a Yemeni missile strike.", attack("YEM", "OMN")),
    ("Somali pirates hijacked a Danish ship.", attack("Somali pirates", "DNK")),
    ("Malian soldiers neutralised thirty insurgents.", attack("MLI", "Insurgents")),
    ("Gunmen opened fire on a bus.", attack()),
    ("Taliban fighters laid siege to Kunduz.", attack("TALIBAN", "AFG")),
    ("An exchange of artillery fire between Chad and Sudan ended.", attack("SDN|TCD")),
)
def test_attacks(read, text, expected):
    check(read(text), expected)


@table(
    ("Israel withdrew from Gaza in 2005.", deployment("ISR", "PSE", **ENDS)),
    ("Hezbollah withdrew from southern Lebanon.", deployment("HEZBOLLAH", "LBN", **ENDS)),
    ("Israel pulled back from Lebanon and Syria.", deployment("ISR", "LBN|SYR", **ENDS)),
    ("M23 entered Goma.", attack("M23", "COD")),
    ("Ghana withdrew from the tournament in Morocco.",),
    ("The UK withdrew from the European Union.",),
    ("Hamas moved into new offices in Qatar.",),
)
def test_agents_that_stand_for_their_forces(read, text, expected):
    check(read(text), expected)


@table(
    ("Sultan Qaboos received his education in India.",),
    ("Officials are removed from office by the Senate.",),
    ("The Senate has not confirmed him.",),
    ("Russian officials imposed sanctions on Moldova.", sanction("RUS", "MDA")),
    ("Australian retailers imposed limits on rice.",),
    ("Sudan removed two Norwegian diplomats.", sanction("SDN", "NOR")),
    ("Putin received Orban in Moscow.", meeting("HUN|RUS")),
)
def test_who_is_received_removed_or_confirmed(read, text, expected):
    check(read(text), expected)


@table(
    ("Chad was involved in talks with Libya.", meeting("LBY|TCD")),
    ("Congolese troops are engaged in fighting with rebels.", attack("COD", "Rebels")),
    ("The European Community gave Togo $5 million.", aid("EU", "TGO")),
)
def test_who_is_engaged_or_involved_and_older_names(read, text, expected):
    check(read(text), expected)


@table(
    ("Guards left nine villagers dead.",),
    ("The court eliminated two Kenyan candidates.",),
    ("Fighting corruption in Kenya takes years.",),
    ("A gunman opened fire at a school.",),
    ("A heart attack killed two Ghanaian ministers.",),
    ("The derby clash left two Danish players injured.",),
)
def test_no_attacks(read, text, expected):
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
    ("Ghana threatened to close the border if Togo builds a dam.", threat("GHA", "TGO")),
    ("Serbia hammered out a deal with Kosovo.", agreement("SRB|XKX")),
    ("Kenya pulled out of a treaty with Uganda.", agreement("KEN|UGA", **ENDS)),
    ("Peru and Chile agreed on a border.", agreement("CHL|PER")),
    ("Presidents of Chad and Niger met in Paris.", meeting("NER|TCD")),
    (
        "Mexican President Juan Soto and his Peruvian counterpart Ana Paz met in Paris.",
        meeting("MEX|PER"),
    ),
    (
        "Chadian Prime Minister Juan Soto met counterparts from Mali and Niger.",
        meeting("MLI|NER|TCD"),
    ),
    ("Chad and Niger held talks during a conference.", meeting("NER|TCD")),
    ("Chad and Niger praised farmers at a meeting on Monday.", meeting("NER|TCD")),
    ("The Chadian and Nigerien leaders spoke by phone.", meeting("NER|TCD")),
    (
        "Malian President Moussa Keita phoned Chadian President Idriss Deby.",
        meeting("MLI|TCD"),
    ),
    (
        "Malian President Moussa Keita and his Chadian counterpart praised farmers in a"
        " telephone conversation.",
        meeting("MLI|TCD"),
    ),
    ("Malian President Moussa Keita spoke to reporters.",),
    (
        "Ambassador Juan Soto of Peru paid a courtesy call on President Idriss Deby of Chad.",
        meeting("PER|TCD"),
    ),
    ("Ghana and Togo reached a trade deal.", agreement("GHA|TGO")),
    ("Chad left without signing a treaty with Niger.", agreement("NER|TCD", **NEGATED)),
    (
        "Kofi Annan had a working luncheon with Kenyan President Mwai Kibaki.",
        meeting("KEN|UN"),
    ),
    ("Peruvian President Ana Paz had dinner with her children.",),
    ("The Chadian national team met Portugal in Lima.",),
    ("Two companies agreed to a memorandum of understanding.",),
    ("All members must ratify the pact.", agreement("", **POSSIBLE)),
    (
        "Chad and Niger signed a pact. Farmers protested against the signing of the pact.",
        agreement("NER|TCD"),
        agreement("NER|TCD", by="Farmers"),
    ),
    ("Chile launched a mediation effort between Bolivia and Peru.", meeting("BOL|CHL|PER")),
)
def test_dealings(read, text, expected):
    check(read(text), expected)


@table(
    ("Canada imposed sanctions targeting Serbia's mining sector.", sanction("CAN", "SRB")),
    (
        "Norway sanctioned Ivo Brandt, a Croatian arms dealer.",
        sanction("NOR", "HRV"),
    ),
    ("Togo attacked a convoy carrying Malian soldiers.", attack("TGO", "MLI")),
    ("Ghana seized part of a village in Togo.", attack("GHA", "TGO")),
    (
        "Sweden delayed military aid that had been slated for Moldova.",
        arms("SWE", "MDA", **NEGATED),
    ),
    ("Finland suspended talks on fishing rights with Iceland.", sanction("FIN", "ISL")),
    ("Israeli aircraft bombed a house in Gaza.", attack("ISR", "PSE")),
)
def test_whom_it_reaches(read, text, expected):
    check(read(text), expected)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Kenya used $40 million to fund a military aid package to Somalia.", 40_000_000),
        ("Peru sold patrol boats to Chile for over US$2 billion.", 2_000_000_000),
        ("A second brigade of 2,200 Danish soldiers was sent to Estonia.", 2_200),
        ("Two Chadian gunmen killed 23 people in Niger.", 23),
        ("Ugandan forces shelled a camp in Kenya, killing at least 15 people.", 15),
        ("Qatar gave Yemen some 350 tents.", 350),
    ],
)
def test_its_figure(read, text, low):
    (claim,) = read(text).claims
    assert claim.quantity is not None
    assert claim.quantity.low == low


@table(
    ("Ethiopian troops entered the town of Baidoa in Somalia.", attack("ETH", "SOM")),
    ("Ethiopian troops entered Somalia at the government's invitation.", deployment("ETH", "SOM")),
    ("A Serbian arms factory was damaged in the airstrikes.", attack("", "SRB")),
    ("A Chilean minister rejected an Omani offer to host a summit.", meeting("CHL|OMN", **NEGATED)),
    ("Ugandan and Kenyan negotiators return to Geneva for talks.", meeting("KEN|UGA")),
    ("A second brigade of Danish soldiers was sent to Estonia.", deployment("DNK", "EST")),
)
def test_who_takes_part(read, text, expected):
    check(read(text), expected)


@table(
    ("All states but Eritrea have signed the treaty.", agreement("")),
    (
        "President Ana Silva of Brazil and King Omar of Jordan signed a treaty.",
        agreement("BRA|JOR"),
    ),
    (
        "There are several options, including the sending of weapons to Chad.",
        arms("", "TCD", **POSSIBLE),
    ),
)
def test_who_and_whether(read, text, expected):
    check(read(text), expected)


@pytest.mark.parametrize(
    "text",
    [
        "The hurricane hit the north of Haiti.",
        "A lorry struck a group of cyclists, killing seven riders.",
        "The singer met the drummer in Lagos.",
        "The governor attacked plans for a new airport.",
        "His attacks on the budget surprised the senate.",
        "Easier access to firearms raises the rate of suicide.",
        "The president held a press conference in Lima.",
        "The opposition party held its national convention.",
        "People with AIDS need better care.",
        "The negotiating teams went home.",
        "The plan was met with protests in Ghana.",
        "The goalkeeper stood up well to deny Jacobs.",
    ],
)
def test_what_only_sounds_alike(read, text):
    assert read(text).claims == ()
