"""What the reader makes of single sentences, with the bundled model.

Every sentence is our own. A claim is told as class, actors and recipients (principals), then
whatever is not the plainest: claimant, stance, modality, negation, phase.
"""

from dataclasses import dataclass

import pytest

from kg.model import Agent, Reading


@dataclass(frozen=True, order=True)
class Said:
    event_class: str
    actors: str = ""
    recipients: str = ""
    by: str = ""
    stance: str = "asserts"
    modality: str = "actual"
    negated: bool = False
    phase: str = "starts"


def said(reading: Reading) -> list[Said]:
    agents = {agent.key: agent for agent in reading.agents}

    def principals(keys: tuple[str, ...]) -> str:
        return "|".join(sorted({shown(agents[key]) for key in keys}))

    def shown(agent: Agent) -> str:
        return agent.label if agent.principal.startswith("group-") else agent.principal

    return [
        Said(
            claim.event_class,
            principals(claim.actors),
            principals(claim.recipients),
            agents[claim.claimant].label if claim.claimant else "",
            claim.stance,
            claim.modality,
            claim.negated,
            claim.phase,
        )
        for claim in reading.claims
    ]


def deployment(actors="", recipients="", **more):
    return Said("Deployment", actors, recipients, **more)


def arms(actors="", recipients="", **more):
    return Said("ArmsTransfer", actors, recipients, **more)


def technology(actors="", recipients="", **more):
    return Said("TechnologyTransfer", actors, recipients, **more)


def aid(actors="", recipients="", **more):
    return Said("Aid", actors, recipients, **more)


def sanction(actors="", recipients="", **more):
    return Said("Sanction", actors, recipients, **more)


def attack(actors="", recipients="", **more):
    return Said("Attack", actors, recipients, **more)


def invasion(actors="", recipients="", **more):
    return Said("Invasion", actors, recipients, **more)


def threat(actors="", recipients="", **more):
    return Said("Threat", actors, recipients, **more)


def meeting(actors, **more):
    return Said("Meeting", actors, **more)


def agreement(actors, **more):
    return Said("Agreement", actors, **more)


def event(actors="", **more):
    return Said("Event", actors, **more)


DENIES = {"stance": "denies"}
UNCONFIRMED = {"stance": "unconfirmed"}
ALLEGED = {"modality": "alleged"}
PLANNED = {"modality": "planned"}
POSSIBLE = {"modality": "possible"}
CONDITIONAL = {"modality": "conditional"}
NEGATED = {"negated": True}
ENDS = {"phase": "ends"}
ONGOING = {"phase": "ongoing"}


def check(reading: Reading, expected: tuple[Said, ...]) -> None:
    assert sorted(said(reading)) == sorted(expected)


def table(*rows):
    return pytest.mark.parametrize(
        ("text", "expected"), [(text, claims) for text, *claims in rows], ids=[r[0] for r in rows]
    )


