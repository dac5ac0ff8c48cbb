import pytest

from kg import extras
from kg.errors import ExtraError


def test_a_library_that_is_there_is_given():
    assert extras.load("json", "frames").dumps([1]) == "[1]"


def test_one_that_is_not_is_named_with_the_line_that_installs_it():
    with pytest.raises(ExtraError) as caught:
        extras.load("no_such_library.inner", "frames")
    assert caught.value.value == "no_such_library"
    assert "pip install 'statecraft[frames]'" in str(caught.value)


def test_a_fault_of_our_own_is_no_missing_extra():
    with pytest.raises(ModuleNotFoundError):
        extras.load("kg.no_such_module", "frames")
