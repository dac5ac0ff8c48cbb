from kg.store.engine import Rows
from kg.store.html import table


def test_words_are_shown_and_never_obeyed():
    shown = table(Rows(("<b>",), (("<script>alert(1)</script>",),)))
    assert "<script>" not in shown and "&lt;script&gt;" in shown
    assert "&lt;b&gt;" in shown and "1 row" in shown


def test_many_rows_are_cut_and_counted():
    shown = table(Rows(("n",), tuple((str(n),) for n in range(1200))), most=3)
    assert shown.count("<tr>") == 1 + 3
    assert "1,200 rows, the first 3 shown" in shown