@table(
    ("Ghana has 450 soldiers stationed in Mali.", deployment("GHA", "MLI", **ONGOING)),
    ("Turkey has sent 300 soldiers to Libya.", deployment("TUR", "LBY")),
    ("Uganda sent about 2,000 troops to South Sudan in January.", deployment("UGA", "SSD")),
    ("France and Germany sent troops to Niger.", deployment("DEU|FRA", "NER")),
    ("The African Union sent peacekeepers to Somalia.", deployment("AU", "SOM")),
    ("Troops arrived in Chad.", deployment("", "TCD")),
    ("Denmark deployed a frigate to Cyprus.", deployment("DNK", "CYP")),
    (
        "American soldiers stationed in Japan held a parade.",
        deployment("USA", "JPN", phase="ongoing"),
    ),
    ("Morocco received tanks from Jordan.", arms("JOR", "MAR")),
    ("India bought fighter jets from France.", arms("FRA", "IND")),
    ("Pakistan equipped Nigeria with fighter jets.", arms("PAK", "NGA")),
    ("Italy supplied rifles to Libya and Tunisia.", arms("ITA", "LBY|TUN")),
    ("Pakistan transferred nuclear technology to Libya.", technology("PAK", "LBY")),
    ("China shared satellite technology with Bolivia.", technology("CHN", "BOL")),
    ("North Macedonia received nuclear technology from Iran.", technology("IRN", "MKD")),
    ("Kuwait delivered food to Yemen.", aid("KWT", "YEM")),
    ("The European Union imposed sanctions on Belarus.", sanction("EU", "BLR")),
    ("The United Nations imposed an arms embargo on Eritrea.", sanction("UN", "ERI")),
    ("Mali and Niger imposed sanctions on Benin.", sanction("MLI|NER", "BEN")),
    ("Bulgaria expelled two Serbian diplomats.", sanction("BGR", "SRB")),
    ("Switzerland froze the assets of Angola.", sanction("CHE", "AGO")),
    ("Bahrain severed diplomatic ties with Qatar.", sanction("BHR", "QAT")),
    ("Algeria and Tunisia signed a treaty.", agreement("DZA|TUN")),
    ("Japan signed a trade agreement with Australia.", agreement("AUS|JPN")),
    ("Oman and Qatar reached an agreement.", agreement("OMN|QAT")),
    ("Norway ratified the treaty with Japan.", agreement("JPN|NOR")),
    ("Croatia ratified the pact.", agreement("HRV")),
    ("Narendra Modi met Shinzo Abe in Tokyo.", meeting("IND|JPN")),
    ("Greece and Turkey held talks in Vienna.", meeting("GRC|TUR")),
    ("Chinese President Xi Jinping visited Italy.", meeting("CHN|ITA")),
    ("The Indian foreign minister visited Bhutan.", meeting("BTN|IND")),
    ("Justin Trudeau and Angela Merkel held a phone call.", meeting("CAN|DEU")),
    ("Iran threatened Israel with war.", threat("IRN", "ISR")),
    ("Turkey warned Greece of war.", threat("TUR", "GRC")),
    ("Israel bombed Lebanon.", attack("ISR", "LBN")),
    ("Hezbollah fired rockets at Israel.", attack("HEZBOLLAH", "ISR")),
    ("Armenian forces shelled a village in Azerbaijan.", attack("ARM", "AZE")),
    ("Azerbaijani forces fired on a village in Armenia.", attack("AZE", "ARM")),
    ("In March 2018 Turkey attacked Syria.", attack("TUR", "SYR")),
    ("The Taliban captured Kabul.", attack("TALIBAN", "AFG")),
    ("Iraq invaded Kuwait in 1990.", invasion("IRQ", "KWT")),
)
def test_asserted(read, text, expected):
    check(read(text), expected)


@table(
    ("Sanctions were imposed on Mali.", sanction("", "MLI")),
    ("Kenyan troops were deployed to Haiti.", deployment("KEN", "HTI")),
    ("A Saudi airport was attacked by the Houthis.", attack("HOUTHI", "SAU")),
    (
        "Serbia was accused by Kosovo of sending weapons to Bosnia.",
        arms("SRB", "BIH", by="Kosovo"),
    ),
)
def test_passive(read, text, expected):
    check(read(text), expected)


@table(
    (
        "New Zealand's sanctions against Fiji remain in force.",
        sanction("NZL", "FJI", phase="ongoing"),
    ),
    ("British sanctions on Zimbabwe hurt farmers.", sanction("GBR", "ZWE")),
    ("The U.S.-led sanctions against Cuba hurt the economy.", sanction("USA", "CUB")),
    ("Following Iraq's invasion of Kuwait, oil prices rose.", invasion("IRQ", "KWT")),
    ("Ethiopia’s attack on Eritrea killed dozens.", attack("ETH", "ERI")),
    ("The sale of Israeli drones to Azerbaijan angered Armenia.", arms("ISR", "AZE")),
    ("The meeting between Egypt and Sudan ended on Sunday.", meeting("EGY|SDN")),
    ("Iran's threat against Israel alarmed diplomats.", threat("IRN", "ISR")),
)
def test_nominal(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Cyprus said that Turkey had sent warships to the eastern Mediterranean.",
        deployment("TUR", "", by="Cyprus"),
    ),
    (
        "Athens said Ankara had deployed two frigates near Crete.",
        deployment("TUR", "GRC", by="Greece"),
    ),
    ("Experts said Iran had sent drones to Sudan.", arms("IRN", "SDN", by="Experts")),
    (
        "The Brazilian defence minister said Venezuela had sent tanks to Bolivia.",
        arms("VEN", "BOL", by="Fernando Azevedo e Silva"),
    ),
    (
        "In a statement, Venezuela said Colombia had attacked its soldiers.",
        attack("COL", "VEN", by="Venezuela"),
    ),
    (
        "Ethiopia told Kenya that Eritrea had attacked its soldiers.",
        attack("ERI", "ETH", by="Ethiopia"),
    ),
    (
        "France confirmed that it had sent helicopters to Mali.",
        deployment("FRA", "MLI", by="France"),
    ),
    ("According to Egypt, Sudan has sent arms to Ethiopia.", arms("SDN", "ETH", by="Egypt")),
    ("Sudan has sent arms to Ethiopia, according to Egypt.", arms("SDN", "ETH", by="Egypt")),
    (
        "Qatar sent troops to Yemen, according to officials in Oman.",
        deployment("QAT", "YEM", by="Omani officials"),
    ),
    ("Turkey has sent soldiers to Libya, Egypt said.", deployment("TUR", "LBY", by="Egypt")),
    ("Pakistan condemned the Indian attack on Kashmir.", attack("IND", "", by="Pakistan")),
)
def test_claimed_by_somebody(read, text, expected):
    check(read(text), expected)


