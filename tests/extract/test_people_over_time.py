"""Who holds an office depends on the day; who is introduced by title belongs to that state."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Article


def claimant(reader, text: str, day: str | None = "2023-05-10"):
    published = date.fromisoformat(day) if day else None
    reading = reader.read(Article("a", text, published=published))
    (claim,) = reading.claims
    return next(agent for agent in reading.agents if agent.key == claim.claimant)


SAID = "said that Russia had sent troops to Syria."


@pytest.mark.parametrize(
    ("who", "day", "key"),
    [
        ("The French president", "2015-10-01", "francois-hollande"),
        ("The French president", "2023-05-10", "emmanuel-macron"),
        ("Pakistani Prime Minister Sharif", "2015-10-01", "nawaz-sharif"),
        ("Pakistani Prime Minister Sharif", "2023-05-10", "shehbaz-sharif"),
        ("Volodymyr Zelensky", "2023-05-10", "volodymyr-zelenskyy"),
        ("Volodymyr Zelenskiy", "2023-05-10", "volodymyr-zelenskyy"),
        ("Ukrainian President Zelenskyy", "2023-05-10", "volodymyr-zelenskyy"),
    ],
)
def test_office_date_and_spelling_tell_who_it_is(reader, who, day, key):
    assert claimant(reader, f"{who} {SAID}", day).key == key


def test_nobody_is_called_by_an_office_long_before_it(reader):
    early = claimant(reader, f"Chinese Foreign Minister Wang {SAID}", "1990-05-10")
    assert (early.kind, early.label, early.of) == ("Person", "Wang", "CHN")
    assert claimant(reader, f"Chinese Foreign Minister Wang {SAID}", "2023-05-10").key == "wang-yi"


def test_an_unknown_leader_becomes_a_new_agent_of_that_state(reader):
    agent = claimant(reader, f"Polish President Jan Nowak {SAID}")
    assert (agent.kind, agent.label, agent.of) == ("Person", "Jan Nowak", "POL")
