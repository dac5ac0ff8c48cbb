from tests.guide import parts


def test_a_table_shows_what_people_read():
    rows = [{"what": "a|b", "claim_iri": "urn:x", "empty": "", "quote": "w " * 60}] * 5
    shown = parts.table(rows)
    assert shown.startswith("| what | quote |\n| --- | --- |\n| a\\|b | w w")
    assert "…" in shown and shown.endswith("and 2 more.\n") and "urn:x" not in shown


def test_no_rows_are_said():
    assert "No row" in parts.table([])
