"""Ways of telling that change whose claim it is and what is claimed. Every sentence is our own."""

from tests.extract.test_reader import (
    CONDITIONAL,
    DENIES,
    NEGATED,
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
)


@table(
    (
        "Reports that Senegal was arming the rebels of Mali are false, the Senegalese "
        "foreign ministry said.",
        arms("SEN", "MLI", by="Senegalese foreign ministry", **DENIES, phase="ongoing"),
    ),
    (
        "There was no truth in the claim that Peru had sent tanks to Bolivia, Peru said.",
        arms("PER", "BOL", by="Peru", **DENIES),
    ),
)
def test_claims_called_untrue(read, text, expected):
    check(read(text), expected)


@table(
    (
        "The Daily Nation, quoting Ugandan officials, reported that Rwanda had sent troops "
        "to Burundi.",
        deployment("RWA", "BDI", by="Ugandan officials"),
    ),
    (
        "Cameroon has sold rifles to Gabon, Chad's army chief said.",
        arms("CMR", "GAB", by="Chadian army chief"),
    ),
    (
        "Two planes with Danish food aid have reached Nepal, a spokesman for the Red Cross said.",
        aid("DNK", "NPL", by="International Committee of the Red Cross spokesman"),
    ),
    (
        "Laos thanked Vietnam for its aid.",
        aid("VNM", "LAO", by="Laos"),
    ),
)
def test_speakers(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Should Honduras ask for it, Chile would send troops to Honduras.",
        deployment("CHL", "HND", **CONDITIONAL),
    ),
    (
        "Ghana is weighing whether to send soldiers to Benin.",
        deployment("GHA", "BEN", **POSSIBLE),
    ),
    ("Ghana is getting ready to send soldiers to Benin.", deployment("GHA", "BEN", **PLANNED)),
    ("Ghana is going to send soldiers to Benin.", deployment("GHA", "BEN", **PLANNED)),
    ("Ghana stopped short of sending soldiers to Benin.", deployment("GHA", "BEN", **NEGATED)),
    (
        "Ghana promised Togo to send soldiers to Benin.",
        deployment("GHA", "BEN", **PLANNED),
    ),
    ("Oman refused Jordan any further aid.", aid("OMN", "JOR", **NEGATED)),
)
def test_modality_and_refusal(read, text, expected):
    check(read(text), expected)


@table(
    ("A treaty has been signed by Fiji and Tonga.", agreement("FJI|TON")),
    ("Ireland has given Lesotho $3 million in aid.", aid("IRL", "LSO")),
    ("Spain sent tanks and rifles to Niger.", arms("ESP", "NER")),
    ("Norway's aid has arrived in Malawi.", aid("NOR", "MWI")),
)
def test_one_event_is_told_once(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Latvian President Egils Levits met his Georgian counterpart, Salome Zourabichvili.",
        meeting("GEO|LVA"),
    ),
    (
        "Belize's neighbour Guatemala has sent soldiers to Mexico.",
        deployment("GTM", "MEX"),
    ),
    (
        "Uruguay said it would not restore trade curbs on Paraguay.",
        sanction("URY", "PRY", by="Uruguay", **PLANNED, **NEGATED),
    ),
    ("A strike on Benghazi's port killed six people.", attack("", "LBY")),
)
def test_roles(read, text, expected):
    check(read(text), expected)
