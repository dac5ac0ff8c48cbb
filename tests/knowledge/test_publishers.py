"""Who puts out news: a closed table, its owners, and how it agrees with the other tables."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge import gazetteer
from kg.knowledge.publishers import crediting, load, publishers
from kg.knowledge.rows import Table
from kg.knowledge.tables import PublisherRow

HEAD = "key,label,kind,names,domains,of,checked\n"
ROWS = (
    "coast-daily,The Coast Daily,outlet,Coast Daily|CD,coast.example,harbour-group,recalled\n"
    "coast-radio,Coast Radio,outlet,,radio.example,harbour-group,recalled\n"
    "harbour-group,Harbour Group,owner,,,,recalled\n"
    "norwegian-post,Norwegian Post,outlet,,,NOR,recalled\n"
    "wind-agency,Wind Agency,agency,W.A.|WIND,wind.example,,recalled\n"
)


def made(tmp_path, text=HEAD + ROWS):
    path = tmp_path / "publishers.csv"
    path.write_text(text, "utf-8")
    return publishers(Table.load(path, PublisherRow))


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("The Coast Daily", "coast-daily"),
        ("coast daily", "coast-daily"),
        ("www.coast.example", "coast-daily"),
        ("news.Coast.example", "coast-daily"),
        ("Wind-Agency", "wind-agency"),
        ("WA", "wind-agency"),
        ("Coast", ""),
        ("example", ""),
    ],
)
def test_a_publisher_is_known_by_name_spelling_and_host(tmp_path, said, key):
    assert made(tmp_path).named(said) == key


def test_outlets_count_as_their_owner(tmp_path):
    table = made(tmp_path)
    assert {table.family(k) for k in ("coast-daily", "coast-radio")} == {"harbour-group"}
    assert (table.family("norwegian-post"), table.label("NOR")) == ("NOR", "Norway")
    assert (table.family("wind-agency"), table.is_state("NOR")) == ("wind-agency", True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("domains,of", "domians,of", "domians: there is no such column here. Did you mean 'domai"),
        ("Radio,outlet", "Radio,outlt", r"line 3: kind = 'outlt': .* mean 'outlet'"),
        ("radio.example,harbour-group", "radio.example,harbor-group", "Did you mean 'harbour-gr"),
        ("radio.example", "http://radio", "line 3: domains = 'http://radio': it has to be a host"),
        ("coast-radio,", "coast-daily,", "line 3: key = 'coast-daily': line 2 has the same"),
        ("radio.example", "coast.example", "coast-daily and coast-radio both have it"),
        ("WIND,", "Coast Radio,", "coast-radio and wind-agency both have it"),
        ("Group,owner,,,", "Group,owner,,,coast-daily", "whoever owns it belongs to it"),
    ],
)
def test_what_breaks_the_table_is_refused(tmp_path, old, new, said):
    assert old in HEAD + ROWS
    with pytest.raises(KnowledgeError, match=said):
        made(tmp_path, (HEAD + ROWS).replace(old, new, 1))


def test_state_media_of_the_other_tables_are_of_their_state_here_too():
    table, known, differ = load(), gazetteer.load(), set()
    run_by_states = [
        *(o for o in known.organisations.values() if o.kind == "Media" and o.of in known.states),
        *(body for body in known.bodies.values() if body.role == "state_media"),
    ]
    for row in run_by_states:
        key = next((found for name in (row.label, *row.names) if (found := table.named(name))), "")
        if key and table.family(key) != row.of:
            differ.add(row.label)
    # One has an owner that other broadcasters have too; one is claimed by two governments.
    assert differ == {"Voice of America", "Saba news agency"}
    assert len(run_by_states) > 70


def test_credits_name_publishers_of_the_table():
    assert set(crediting().signatures) <= set(load().rows)
