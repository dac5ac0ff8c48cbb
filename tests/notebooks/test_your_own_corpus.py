from tests.notebooks import running

NAME = "04-your-own-corpus"


def tables(notebook) -> list[str]:
    return [words for words in running.told(notebook) if "<table" in words]


def test_what_was_missed_is_shown_with_its_reason(followed):
    first, declined, unlisted, *_ = tables(followed(NAME))
    assert "Deployment" not in first
    assert "outriders" in declined and "Kestria" in unlisted


def test_rows_in_tables_make_it_read(followed):
    *_, second, corrected, verdicts = tables(followed(NAME))
    assert second.count("<td>Deployment</td>") == 5
    assert "Valdorian defence ministry" in second
    assert "<td>Attack</td>" in second and "<td>Attack</td>" not in corrected
    assert corrected.count("<td>Coast League</td>") == 1  # it imposed sanctions, and sent nobody
    assert "a football match" in verdicts
