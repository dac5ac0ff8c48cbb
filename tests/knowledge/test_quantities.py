import msgspec
import pytest

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge.quantities import QuantityTables
from kg.knowledge.schema import read

SHIPPED = resources.ontology("lexicon", "quantities.toml")


def test_the_shipped_words_tell_bounds_scales_and_currencies():
    tables = read(SHIPPED, QuantityTables)
    assert (tables.before["at least"], tables.before["up to"]) == ("least", "most")
    assert tables.scales["million"] == 10**6
    assert set(tables.currency_before.values()) >= {"USD", "EUR"}
    assert not set(tables.before) & tables.vague


def test_a_bound_that_is_none_is_refused(tmp_path):
    path = tmp_path / "quantities.toml"
    path.write_text(SHIPPED.read_text(encoding="utf-8").replace('= "least"', '= "lest"', 1))
    with pytest.raises(KnowledgeError, match="lest"):
        read(path, QuantityTables)


def test_no_table_may_be_missing():
    with pytest.raises(msgspec.ValidationError, match="before"):
        msgspec.convert({}, QuantityTables)
