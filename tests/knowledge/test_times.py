import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge.schema import read
from kg.knowledge.times import TimeTables

SHIPPED = resources.ontology("lexicon", "times.toml")


def test_the_shipped_words_number_days_and_months():
    tables = read(SHIPPED, TimeTables)
    assert sorted(set(tables.weekdays.values())) == [*range(7)]
    assert sorted(set(tables.months.values())) == [*range(1, 13)]
    assert set(tables.short_months.values()) <= set(tables.months.values())
    assert tables.units["week"] == "week"
    assert tables.ambiguous_months <= {*tables.months, *tables.short_months}


def test_a_preposition_does_one_of_few_things(tmp_path):
    path = tmp_path / "times.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace('= "until"', '= "untill"', 1))
    with pytest.raises(KnowledgeError, match="untill"):
        read(path, TimeTables)
