import pytest

from kg.cli import doctor
from kg.corpus.health import Finding

GOOD = Finding("Python", True, "3.12.1")
NO_JAVA = Finding("Java", False, "not found", "Install a Java runtime.", needed=False)
NO_WEIGHTS = Finding("parser", False, "no weights", "Install statecraft again.")


@pytest.mark.parametrize(
    ("found", "status"), [([GOOD], 0), ([GOOD, NO_JAVA], 0), ([GOOD, NO_WEIGHTS], 1)]
)
def test_only_what_is_needed_fails(kg, monkeypatch, found, status):
    monkeypatch.setattr(doctor, "_findings", lambda: iter(found))
    result = kg("doctor")
    assert result.exit_code == status
    assert ("Ready" in result.stdout) is not status
    for finding in found:
        assert (finding.remedy in result.stdout) is not finding.works or not finding.remedy


def test_it_looks_at_the_browser_too(kg, monkeypatch):
    monkeypatch.setattr("kg.corpus.health.examine", lambda folder: iter([GOOD]))
    monkeypatch.setattr("kg.cli.browser.present", lambda: False)
    assert "it is one file and needs no server" in kg("doctor").stdout
