"""Whom what is sent reaches: what flies into a place is given to nobody there."""

import pytest


def classes(read, text):
    return [claim.event_class for claim in read(text).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Russia has sent drones into Estonian airspace.",
        "Russia sent missiles into Ukraine.",
        "Russia sent drones over Lithuania.",
        "Ukraine sent drones deep into Russia.",
        "Pakistan sent drones across the border into India.",
    ],
)
def test_what_flies_into_a_place_is_no_transfer(read, text):
    assert "ArmsTransfer" not in classes(read, text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran sent drones to Russia.",
        "Iran sent drones into Sudan for the army.",
        "Chad sent rifles into Sudan.",
        "Iran delivered missiles to Hezbollah.",
    ],
)
def test_what_is_given_to_somebody_is_one(read, text):
    assert classes(read, text) == ["ArmsTransfer"]
