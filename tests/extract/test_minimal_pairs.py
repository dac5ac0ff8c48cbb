"""One event told in other ways, each of them a minimal pair. Every sentence is our own."""

from tests.extract.test_reader import (
    CONDITIONAL,
    DENIES,
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
    invasion,
    meeting,
    sanction,
    table,
    technology,
    threat,
)


@table(
    (
        "Kenya has exported rifles to Uganda since March, the monitoring group Oxfam reported.",
        arms("KEN", "UGA", by="Oxfam"),
    ),
    (
        "Chad has been hit with sanctions by France, the Straits Times reports.",
        sanction("FRA", "TCD", by="The Straits Times"),
    ),
)
def test_media_at_the_end(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Three hundred Kenyan troops were flown to eastern Congo on Monday.",
        deployment("KEN", "COD"),
    ),
    (
        "Were Ghana to attack Togo, Benin would send troops to Togo.",
        attack("GHA", "TGO", **CONDITIONAL),
        deployment("BEN", "TGO", **CONDITIONAL),
    ),
    (
        "Laos is weighing whether to renew aid to Nepal, a Lao envoy in Delhi told the Hindu.",
        aid("LAO", "NPL", by="Laotian envoy", **POSSIBLE),
    ),
)
def test_clauses_that_parse_badly(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Kenya, its defence ministry announced, has sent 500 soldiers to Haiti.",
        deployment("KEN", "HTI", by="Kenyan Defence Ministry"),
    ),
    (
        "Turkey, officials in Ankara say, is arming Somalia.",
        arms("TUR", "SOM", by="Turkish officials", **ONGOING),
    ),
)
def test_inserted_speech(read, text, expected):
    check(read(text), expected)


@table(
    (
        "France withheld the jets that Iraq had ordered.",
        arms("FRA", "IRQ", **NEGATED),
    ),
    (
        "The rifles with which Chad won the war had been given by Libya.",
        arms("LBY", "TCD"),
    ),
    (
        "If Chad asks for tanks, Libya would supply them.",
        arms("LBY", "TCD", **CONDITIONAL),
    ),
    (
        "Peru will send troops if Haiti agrees.",
        deployment("PER", "HTI", **CONDITIONAL),
    ),
    (
        "Berlin turned down a request from Kyiv for cruise missiles.",
        arms("DEU", "UKR", **NEGATED),
    ),
    (
        "India approved Armenia's request for howitzers.",
        arms("IND", "ARM", **PLANNED),
    ),
    (
        "Norway denied Malawi's request for a loan.",
        aid("NOR", "MWI", **NEGATED),
    ),
    (
        "France agreed to hand over the know-how to build submarines to Brazil.",
        technology("FRA", "BRA", **PLANNED),
    ),
    (
        "Seoul pledged 8 billion yen in humanitarian aid to Nepal on Friday.",
        aid("KOR", "NPL", **PLANNED),
    ),
)
def test_whom_it_is_for(read, text, expected):
    check(read(text), expected)


@table(
    ("Canada lifts Fiji travel ban", sanction("CAN", "FJI", **ENDS)),
    ("The EU eased its Syria sanctions.", sanction("EU", "SYR", **ENDS)),
    (
        "France will not apply the EU sanctions on Belarus.",
        sanction("FRA", "BLR", **PLANNED, **NEGATED),
    ),
    ("Norway joined the EU sanctions on Belarus.", sanction("EU|NOR", "BLR")),
)
def test_sanctions_of_several_names(read, text, expected):
    check(read(text), expected)


@table(
    (
        "The Dutch premier said the raid on Syria could have been avoided.",
        attack("", "SYR", by="Mark Rutte"),
    ),
    (
        "NATO should send more tanks to Latvia, Estonia said.",
        arms("NATO", "LVA", by="Estonia", **POSSIBLE),
    ),
    (
        "The ship would be the largest in the navy when deployed to the Gulf.",
        deployment("", "", **PLANNED),
    ),
    (
        "Peru said it had not sent weapons to Chile, rejecting Bolivian claims.",
        arms("PER", "CHL", by="Peru", **DENIES),
    ),
    (
        "Peru said it would not send weapons to Chile, rejecting a proposal by Bolivia.",
        arms("PER", "CHL", by="Peru", **PLANNED, **NEGATED),
    ),
)
def test_what_is_done_and_what_is_not(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Spain sent troops to Mali. Italy did not.",
        deployment("ESP", "MLI"),
        deployment("ITA", "MLI", **NEGATED),
    ),
    (
        "Togo will send soldiers to Niger, but Benin will not.",
        deployment("TGO", "NER", **PLANNED),
        deployment("BEN", "NER", **PLANNED, **NEGATED),
    ),
    (
        "Brazil imposed sanctions on Venezuela, and so did Chile.",
        sanction("BRA", "VEN"),
        sanction("CHL", "VEN"),
    ),
    (
        "Canada imposed sanctions on Iran on Monday. Britain followed suit on Tuesday.",
        sanction("CAN", "IRN"),
        sanction("GBR", "IRN"),
    ),
    (
        "The UN has urged Chad to withdraw its troops from Sudan. Chad has refused to do so.",
        deployment("TCD", "SDN", by="United Nations", **POSSIBLE, **ENDS),
        deployment("TCD", "SDN", **NEGATED, **ENDS),
    ),
    (
        "Britain imposed an arms embargo on Iraq in 1990. It lifted it in 2004.",
        sanction("GBR", "IRQ"),
        sanction("GBR", "IRQ", **ENDS),
    ),
    (
        "Spain's king will visit Cuba, the first monarch to do so.",
        meeting("CUB|ESP", **PLANNED),
    ),
)
def test_what_is_left_out(read, text, expected):
    check(read(text), expected)


