"""What is around an agent, and the ways between two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pytest

from kg.show.network import network
from tests.show.sample import AGENTS, rows

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def lines(page: Any) -> set[str]:
    return {line["id"] for line in page.evaluate("window.statecraft.lines()")}


def joined() -> nx.Graph:
    """Agents and the lines between them, as Python knows them."""
    graph = nx.Graph()
    for bundle in network(rows(), AGENTS).bundles:
        graph.add_edges_from((agent, bundle.id) for agent in bundle.agents)
    return graph


@pytest.mark.parametrize("steps", [1, 2])
def test_one_or_two_steps_around_an_agent(html: str, open_page: Open, steps: int) -> None:
    page = open_page(html, hash="#select=KEN")
    page.get_by_role("button", name=("one step around", "two steps")[steps - 1]).click()
    near = nx.single_source_shortest_path_length(joined(), "KEN", cutoff=2 * steps - 1)
    assert lines(page) == {name for name in near if "|" in name}
    assert page.evaluate("location.hash") == f"#select=KEN&around=KEN.{steps}"
    assert "around Kenya" in page.inner_text("#scope")
    page.get_by_role("button", name="Table").click()
    assert 0 < page.locator("#table tbody tr").count() < len(rows())
    page.get_by_role("button", name="Network").click()
    page.get_by_role("button", name="Draw everything").click()
    assert len(lines(page)) == len(network(rows(), AGENTS).bundles)


def test_the_shortest_ways_between_two_agents(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#select=KEN")
    field = page.get_by_label("ways to …")
    field.fill("turkey")  # by another of its names
    field.press("Enter")
    wanted = list(nx.all_shortest_paths(joined(), "KEN", "TUR"))
    on_ways = {name for way in wanted for name in way if "|" in name}
    assert lines(page) == on_ways
    agents = {tuple(way[::2]) for way in wanted}
    assert page.locator(".path").count() == len(agents)
    assert page.evaluate("location.hash") == "#ask=between&between=KEN%7CTUR"


def test_two_that_nothing_joins_are_said_to_be_apart(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#between=KEN%7Cg:analysts&ask=between")
    assert "Not connected" in page.inner_text("#panel")
    assert lines(page) == set()


def test_a_name_that_nobody_bears_is_marked(html: str, open_page: Open) -> None:
    page = open_page(html, hash="#select=KEN")
    field = page.get_by_label("ways to …")
    field.fill("Atlantis")
    field.press("Enter")
    assert field.get_attribute("aria-invalid") == "true"
    assert page.evaluate("location.hash") == "#select=KEN"
