from kg.cli.profile import print_profile
from kg.extract import passes


def test_stages_and_passes_are_told_with_their_share(capsys, monkeypatch):
    monkeypatch.setattr(passes, "SPENT", {"parse": 3.0, "lexicon": 1.0})
    print_profile({"reading": 4.5, "linking": 0.5})
    lines = capsys.readouterr().out.split("\n")
    assert lines[1:7] == [
        "Seconds by stage",
        "  reading              4.50   90%",
        "  linking              0.50   10%",
        "Seconds of reading, by pass",
        "  parse                3.00   75%",
        "  lexicon              1.00   25%",
    ]


def test_where_nothing_took_time_nothing_is_divided(capsys, monkeypatch):
    monkeypatch.setattr(passes, "SPENT", {})
    print_profile({"reading": 0.0})
    assert "0%" in capsys.readouterr().out


def test_a_build_prints_it_and_reads_in_its_own_process(kg, tmp_path, monkeypatch):
    from kg.corpus import workers
    from tests.corpus.fake import FakeReader

    monkeypatch.setattr(workers, "reader", lambda model: FakeReader())
    monkeypatch.setattr(workers, "Crew", None)
    (tmp_path / "a.txt").write_text("Eritrea sent troops.\n")
    result = kg("build", tmp_path / "a.txt", "--out", tmp_path / "graph", "--profile")
    assert result.exit_code == 0, result.output
    assert "Seconds by stage" in result.stdout and "linking" in result.stdout
