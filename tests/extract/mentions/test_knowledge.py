from dataclasses import FrozenInstanceError

import pytest

from tests.extract.handmade import known


def test_the_tables_are_loaded_together_and_stay_as_they_are():
    tables = known()
    assert "MLI" in tables.gazetteer.states
    assert "send" in tables.lexicon.verbs
    assert tables.finder.entries("Mali")[0].key == "MLI"
    with pytest.raises(FrozenInstanceError):
        tables.lexicon = None