@table(
    ("Qatar paid the wages of Palestinian teachers.", aid("QAT", "PSE")),
    (
        "Iraq has stopped paying the pensions of Kuwaiti soldiers.",
        aid("IRQ", "KWT", **NEGATED, **ENDS),
    ),
    ("The minister paid the wages of his cook.",),
    ("The EU extended its restrictive measures against Syria.", sanction("EU", "SYR", **ONGOING)),
    ("Sudan expelled the chief of the UN mission.", sanction("SDN", "UN")),
    (
        "Malta and Cyprus signed a treaty on Monday. The two countries had fought a war in 1920.",
        agreement("CYP|MLT"),
        attack("CYP|MLT", "", **ONGOING),
    ),
    ("Half of the Kenyan soldiers flew home from Haiti.", deployment("KEN", "HTI", **ENDS)),
    ("Readers bombarded the Danish minister with letters.",),
    ("The navy bombarded the port of Tripoli.", attack("", "LBY")),
    ("Ghana's rumoured plan to invade Togo came to nothing.", invasion("GHA", "TGO", **PLANNED)),
    ("Two hundred soldiers would go to Saudi Arabia.", deployment("", "SAU", **PLANNED)),
    (
        "Israel warned Iran that all options were on the table.",
        threat("ISR", "IRN"),
    ),
    (
        "Quito: Lima is threatening our towns with war",
        threat("PER", "ECU", by="Ecuador"),
    ),
)
def test_classes_by_other_words(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Belgium has sold rifles to Jordan. Ghana's president said his country "
        "was considering halting the export of rifles to the kingdom.",
        arms("BEL", "JOR"),
        arms("GHA", "JOR", by="Nana Akufo-Addo", **POSSIBLE, **NEGATED),
    ),
    (
        "Benin's neighbour Togo has put soldiers on its border with Ghana, the West African "
        "state's interior minister announced.",
        deployment("TGO", "", by="Togolese interior minister"),
    ),
    (
        "Ghana's army chief said Turkey had sold the West African nation ten tanks.",
        arms("TUR", "GHA", by="Ghanaian army chief"),
    ),
    (
        "If it lasts, the bloc will impose sanctions on Belarus, Estonia's foreign ministry said.",
        sanction("EU", "BLR", by="Estonian Foreign Ministry", **CONDITIONAL),
    ),
    (
        "If it goes on, the bloc will impose sanctions on Niger, Ghana's foreign ministry said.",
        sanction("ECOWAS", "NER", by="Ghanaian foreign ministry", **CONDITIONAL),
    ),
    (
        "Turkey informed Greece that it was leaving the fisheries pact.",
        agreement("GRC|TUR", by="Turkey", **ENDS),
    ),
    (
        "Kenya is weighing whether to send troops to Somalia, according to two Western diplomats.",
        deployment("KEN", "SOM", by="Western diplomats", **POSSIBLE),
    ),
    (
        "Oman has suspended trade with Yemen, Kenya's president said he had been told by his "
        "Ugandan counterpart.",
        sanction("OMN", "YEM", by="Ugandan counterparts"),
    ),
)
def test_descriptions(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Peru has signed a deal to sell tanks to Chile.",
        agreement("PER"),
        arms("PER", "CHL", **PLANNED),
    ),
    (
        "Turkey cancelled an agreement to supply drones to Mali.",
        agreement("TUR", **ENDS),
        arms("TUR", "MLI", **PLANNED, **NEGATED),
    ),
    (
        "Peru has sent tanks -- its first such gift -- to Chile.",
        arms("PER", "CHL"),
    ),
    (
        "Egypt sent rifles – two shiploads – to Sudan.",
        arms("EGY", "SDN"),
    ),
)
def test_deals_and_dashes(read, text, expected):
    check(read(text), expected)
