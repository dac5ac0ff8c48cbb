import shutil

import pytest

from kg import extras
from kg.errors import ExtraError, StatecraftError
from kg.spark.session import spread, started, told


def test_without_pyspark_the_line_that_installs_it_is_told(monkeypatch):
    def absent(name: str) -> None:
        raise ModuleNotFoundError("no", name=name)

    monkeypatch.setattr(extras, "import_module", absent)
    with pytest.raises(ExtraError, match=r"pip install 'statecraft\[spark\]'"), started("local"):
        pass


@pytest.mark.usefixtures("spark")
def test_without_java_it_is_told_what_to_install(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(StatecraftError, match="Install Java 17"), started("local"):
        pass


@pytest.mark.usefixtures("spark")
def test_a_master_that_is_none_is_told():
    with pytest.raises(StatecraftError, match="nowhere: it is no master"), started("nowhere"):
        pass


def test_an_error_is_told_in_its_first_line():
    assert told(ValueError("one\ntwo")) == "one"
    assert told(ValueError()) == "ValueError"


@pytest.mark.usefixtures("spark")
def test_a_key_is_spread_alike_in_each_process(monkeypatch):
    monkeypatch.setenv("PYTHONHASHSEED", "0")
    assert spread(("Attack", ("ERI",), None)) == spread(("Attack", ("ERI",), None))