@table(
    (
        "“Turkey has sent soldiers to Libya,” the Greek foreign ministry said.",
        deployment("TUR", "LBY", by="Greek Foreign Ministry"),
    ),
    (
        "The Egyptian army said: “Turkey has sent soldiers to Libya.”",
        deployment("TUR", "LBY", by="Egyptian Armed Forces"),
    ),
    ('"Sudan has attacked our soldiers," Chad said.', attack("SDN", "TCD", by="Chad")),
    (
        "“Sudan has bombed our villages,” Chad’s defence ministry said.",
        attack("SDN", "TCD", by="Chadian Defence Ministry"),
    ),
    (
        "“Iran supplied the drones to Sudan,” said Benjamin Netanyahu, “and we will respond.”",
        arms("IRN", "SDN", by="Benjamin Netanyahu"),
    ),
    (
        "“We will send troops to Niger,” the president of Nigeria said.",
        deployment("NGA", "NER", by="Muhammadu Buhari", **PLANNED),
    ),
    (
        "“We have never sent troops to Yemen,” Oman said.",
        deployment("OMN", "YEM", by="Oman", **NEGATED),
    ),
)
def test_quoted(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Ethiopia denied that it had sent troops to Somalia.",
        deployment("ETH", "SOM", by="Ethiopia", **DENIES),
    ),
    (
        "Rwanda has denied sending troops to Congo.",
        deployment("RWA", "COD", by="Rwanda", **DENIES),
    ),
    (
        "Both Rwanda and Uganda have denied sending soldiers to Burundi.",
        deployment("RWA|UGA", "BDI", by="Rwanda", **DENIES),
        deployment("RWA|UGA", "BDI", by="Uganda", **DENIES),
    ),
    ("Iran denied supplying missiles to the Houthis.", arms("IRN", "HOUTHI", by="Iran", **DENIES)),
    (
        "Chad rejected claims that it had sold weapons to Sudan.",
        arms("TCD", "SDN", by="Chad", **DENIES),
    ),
    (
        "Sudan denied that weapons were sent to Chad.",
        arms("", "TCD", by="Sudan", **DENIES),
    ),
    (
        "Egypt said that Sudan had denied attacking Ethiopia.",
        attack("SDN", "ETH", by="Sudan", **DENIES),
    ),
    (
        "Vietnam, which has denied sending troops to Laos, signed a treaty with China.",
        deployment("VNM", "LAO", by="Vietnam", **DENIES),
        agreement("CHN|VNM"),
    ),
)
def test_denied(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Egypt has yet to confirm the deployment of Turkish troops to Libya.",
        deployment("TUR", "LBY", by="Egypt", **UNCONFIRMED),
    ),
    (
        "Israel declined to confirm that its aircraft had bombed Syria.",
        attack("ISR", "SYR", by="Israel", **UNCONFIRMED),
    ),
    (
        "Germany could not confirm that Serbia had sent troops to Kosovo.",
        deployment("SRB", "XKX", by="Germany", **UNCONFIRMED),
    ),
    (
        "Japan has not confirmed that China sent soldiers to the Philippines.",
        deployment("CHN", "PHL", by="Japan", **UNCONFIRMED),
    ),
    (
        "Israel neither confirmed nor denied the strike on Syria.",
        attack("", "SYR", by="Israel", **UNCONFIRMED),
    ),
)
def test_unconfirmed(read, text, expected):
    check(read(text), expected)


