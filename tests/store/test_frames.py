from datetime import date

import pytest

from kg import extras
from kg.errors import ExtraError
from kg.store import frames
from kg.store.engine import Store

ROWS = Store().query("""PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?who ?men ?share ?negated ?day { VALUES (?who ?men ?share ?negated ?day) {
  ("Eritrea" 1000 0.5 false "2021-03-01"^^xsd:date)
  (UNDEF UNDEF UNDEF UNDEF UNDEF) } }""")


def test_pandas_has_the_types_and_the_gaps():
    frame = frames.to_pandas(ROWS)
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    assert kinds == {
        "who": "string",
        "men": "Int64",
        "share": "Float64",
        "negated": "boolean",
        "day": "datetime64[s]",
    }
    assert frame.loc[0].tolist()[:4] == ["Eritrea", 1000, 0.5, False]
    assert frame.day[0].date() == date(2021, 3, 1)
    assert frame.loc[1].isna().all()


def test_polars_has_them_too():
    frame = frames.to_polars(ROWS)
    assert list(map(str, frame.dtypes)) == ["String", "Int64", "Float64", "Boolean", "Date"]
    assert frame.rows() == [("Eritrea", 1000, 0.5, False, date(2021, 3, 1)), (None,) * 5]


@pytest.mark.parametrize("make", [frames.to_pandas, frames.to_polars])
def test_an_empty_answer_is_an_empty_frame(make):
    frame = make(Store().query("SELECT ?who { ?who ?is ?gone }"))
    assert frame.shape == (0, 1)


@pytest.mark.parametrize("make", [frames.to_pandas, frames.to_polars])
def test_without_the_library_the_install_line_is_told(make, monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name=name)

    monkeypatch.setattr(extras, "import_module", missing)
    with pytest.raises(ExtraError, match=r"pip install 'statecraft\[frames\]'"):
        make(ROWS)
