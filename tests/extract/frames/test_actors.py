"""What is gathered of those who act: more of it keeps what was there."""

from kg.extract.frames.actors import Doers
from kg.model import Agent
from tests.extract.trees import parsed

CHAD, MALI = (Agent(name, "State", name) for name in ("TCD", "MLI"))
STRUCK = parsed("Chad and Mali struck by drones", "NNP CC NNP VBD IN NNS",
                "3:nsubj 2:cc 0:conj 3:ROOT 5:case 3:obl")  # fmt: skip


def test_agents_and_words_are_kept_in_order():
    both = Doers((CHAD,), (STRUCK[0],)) + Doers((MALI,), (STRUCK[2],))
    assert both == Doers((CHAD, MALI), (STRUCK[0], STRUCK[2]))


def test_the_last_means_told_counts_and_none_takes_it_away():
    first = Doers(means=STRUCK[0])
    assert (first + Doers(means=STRUCK[5])).means is STRUCK[5]
    assert (first + Doers((CHAD,))).means is STRUCK[0]