@table(
    (
        "The alleged deployment of Eritrean troops to Ethiopia alarmed diplomats.",
        deployment("ERI", "ETH", **ALLEGED),
    ),
    ("Algeria has reportedly sent tanks to Mali.", arms("DZA", "MLI", **ALLEGED)),
    (
        "Iran is believed to have supplied rockets to Hezbollah.",
        arms("IRN", "HEZBOLLAH", **ALLEGED),
    ),
    (
        "The purported sale of Iranian drones to Venezuela worried Colombia.",
        arms("IRN", "VEN", **ALLEGED),
    ),
    (
        "Eritrea is said to have sent troops to Ethiopia.",
        deployment("ERI", "ETH", **ALLEGED),
    ),
    ("Sudan's alleged attack on Chad was condemned.", attack("SDN", "TCD", **ALLEGED)),
)
def test_alleged(read, text, expected):
    check(read(text), expected)


@table(
    ("Canada will send 200 soldiers to Latvia.", deployment("CAN", "LVA", **PLANNED)),
    ("Denmark plans to impose sanctions on Belarus.", sanction("DNK", "BLR", **PLANNED)),
    ("Norway agreed to supply missiles to Lithuania.", arms("NOR", "LTU", **PLANNED)),
    (
        "India is preparing to deploy warships to the Maldives.",
        deployment("IND", "MDV", **PLANNED),
    ),
    (
        "Belgium intends to withdraw its soldiers from Mali.",
        deployment("BEL", "MLI", **PLANNED, **ENDS),
    ),
    (
        "The president of Kenya ordered the deployment of troops to Haiti.",
        deployment("KEN", "HTI", **PLANNED),
    ),
    (
        "The United States approved the sale of missiles to Taiwan.",
        arms("USA", "TWN", **PLANNED),
    ),
    (
        "Finland's plan to send soldiers to Mali was criticised.",
        deployment("FIN", "MLI", **PLANNED),
    ),
    ("Norway will provide humanitarian aid to Yemen.", aid("NOR", "YEM", **PLANNED)),
    ("Sweden pledged $50 million to Lebanon.", aid("SWE", "LBN", **PLANNED)),
)
def test_planned(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Italy may withdraw its troops from Afghanistan.",
        deployment("ITA", "AFG", **POSSIBLE, **ENDS),
    ),
    ("Brazil could impose sanctions on Venezuela.", sanction("BRA", "VEN", **POSSIBLE)),
    ("Sudan might attack Chad.", attack("SDN", "TCD", **POSSIBLE)),
    (
        "Officials fear Iran could send missiles to Iraq.",
        arms("IRN", "IRQ", by="Officials", **POSSIBLE),
    ),
    (
        "Japan is concerned that China might send ships to Palau.",
        deployment("CHN", "PLW", by="Japan", **POSSIBLE),
    ),
)
def test_possible(read, text, expected):
    check(read(text), expected)


@table(
    (
        "If Turkey sends troops to Libya, Egypt will close the border.",
        deployment("TUR", "LBY", **CONDITIONAL),
    ),
    (
        "Greece will impose sanctions on Turkey if talks fail.",
        sanction("GRC", "TUR", **CONDITIONAL),
    ),
    (
        "Japan would impose sanctions on Iran if the talks failed.",
        sanction("JPN", "IRN", **CONDITIONAL),
    ),
    (
        "The Netherlands will suspend aid to Rwanda unless the fighting stops.",
        aid("NLD", "RWA", **CONDITIONAL, **NEGATED),
    ),
    (
        "Egypt will attack Sudan if Sudan sends troops to Eritrea.",
        attack("EGY", "SDN", **CONDITIONAL),
        deployment("SDN", "ERI", **CONDITIONAL),
    ),
)
def test_conditional(read, text, expected):
    check(read(text), expected)


