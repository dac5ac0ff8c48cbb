"""Who a person is: by what is said beside the name, before tables, datelines and other mentions."""

import pytest

TWO = (
    "Kenyan army officer Ezra Kipsongol said Mali had bought rifles from Turkey. "
    "Ugandan lawmaker Ezra Kipsongol denied that Uganda had sent troops to Chad. "
    "Kipsongol said Uganda would send soldiers to Somalia."
)


def voices(reading):
    agents = {agent.key: agent for agent in reading.agents}
    return [(agents[c.claimant].label, agents[c.claimant].of) for c in reading.claims if c.claimant]


def test_two_of_one_name_are_kept_apart(read):
    reading = read(TWO)
    assert voices(reading) == [("Ezra Kipsongol", of) for of in ("KEN", "UGA", "UGA")]
    assert len({claim.claimant for claim in reading.claims}) == 2


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("LONDON, April 4, 2019 (Wire) -- Lieutenant Colonel Juma Odhiambo, a Kenyan army officer, "
         "said Mali had attacked Chad.", "KEN"),
        ("PARIS (Wire) -- A Ugandan lawmaker, Juma Odhiambo, said Mali had attacked Chad.", "UGA"),
        ("In Lima, a Bolivian senator, Ana Quispe, said Mali had attacked Chad.", "BOL"),
        ("BERLIN (Wire) -- Defence Minister Ikram Osmonov, of Kyrgyzstan, said Mali had attacked "
         "Chad.", "KGZ"),
        ("A Pakistani general, Asim Raza, said Mali had attacked Chad.", "PAK"),
        ("NAIROBI (Wire) -- General Amina Odongo said Mali had attacked Chad. General Amina Odongo "
         "is the Ugandan army chief.", "UGA"),
        ("LONDON (Wire) -- Juma Odhiambo, an analyst, said Mali had attacked Chad.", None),
    ],
)  # fmt: skip
def test_what_is_said_of_a_person_goes_before_where_the_article_is_set(read, text, of):
    assert [found for _, found in voices(read(text))] == [of]


def test_nothing_is_learnt_from_another_article(read):
    read("Juma Odhiambo, a Kenyan army officer, said Mali had attacked Chad.", "one")
    other = read("Juma Odhiambo, an analyst, said Mali had attacked Chad.", "two")
    assert voices(other) == [("Juma Odhiambo", None)]


def test_people_of_two_states_have_two_keys_across_articles(read):
    texts = [
        f"{state} lawmaker Juma Odhiambo said Mali had attacked Chad."
        for state in ("Kenyan", "Ugandan")
    ]
    keys = [read(text).claims[0].claimant for text in texts]
    assert keys == ["person-KEN-juma-odhiambo", "person-UGA-juma-odhiambo"]


def test_a_private_person_and_an_official_of_one_name(read):
    text = (
        "Analyst John Smith said Iran had attacked Israel. "
        "Australian Defence Minister John Smith denied that Australia had sent troops to Fiji."
    )
    assert [of for _, of in voices(read(text))] == [None, "AUS"]


@pytest.mark.parametrize(
    ("text", "label", "of"),
    [
        ("Canadian lawmaker David Cameron said Mali had attacked Chad.", "David Cameron", "CAN"),
        ("British lawmaker David Cameron said Mali had attacked Chad.", "David Cameron", "GBR"),
        ("Portuguese diplomat António Guterres said Mali had attacked Chad.", "António Guterres",
         "UN"),
    ],
)  # fmt: skip
def test_a_stated_state_goes_before_the_table(read, text, label, of):
    assert voices(read(text)) == [(label, of)]


def test_one_who_serves_a_state_and_an_organisation_is_one(read):
    text = (
        "U.N. envoy Ibrahim Mensah said Mali had attacked Chad. "
        "Ghanaian diplomat Ibrahim Mensah denied that Chad had attacked Niger."
    )
    assert len({claim.claimant for claim in read(text).claims}) == 1


def test_a_surname_is_whoever_was_brought_in_without_a_title(read):
    text = (
        "The Zambian foreign minister, Peter Banda, said Congo had attacked Angola. "
        "Banda denied that Zambia had sent troops to Congo."
    )
    assert voices(read(text)) == [("Peter Banda", "ZMB")] * 2


def test_nationalities_of_several_are_not_shared_out_by_place(read):
    """Neither is known to be told first: the table says who leads what."""
    (claim,) = read(
        "In Warsaw, the president met his German and French counterparts, Emmanuel Macron and "
        "Angela Merkel."
    ).claims
    assert {"emmanuel-macron", "angela-merkel"} <= {*claim.actors}
