"""CSV into structs: columns, cells and keys that a table may not have are refused with the line."""

from pathlib import Path
from typing import Literal

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.names import State, Word, names
from kg.knowledge.rows import Table, unique
from kg.knowledge.tables import Item, _Dated

STATES = {"state": names({"FRA", "GBR"}, "states.csv")}
GIVEN = """key,label,names,kind,of,main,wikidata,start,end,checked
one,One,Uno|Un,city,FRA,true,Q1,2011-05,2012,by hand
two,"Two, too",,base,,false,,,,
"""


class Row(_Dated, frozen=True, kw_only=True):
    key: Word
    label: Word
    names: tuple[Word, ...] = ()
    kind: Literal["city", "base"]
    of: State = ""
    main: bool = False
    wikidata: Item = ""


def table(folder: Path, text: str) -> Table[Row]:
    path = folder / "places" / "towns.csv"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Table.load(path, Row)


def test_rows_become_structs_and_empty_cells_are_left_out(tmp_path):
    first, second = table(tmp_path, GIVEN).rows(STATES)
    assert first == Row(
        key="one",
        label="One",
        names=("Uno", "Un"),
        kind="city",
        of="FRA",
        main=True,
        wikidata="Q1",
        start="2011-05",
        end="2012",
    )
    assert second == Row(key="two", label="Two, too", kind="base")


def test_a_column_of_provenance_may_be_left_out_and_columns_may_change_places(tmp_path):
    lines = "kind,key,label,names,of,main,wikidata,start,end\ncity,one,One,,,,,,\n"
    (row,) = table(tmp_path, lines).rows(STATES)
    assert row == Row(key="one", label="One", kind="city")


def test_the_values_of_a_column(tmp_path):
    assert table(tmp_path, GIVEN).column("of") == {"FRA"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",main,", ",mian,", "line 1: mian: there is no such column here. Did you mean 'main'? "
         "Allowed: checked, end, key, "),
        (",main", "", "line 1: main: the column is missing. Add it."),
        (",main,", ",main,main,", "line 1: main: the column stands twice. Leave"),
        ("one,One,", "one,One,x,", "line 2: it has 11 cells and the header has 10. Quote cells"),
        ('"Two, too"', "Two, too", "line 3: it has 11 cells"),
        ("one,One,", "one,,", "line 2: label: the cell is empty. Fill it in."),
        ("city", "twon", "line 2: kind = 'twon': there is no such value here. Allowed: base, city"),
        ("city", "ciyt", "kind = 'ciyt': there is no such value here. Did you mean 'city'? "),
        ("FRA", "FRE", "line 2: of = 'FRE': there is no such state. Did you mean 'FRA'? Allowed: "
         "FRA, GBR (states.csv)."),
        ("true", "yes", "line 2: main = 'yes': it has to be true or false"),
        ("Uno|Un", "Uno||Un", "line 2: names = 'Uno||Un': it has to be a word"),
        ("Q1", "1", "line 2: wikidata = '1': it has to be the id of a Wikidata item, as Q42. M"),
        ("2011-05", "May 2011", "line 2: start = 'May 2011': it has to be a date that may leave"),
        ("2011-05", "2011-13", "line 2: the calendar has no 2011-13. Mend it."),
        ("2011-05", "2011-02-30", "line 2: the calendar has no 2011-02-30"),
        ("2011-05", "2014", "line 2: it ends (2012) before it starts (2014)"),
    ],
)  # fmt: skip
def test_an_error_states_file_line_rule_and_remedy(tmp_path, old, new, said):
    assert old in GIVEN
    with pytest.raises(KnowledgeError) as raised:
        list(table(tmp_path, GIVEN.replace(old, new, 1)).rows(STATES))
    told = str(raised.value)
    assert told.startswith("places/towns.csv line ")
    assert said in told


def test_two_rows_with_one_key_are_refused(tmp_path):
    unique(table(tmp_path, GIVEN), "key")
    twice = table(tmp_path, GIVEN.replace("two,", "one,"))
    with pytest.raises(KnowledgeError, match=r"line 3: key = 'one': line 2 has the same\. Join"):
        unique(twice, "key")
    unique(twice, "key", "kind")


def test_a_file_without_a_line_lacks_its_columns(tmp_path):
    with pytest.raises(KnowledgeError, match=r"line 1: end: the column is missing|: start: the"):
        table(tmp_path, "")
