from __future__ import annotations

import kg
from tests.guide import face


def some(first: int, *, second: str = "x" * 90) -> str:
    """What it does.

    And more.
    """


def test_a_long_signature_has_a_line_for_each_parameter():
    told = face.signature("kg.some", some).split("\n")
    assert told[0] == "kg.some("
    assert told[1:3] == ["    first: int,", "    *,"]
    assert told[-1] == ") -> str"


def test_every_function_and_setting_of_the_package_is_told():
    told = {*face.FUNCTIONS, *face.SETTINGS, *(kind.__name__ for kind in face.GIVEN)}
    assert set(kg.__all__) <= told
    reference = face.reference()
    for name in kg.__all__:
        assert f"{name}\n" in reference


def test_what_is_told_has_words():
    everything = [getattr(kg, name) for name in face.FUNCTIONS]
    for documented in (*everything, *face.GIVEN, *face.CARRIERS):
        assert len(face.words(documented)) > 20
