"""Turns of phrase that press and states' releases use daily; every sentence is our own."""

from tests.extract.test_reader import (
    DENIES,
    ENDS,
    NEGATED,
    PLANNED,
    POSSIBLE,
    agreement,
    arms,
    attack,
    check,
    deployment,
    meeting,
    sanction,
    table,
)


@table(
    ("Armenia violated the ceasefire with Azerbaijan.", agreement("ARM|AZE", **NEGATED)),
    ("The truce was violated by Ethiopia within hours.", agreement("ETH", **NEGATED)),
    (
        "Sudan denied that it had breached the truce.",
        agreement("SDN", by="Sudan", **NEGATED, **DENIES),
    ),
    ("Qatar said Iran had not flouted the accord.", agreement("IRN", by="Qatar")),
    ("A breach of the ceasefire by Eritrea was reported.", agreement("ERI", **NEGATED)),
)
def test_who_breaks_an_agreement_does_not_keep_it(read, text, expected):
    check(read(text), expected)


@table(
    ("Norway took steps to impose sanctions on Belarus.", sanction("NOR", "BLR", **PLANNED)),
    (
        "Japan is taking further steps to deploy troops to Palau.",
        deployment("JPN", "PLW", **PLANNED),
    ),
    (
        "Canada has taken steps to impose visa restrictions on Georgian officials.",
        sanction("CAN", "GEO", **PLANNED),
    ),
)
def test_steps_to_do_something_are_a_plan(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Ghana told Togo to withdraw its troops from Benin.",
        deployment("TGO", "BEN", by="Ghana", **POSSIBLE, **ENDS),
    ),
    (
        "Peru warned Chile to stop its attacks on Bolivia.",
        attack("CHL", "BOL", by="Peru", **POSSIBLE, **ENDS),
    ),
    (
        "Kenya pressed Uganda and Rwanda to end their attacks on Burundi.",
        attack("RWA|UGA", "BDI", by="Kenya", **POSSIBLE, **ENDS),
    ),
    (
        "China called on India to withdraw its troops from Bhutan.",
        deployment("IND", "BTN", by="China", **POSSIBLE, **ENDS),
    ),
    (
        "Ghana promised Togo to withdraw its troops from Benin.",
        deployment("GHA", "BEN", **PLANNED, **ENDS),
    ),
)
def test_what_others_are_told_to_do_is_theirs_and_not_done(read, text, expected):
    check(read(text), expected)


@table(
    ("Rwandan-backed rebels shelled Bukavu.", attack("Rwandan-backed rebels", "COD")),
    ("Saudi-funded fighters attacked Aden.", attack("Saudi-funded fighters", "YEM")),
    ("Serb-backed militants raided a post in Kosovo.", attack("Serb-backed militants", "XKX")),
)
def test_a_band_is_called_by_who_backs_it(read, text, expected):
    check(read(text), expected)


@table(
    ("State Department Counselor Ann Baker met Lao officials.", meeting("LAO|USA")),
    ("Pentagon Adviser Ann Baker met Peruvian officials in Lima.", meeting("PER|USA")),
    ("FCO Minister Ann Baker met Omani officials.", meeting("GBR|OMN")),
)
def test_who_has_a_title_of_a_ministry_acts_for_its_state(read, text, expected):
    check(read(text), expected)


@table(
    ("Poland sent 20 armoured cars to Ukraine.", arms("POL", "UKR")),
    ("Jordan gave Lebanon ten armored trucks.", arms("JOR", "LBN")),
    ("Turkey delivered armored jeeps to Chad.", arms("TUR", "TCD")),
)
def test_armoured_cars_are_arms(read, text, expected):
    check(read(text), expected)


@table(
    ("Ten people were killed in a Chadian strike on Niamey.", attack("TCD", "NER")),
    ("Six people were wounded in Turkish air strikes on Erbil.", attack("TUR", "IRQ")),
    ("Five people died in Islamic State attacks on Kabul.", attack("ISIS", "AFG")),
    (
        "Ten people were killed in Boko Haram attacks on villages in Cameroon.",
        attack("BOKOHARAM", "CMR"),
    ),
    ("Two Malian soldiers were killed in a raid on Abuja.", attack("", "MLI")),
)
def test_people_killed_in_a_raid_on_a_place_are_its_own(read, text, expected):
    check(read(text), expected)
