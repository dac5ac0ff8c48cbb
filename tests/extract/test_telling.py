"""Ways of telling that change whose claim it is and what is claimed. Every sentence is our own."""

import pytest

from tests.extract.test_reader import (
    CONDITIONAL,
    DENIES,
    ENDS,
    NEGATED,
    ONGOING,
    PLANNED,
    POSSIBLE,
    UNCONFIRMED,
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
)


@table(
    (
        "Reports that Senegal was arming the rebels of Mali are false, the Senegalese "
        "foreign ministry said.",
        arms("SEN", "Rebels", by="Senegalese foreign ministry", **DENIES, phase="ongoing"),
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
        "Chad's foreign minister was quoted by a newspaper as saying Peru had sent troops to Mali.",
        deployment("PER", "MLI", by="Chadian foreign minister"),
    ),
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
    ("The Lebanese group Hezbollah fired rockets at Israel.", attack("HEZBOLLAH", "ISR")),
    ("The Mali bombings killed eight people.", attack("", "MLI")),
    ("A gunman attacked soldiers with the African Union in Chad.", attack("", "TCD")),
    (
        "Somali militant group al-Shabab has claimed responsibility for a bombing in Nairobi.",
        attack("ALSHABAAB", "KEN"),
    ),
)
def test_roles(read, text, expected):
    check(read(text), expected)


@table(
    (
        "A car bomb hit a base in Kabul. The Taliban claimed responsibility.",
        attack("", "AFG"),
        attack("TALIBAN", "AFG", by="Taliban"),
    ),
    (
        "A bomb hit a market in Lagos. Nigeria attributed the bombing to Boko Haram.",
        attack("", "NGA"),
        attack("BOKOHARAM", "NGA", by="Nigeria"),
    ),
    ("A car bomb planted by Hezbollah killed six soldiers in Israel.", attack("HEZBOLLAH", "ISR")),
    (
        "The Jordanian army denied an invasion of Oman.",
        invasion("JOR", "OMN", by="Jordanian Armed Forces", **DENIES),
    ),
)
def test_who_did_it(read, text, expected):
    check(read(text), expected)


@table(
    ("Angola took delivery of Brazilian tanks.", arms("BRA", "AGO")),
    ("Eritrea turned down food aid from Italy.", aid("ITA", "ERI", **NEGATED)),
    ("A Qatari plane carrying food landed in Somalia.", aid("QAT", "SOM")),
    ("Two Egyptian planes carrying troops landed in Djibouti.", deployment("EGY", "DJI")),
    ("Nepal brought its soldiers back from Lebanon.", deployment("NPL", "LBN", **ENDS)),
    ("Spain stopped enforcing the sanctions against Cuba.", sanction("ESP", "CUB", **ENDS)),
    ("Malta blocked EU sanctions on Libya.", sanction("EU", "LBY", **NEGATED)),
    ("Sudan put its army on high alert.",),
)
def test_who_gets_it(read, text, expected):
    check(read(text), expected)


@table(
    ("Athens: Turkey sends troops to Libya", deployment("TUR", "LBY", by="Greece")),
    (
        "Chad said it would send troops to Benin.",
        deployment("TCD", "BEN", by="Chad", **PLANNED),
    ),
    (
        "Ghana's foreign minister met a Togolese delegation. Mali said it sent troops to Benin.",
        meeting("GHA|TGO"),
        deployment("MLI", "BEN", by="Mali"),
    ),
)
def test_speakers_of_their_own_deeds(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Niger says Mali bombed a village in Niger. Mali disputes this.",
        attack("MLI", "NER", by="Niger"),
        attack("MLI", "NER", by="Mali", **DENIES),
    ),
    ("Belgium suspended budget support to Rwanda.", aid("BEL", "RWA", **NEGATED)),
)
def test_disputes_and_budgets(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Kenya would not say whether it had sent troops to Haiti.",
        deployment("KEN", "HTI", by="Kenya", **UNCONFIRMED),
    ),
    (
        "Kenya declined to say whether it had sent troops to Haiti.",
        deployment("KEN", "HTI", by="Kenya", **UNCONFIRMED),
    ),
    (
        "Kenya would not confirm or deny that it had sent troops to Haiti.",
        deployment("KEN", "HTI", by="Kenya", **UNCONFIRMED),
    ),
    (
        "Kenya neither confirmed nor denied that its troops were in Haiti.",
        deployment("KEN", "HTI", by="Kenya", **ONGOING, **UNCONFIRMED),
    ),
    (
        "Kenya denied that its troops were in Haiti.",
        deployment("KEN", "HTI", by="Kenya", **ONGOING, **DENIES),
    ),
    (
        "Kenya says its troops are not in Haiti.",
        deployment("KEN", "HTI", by="Kenya", **ONGOING, **NEGATED),
    ),
    (
        "Uganda rejected responsibility for the shelling of Goma.",
        attack("UGA", "COD", by="Uganda", **DENIES),
    ),
)
def test_silence_denied_presence_and_responsibility(read, text, expected):
    check(read(text), expected)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Kenyan spokeswoman Mary Otieno said Chad had sent troops to Mali.", "KEN"),
        ("Kenyan government spokeswoman Mary Otieno said Chad had sent troops to Mali.", "KEN"),
        ("Kenyan businessman John Otieno said Chad had sent troops to Mali.", None),
        ("Malian rebel leader John Otieno said Chad had sent troops to Mali.", None),
    ],
)
def test_for_whom_somebody_introduced_by_a_role_speaks(read, text, of):
    reading = read(text)
    (claim,) = reading.claims
    agents = {agent.key: agent for agent in reading.agents}
    assert agents[claim.claimant].of == of


@table(
    (
        "Chad said its troops had captured Kidal, but Libya denied it.",
        attack("TCD", "MLI", by="Chad"),
        attack("TCD", "MLI", by="Libya", **DENIES),
    ),
    (
        "The rebels said they had captured Kidal.",
        attack("Rebels", "MLI", by="Rebels"),
    ),
    (
        "Two Indian soldiers died in a clash with Chinese troops.",
        attack("CHN", "IND"),
    ),
    ("Kofi Annan died in a hospital in Bern.",),
    ("Morocco took delivery of its first Apache helicopters.", arms("", "MAR")),
    ("The gunmen fled.",),
)
def test_who_denies_what_another_said_and_what_pronouns_do(read, text, expected):
    check(read(text), expected)