@table(
    ("Switzerland refused to supply ammunition to Denmark.", arms("CHE", "DNK", **NEGATED)),
    ("Austria did not send troops to Mali.", deployment("AUT", "MLI", **NEGATED)),
    ("Germany has resisted calls to supply tanks to Georgia.", arms("DEU", "GEO", **NEGATED)),
    ("Jordan has never sold weapons to Yemen.", arms("JOR", "YEM", **NEGATED)),
    ("Zambia failed to send peacekeepers to Congo.", deployment("ZMB", "COD", **NEGATED)),
    (
        "Portugal ruled out sending troops to Mozambique.",
        deployment("PRT", "MOZ", **PLANNED, **NEGATED),
    ),
    ("The Netherlands suspended aid to Uganda.", aid("NLD", "UGA", **NEGATED)),
    (
        "Cyprus will not impose sanctions on Lebanon.",
        sanction("CYP", "LBN", **PLANNED, **NEGATED),
    ),
    (
        "Japan's refusal to send troops to Iraq angered allies.",
        deployment("JPN", "IRQ", **NEGATED),
    ),
)
def test_refused_and_negated(read, text, expected):
    check(read(text), expected)


@table(
    ("The United States lifted sanctions on Sudan.", sanction("USA", "SDN", **ENDS)),
    ("Canada eased its sanctions against Myanmar.", sanction("CAN", "MMR", **ENDS)),
    ("Germany called off its sanctions against Belarus.", sanction("DEU", "BLR", **ENDS)),
    ("France withdrew its troops from Mali.", deployment("FRA", "MLI", **ENDS)),
    (
        "The withdrawal of French troops from Niger began on Monday.",
        deployment("FRA", "NER", **ENDS),
    ),
    ("Turkey maintains 2,000 troops in Qatar.", deployment("TUR", "QAT", **ONGOING)),
    ("Ethiopian troops withdrew from Somalia.", deployment("ETH", "SOM", **ENDS)),
    ("Kenya withdrew from the treaty.", agreement("KEN", **ENDS)),
)
def test_phases(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Ethiopia has sent troops to Somalia, Egypt said. Ethiopia denied such movements.",
        deployment("ETH", "SOM", by="Egypt"),
        deployment("ETH", "SOM", by="Ethiopia", **DENIES),
    ),
    (
        "Turkey has sent soldiers to Libya, Egypt said. Ankara rejected these claims.",
        deployment("TUR", "LBY", by="Egypt"),
        deployment("TUR", "LBY", by="Turkey", **DENIES),
    ),
    (
        "Rwanda has sent soldiers to Congo, Burundi said. Rwanda denied the allegations.",
        deployment("RWA", "COD", by="Burundi"),
        deployment("RWA", "COD", by="Rwanda", **DENIES),
    ),
    (
        "Somalia said Ethiopia had sent troops to Djibouti. Ethiopia rejected the report.",
        deployment("ETH", "DJI", by="Somalia"),
        deployment("ETH", "DJI", by="Ethiopia", **DENIES),
    ),
    (
        "Sudan has attacked Chad, France said. Sudan denied it.",
        attack("SDN", "TCD", by="France"),
        attack("SDN", "TCD", by="Sudan", **DENIES),
    ),
    (
        "Egypt attacked Libya. The attack killed ten people.",
        attack("EGY", "LBY"),
        attack("EGY", "LBY"),
    ),
)
def test_events_named_again(read, text, expected):
    check(read(text), expected)
    first, second = read(text).claims
    assert second.about == first.id


@table(
    (
        "Belgium changed course. The country will send soldiers to Estonia.",
        deployment("BEL", "EST", **PLANNED),
    ),
    ("Portugal acted on Monday. It imposed sanctions on Angola.", sanction("PRT", "AGO")),
    ("Sweden said its soldiers were deployed to Finland.", deployment("SWE", "FIN", by="Sweden")),
    (
        "Japan's spy agency issued a report. The agency said China had sent ships to Vietnam.",
        deployment("CHN", "VNM", by="Cabinet Intelligence and Research Office"),
    ),
    (
        "The Greek foreign ministry issued a statement. "
        "The ministry said Turkey had attacked a Greek ship.",
        attack("TUR", "GRC", by="Greek Foreign Ministry"),
    ),
    (
        "President Emmanuel Macron spoke. Mr. Macron said France had sent troops to Chad.",
        deployment("FRA", "TCD", by="Emmanuel Macron"),
    ),
    (
        "Angela Merkel spoke to reporters. She said Germany would send soldiers to Niger.",
        deployment("DEU", "NER", by="Angela Merkel", **PLANNED),
    ),
    (
        "Peru and Chile settled a dispute. The two countries signed an agreement on Friday.",
        agreement("CHL|PER"),
    ),
    (
        "Kenya and Uganda met on Monday. They signed a treaty.",
        meeting("KEN|UGA"),
        agreement("KEN|UGA"),
    ),
)
def test_agents_named_again(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Turkey, which has sent soldiers to Libya, signed a treaty with Qatar.",
        deployment("TUR", "LBY"),
        agreement("QAT|TUR"),
    ),
    (
        "Hungary wants Germany to deploy missiles in Slovakia.",
        deployment("DEU", "SVK", by="Hungary", **POSSIBLE),
    ),
)
def test_deep_subjects(read, text, expected):
    check(read(text), expected)


