import pytest

from kg.cli.rows import fitting, print_rows

LABEL = "Deployment: Rwanda → Mozambique (2021)"
QUOTE = "said that a thousand soldiers had been sent to the north of the country"


def rows(count: int = 3) -> list[dict[str, str]]:
    return [
        {
            "event": "deployment-RWA-MOZ-2021",
            "what": LABEL,
            "actor": "RWA",
            "claimant": f"Speaker {i}",
            "place": "",
            "quote": f"{QUOTE} {i}",
            "start": str(i),
            "end": str(i + 5),
            "claim": f"{i:012x}",
        }
        for i in range(count)
    ]


COLUMNS = tuple(rows()[0])


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")


def test_square_brackets_are_words_and_not_markup(capsys):
    print_rows(("quote",), [{"quote": "[bold]he[/bold] said [sic]"}])
    assert "[bold]he[/bold] said [sic]" in capsys.readouterr().out


def test_a_row_that_goes_to_a_file_is_whole_and_never_folded(capsys):
    print_rows(COLUMNS, rows())
    out = capsys.readouterr().out
    assert QUOTE in out and LABEL in out and "000000000002" in out and "place" in out


def test_ids_offsets_and_what_is_empty_are_not_for_a_terminal():
    assert fitting(COLUMNS, rows(), 500) == ("what", "actor", "claimant", "quote")


def test_what_another_column_tells_goes_first_and_prose_stays():
    assert fitting(COLUMNS, rows(), 70) == ("what", "claimant", "quote")
    assert fitting(COLUMNS, rows(), 55) == ("what", "quote")
    assert fitting(COLUMNS, rows(), 5) == ("what",)


def test_columns_named_like_offsets_but_with_dates_are_kept():
    days = [{"start": "2021-07-09", "end": "2021-07-10"}]
    assert fitting(("start", "end"), days, 80) == ("start", "end")


def test_a_query_for_ids_alone_shows_one():
    assert fitting(("claim",), [{"claim": "0123456789ab"}], 80) == ("claim",)


@pytest.mark.usefixtures("terminal")
def test_what_is_not_shown_is_named(capsys):
    print_rows(COLUMNS, rows())
    out = capsys.readouterr().out
    assert "Not shown: event, place, start, end, claim (--wide" in out
    assert "thousand" in out


@pytest.mark.usefixtures("terminal")
def test_wide_shows_every_column_as_records_where_they_do_not_fit(capsys):
    print_rows(COLUMNS, rows(1), wide=True)
    out = capsys.readouterr().out
    assert "000000000000" in out and "event" in out and "Not shown" not in out


@pytest.mark.parametrize("wide", [True, False])
def test_no_rows_is_said(capsys, wide):
    print_rows(("claim", "place"), [], wide=wide)
    out = capsys.readouterr().out
    assert "claim" in out and "No rows." in out
