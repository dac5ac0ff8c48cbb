"""What the carriers can tell of each other."""

from kg.model import Agent, with_owners

ARMY = Agent("army", "GovernmentBody", "Army", "state")
STATE = Agent("state", "State", "State")
SPOKESMAN = Agent("spokesman", "Group", "Army spokesmen", "army")


def test_agents_come_with_all_that_they_belong_to():
    agents = {a.key: a for a in (SPOKESMAN, ARMY, STATE)}
    assert with_owners(["spokesman", None, "nobody"], agents) == (ARMY, SPOKESMAN, STATE)


def test_belonging_in_a_circle_ends():
    one, other = Agent("a", "Group", "A", "b"), Agent("b", "Group", "B", "a")
    assert with_owners(["a"], {"a": one, "b": other}) == (one, other)
