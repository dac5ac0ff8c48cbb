"""Where agents and lines stand and how large they are; the page's scripts paint them.

What a line says is told without colour: dashes tell modality, marks tell stance, width tells how
many independent stories there are. Colours stand in the style sheet, light and dark.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from math import sqrt
from typing import Any

import networkx as nx
from pyvis.network import Network as Canvas

from kg.show.carriers import Agent, Bundle, Network
from kg.show.communities import communities
from kg.show.fold import Drawn
from kg.show.layout import Recall, afresh, positions

Options = dict[str, Any]
Box = tuple[float, float]

DASHES: dict[str, list[int]] = {
    "actual": [],
    "alleged": [2, 5],
    "planned": [16, 6],
    "possible": [7, 7],
    "conditional": [14, 5, 2, 5],
}
"""Stroke and gap lengths by modality: dotted is hearsay, dashes are what has not happened."""

CHARACTER = 0.62
"""Width of a character relative to font size: the mean of DejaVu Sans, the widest common font."""
LINE_HEIGHT = 1.25
LABEL_WIDTH = 16
LABEL_LINES = 3
NAME_FONT, LINE_FONT = 18, 17
PADDING = 5
"""Around the words on a line."""
MARKS_WIDTH = 5
"""Characters that marks and a count of stories add to the words on most lines."""
SIZE_LEAST, SIZE_MOST, SIZE_STEP = 30, 84, 9.0
"""Diameter of an agent: the least holds a code of three letters; area grows with involvement."""
VOICE_SIZE = 22
FAR = 1.5
"""How much longer lines between two communities are than lines within one: at 1.25 groups of a
generated graph could not be told, at 2 the drawing was mostly empty. Judged by eye."""

OPTIONS: Options = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"labelHighlightBold": False},
    "edges": {"selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": True, "smooth": False},
}


def canvas(network: Network, drawn: Drawn, recall: Recall = afresh) -> Canvas:
    """The drawing as pyvis holds it: agents and the middles of lines with fixed places.

    `recall` is asked for places that were found before.
    An agent stands where the middle of its sign is; its name is beneath.
    """
    agents = {agent.key: agent for agent in network.agents}
    weights = involvement(network)
    parties = {agent for bundle in drawn.bundles for agent in bundle.agents}
    looks = {key: _agent(agents[key], weights[key], key in parties) for key in drawn.agents}
    looks |= {bundle.id: _line(bundle) for bundle in drawn.bundles}
    boxes = {key: (look["wide"], look["high"]) for key, look in looks.items()}
    groups = communities(drawn)
    places = positions(joined(drawn, groups), boxes, recall)
    sheet = Canvas(directed=True)
    sheet.options = OPTIONS
    for key, look in looks.items():
        x, y = places[key]
        sign = y - (look["high"] - look["size"]) // 2 if "size" in look else y
        sheet.add_node(key, x=x, y=sign, community=groups[key], **look)
    for bundle in drawn.bundles:
        for agent in bundle.agents:
            ends = (agent, bundle.id) if agent in bundle.sources else (bundle.id, agent)
            sheet.add_edge(*ends)
    return sheet


def joined(drawn: Drawn, groups: dict[str, int]) -> nx.Graph:
    """Agents, lines and what ties them, for layout; ties between communities are stretched."""
    graph = nx.Graph()
    graph.add_nodes_from(sorted({*drawn.agents, *(bundle.id for bundle in drawn.bundles)}))
    ties = [(agent, bundle.id) for bundle in drawn.bundles for agent in bundle.agents]
    for agent, line in sorted({*ties, *drawn.voices}):
        stretch = 1.0 if groups[agent] == groups[line] else FAR
        graph.add_edge(agent, line, stretch=stretch)
    return graph


def involvement(network: Network) -> Counter[str]:
    """How many claims are about each agent or made for it."""
    counts: Counter[str] = Counter()
    parties = {event.id: {*event.actors, *event.recipients} for event in network.events}
    for claim in network.claims:
        counts.update({claim.speaker, *parties[claim.event]} - {""})
    return counts


def words(name: str) -> str:
    """A class name in words: ArmsTransfer -> Arms transfer."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def group(agent: Agent) -> str:
    """States, bodies that act in their own right, and other voices are told apart."""
    if agent.kind == "State":
        return "state"
    return "voice" if agent.kind in {"Group", "Document", "Person", "Media", "Agent"} else "body"


def _agent(agent: Agent, weight: int, party: bool) -> Options:
    """A sign whose size tells involvement, the name beneath; the box holds both."""
    size = min(SIZE_LEAST + SIZE_STEP * (sqrt(weight) - 1), SIZE_MOST) if party else VOICE_SIZE
    label = _wrapped(agent.label)
    lines = label.split("\n")
    wide = max(len(line) for line in lines) * NAME_FONT * CHARACTER
    return {
        "label": label,
        "group": group(agent),
        "code": agent.iso3,
        "size": round(size),
        "wide": round(max(wide, size)),
        "high": round(size + len(lines) * NAME_FONT * LINE_HEIGHT),
    }


def _line(bundle: Bundle) -> Options:
    """The middle of a line, which carries its words."""
    label = words(bundle.event_class)
    marks = 2 * len(bundle.stances) + len(str(bundle.stories))  # at most, each behind a space
    wide = (len(label) + max(marks, MARKS_WIDTH)) * LINE_FONT * CHARACTER + 2 * PADDING
    return {
        "label": label,
        "group": "line",
        "wide": round(wide),
        "high": round(LINE_FONT * LINE_HEIGHT) + 2 * PADDING,
    }


def _wrapped(label: str) -> str:
    """A label in a few short lines, free of characters that steer text instead of being it."""
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in label)
    return "\n".join(
        textwrap.wrap(plain, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder="…") or ["…"]
    )