@table(
    (
        "Iran denied that it had arrested the journalist.",
        event("IRN", by="Iran", **DENIES),
    ),
    ("Qatar denied that it had bribed officials.", event("QAT", by="Qatar", **DENIES)),
    ("Myanmar denied the allegations of torture.", event(by="Myanmar", **DENIES)),
    ("Cambodia denied claims of torture in its prisons.", event(by="Cambodia", **DENIES)),
)
def test_a_denial_of_anything_else_is_kept_as_a_plain_event(read, text, expected):
    check(read(text), expected)
    (claim,) = read(text).claims
    assert claim.label
    assert claim.label in text


@pytest.mark.parametrize(
    "text",
    [
        "Malaysia denied entry to the activist.",
        "Canada denied visas to two athletes.",
        "Ghana denied a request for bail.",
        "Australia denied asylum to three sailors.",
        "Brazil sent a letter to Peru.",
        "Norway supplied Sweden with electricity.",
        "Police were deployed to the stadium in Lagos.",
        "The company deployed software in India.",
        "Mexico sent an envoy to Honduras.",
        "Israel sent firefighters to Greece.",
        "Parliament sanctioned the budget.",
        "Teachers in Ghana went on strike.",
    ],
)
def test_what_is_no_claim(read, text):
    assert said(read(text)) == []


@pytest.mark.parametrize(
    ("text", "trigger", "reason"),
    [
        ("Mexico sent an envoy to Honduras.", "sent", "'envoy' is no "),
        ("Israel sent firefighters to Greece.", "sent", "'firefighters' is no "),
        ("Parliament sanctioned the budget.", "sanctioned", "no recipient known of 'sanctioned'"),
    ],
)
def test_what_is_declined_says_why(read, text, trigger, reason):
    (declined,) = read(text).declined
    assert declined.trigger == trigger
    assert declined.reason.startswith(reason)
    assert declined.sentence.quote == text


def test_figure_time_place_and_words(read):
    text = "Uganda sent about 2,000 troops to South Sudan in January."
    (claim,) = read(text).claims
    assert (claim.quantity.low, claim.quantity.qualifier) == (2000, "about")
    assert (claim.time.start.isoformat(), claim.time.end.isoformat()) == (
        "2019-01-01",
        "2019-01-31",
    )
    assert claim.place == "South Sudan"
    assert claim.trigger.quote == "sent"
    assert claim.evidence.quote == "Uganda sent about 2,000 troops to South Sudan"


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("Ghana deployed an 800-member force to Liberia.", 800, "force"),
        ("Ghana deployed a force of 800 to Liberia.", 800, "force"),
        ("Ghana has 450 soldiers stationed in Mali.", 450, "soldiers"),
        ("Nigeria will raise its troops in Liberia to 2,000.", 2000, "troops"),
        ("Togo sent an estimated 90 soldiers to Benin.", 90, "soldiers"),
        ("Belgium banned 18 Omani nationals from entering the country.", 18, "nationals"),
        ("Kuwait expelled three of Iran's diplomats.", 3, "diplomats"),
        ("The attack left three Malian soldiers dead.", 3, "soldiers"),
    ],
)
def test_figures_of_forces_of_those_hit_and_of_the_dead(read, text, low, unit):
    (claim,) = read(text).claims
    assert (claim.quantity.low, claim.quantity.unit) == (low, unit)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels seized towns in the south of Somalia in January.", "in January"),
        ("The EU imposed an arms embargo on Sudan starting May 7.", "starting May 7"),
        ("Uganda sent 200 troops to the capital of South Sudan last week.", "last week"),
    ],
)
def test_a_time_behind_a_role_is_that_of_the_event(read, text, words):
    (claim,) = read(text).claims
    assert claim.time.words == words


def test_a_time_of_another_event_stays_with_it(read):
    text = "Kenya sent troops to Somalia under the treaty of 2013."
    (claim,) = (c for c in read(text).claims if c.event_class == "Deployment")
    assert claim.time is None


