from kg.model import Event, Relation, Story
from kg.spark.agents import Joined
from kg.spark.facts import Alike, Countered, Disputed
from kg.spark.pieces import whole
from kg.spark.portions import columns, portion, written
from kg.spark.stories import Told
from tests.spark import drawn

BASE = "https://example.org/news/"


def article():
    name, reading = next((n, r) for n, r in drawn.drawn().items() if len(r.claims) > 1)
    return whole(reading, Told(Story("s", (name,)), name), Joined({}, {}))


def test_a_portion_holds_the_facts_by_their_kinds():
    one = article()
    first, second = one.claims[:2]
    event = Event("e", "Attack", (), (), None, "Attack", (first.id,), status="asserted")
    relation = Relation("counters", first.id, second.id)
    facts = [event, relation, Countered(first.id), Disputed(second.id, first.id), Alike("e", "f")]
    part = portion(one, facts, BASE)
    assert (part.events, part.relations, part.alike) == ((event,), (relation,), (("e", "f"),))
    assert part.disputes == ((second.id, first.id),)
    assert part.claims[0].kind == "counterAccusation" and part.claims[1] == second
    assert part.articles[0].text == "" and part.articles[0].digest


def test_lines_are_sorted_and_rows_are_those_of_the_articles_claims():
    one = article()
    (made,) = written([(one, [])], BASE)
    assert list(made.lines) == sorted(set(made.lines))
    assert all(line.startswith("<") and line.endswith(" .") for line in made.lines)
    place = columns().index("claim")
    assert sorted(row[place] for row in made.rows) == sorted(claim.id for claim in one.claims)
