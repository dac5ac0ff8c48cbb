"""The carriers of agreement are handed on, never changed."""

from dataclasses import FrozenInstanceError

import pytest

from kg.extract.agree.kept import Joined


def test_what_is_joined_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        Joined((), ()).kept = ()