def test_the_words_that_deny_are_the_cue(read):
    (claim,) = read("Ethiopia denied that it had sent troops to Somalia.").claims
    assert claim.cue == "denied"
    assert claim.evidence.quote.startswith("Ethiopia denied")


def test_every_agent_of_a_claim_is_given_with_its_principal(read):
    reading = read("The Indian foreign minister said China had sent soldiers to Bhutan.")
    keys = {agent.key for agent in reading.agents}
    assert {agent.principal for agent in reading.agents} <= keys
    (claim,) = reading.claims
    assert {claim.claimant, *claim.actors, *claim.recipients} <= keys


def test_a_group_that_belongs_to_a_group_is_no_entry_of_the_gazetteer(read):
    reading = read("Brazil has imposed sanctions on leaders of both sides in the conflict.")
    (claim,) = (c for c in reading.claims if c.event_class == "Sanction")
    keys = {agent.key: agent for agent in reading.agents}
    assert set(claim.recipients) <= set(keys)


@pytest.mark.parametrize(
    ("text", "recipients", "negated"),
    [
        ("Brazil bought missiles from Israel. It sent them to Chile.", ["CHL"], False),
        ("About 300 Kenyan troops are stationed in Haiti. Nairobi refused to withdraw them.",
         ["HTI"], True),
    ],
)  # fmt: skip
def test_what_was_sent_is_a_pronoun(read, text, recipients, negated):
    claim = read(text).claims[-1]
    assert (list(claim.recipients), claim.negated) == (recipients, negated)


def test_a_comment_declined_is_no_deed_refused(read):
    text = "Oman declined to comment on reports that Peru had sent tanks to Bolivia."
    (claim,) = (c for c in read(text).claims if c.event_class == "ArmsTransfer")
    assert (claim.stance, claim.modality, claim.negated) == ("asserts", "alleged", False)


def test_what_is_likely_or_unlikely_is_possible(read):
    (claim,) = read("A Turkish attack on Cyprus is unlikely.").claims
    assert claim.modality == "possible"


def test_the_regime_is_not_that_of_its_critic(read):
    text = "Myanmar held no vote. Norway condemned the regime's air strikes on villages."
    claim = read(text).claims[-1]
    assert claim.claimant == "NOR"
    assert all(key.startswith("MMR") for key in claim.actors)


def test_what_an_act_is_called_is_the_act(read):
    (claim,) = read("Chad carried out what it called precision strikes on camps in Sudan.").claims
    assert (claim.event_class, claim.actors) == ("Attack", ("TCD",))


def test_citizens_who_travel_meet_nobody(read):
    assert read("Norwegians travelled to Mali in June.").claims == ()


@pytest.mark.parametrize(
    ("text", "event_class", "actors", "recipients"),
    [
        ("Ethiopia is moving tanks towards Eritrea.", "Deployment", "ETH", "ERI"),
        ("Kenyan planes had carried weapons to Chad.", "ArmsTransfer", "KEN", "TCD"),
        ("Norway will donate two patrol aircraft.", "ArmsTransfer", "NOR", ""),
    ],
)
def test_heavy_weapons_moved_carried_or_donated(read, text, event_class, actors, recipients):
    (claim,) = read(text).claims
    assert claim.event_class == event_class
    assert "|".join(a[:3] for a in claim.actors) == actors
    assert "|".join(claim.recipients) == recipients


def test_a_place_that_only_the_pipeline_knows_is_a_place(read):
    (claim,) = read("Chad's army captured Kalemba on Friday.").claims
    assert (claim.event_class, claim.place) == ("Attack", "Kalemba")


def test_the_capital_is_that_of_the_state_spoken_of(read):
    text = "Chad asked for help. The first Moroccan troops landed in the capital on Monday."
    (claim,) = (c for c in read(text).claims if c.event_class == "Deployment")
    assert claim.recipients == ("TCD",)


def test_government_forces_are_those_of_the_state_spoken_of(read):
    text = "Fighting went on in Mali. Government forces began deploying to Kidal on Monday."
    (claim,) = (c for c in read(text).claims if c.event_class == "Deployment")
    assert [key[:3] for key in claim.actors] == ["MLI"]


def test_civilians_hit_stand_for_their_state(read):
    (claim,) = read("Burundian troops attacked a camp of Congolese refugees.").claims
    assert (claim.event_class, list(claim.recipients)) == ("Attack", ["COD"])
