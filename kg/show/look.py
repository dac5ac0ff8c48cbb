"""How nodes and edges look, told without colour: shape, size, dashes, ends and marks.

Everything here is geometry and line; the page's style sheet gives the colours, light and dark.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from math import log2
from typing import Any

from pyvis.network import Network as Canvas

from kg.show.carriers import Agent, Event, Line, Network, Part
from kg.show.fold import Drawn
from kg.show.layout import positions
from kg.show.network import graph

Options = dict[str, Any]

DASHES: dict[str, list[int]] = {
    "actual": [],
    "alleged": [2, 5],
    "planned": [16, 6],
    "possible": [7, 7],
    "conditional": [14, 5, 2, 5],
}
"""Stroke and gap lengths by modality: dotted is hearsay, dashes are what has not happened."""
ENDS: dict[str, str] = {"asserts": "circle", "denies": "bar", "unconfirmed": "diamond"}
MARKS: dict[str, str] = {"asserts": "", "denies": "✕", "unconfirmed": "?"}
VERBS: dict[str, str] = {"asserts": "say", "denies": "deny", "unconfirmed": "?"}
"""The short words of a tally on an event."""

CHARACTER = 0.62
"""Width of a character relative to font size: the mean of DejaVu Sans, the widest common font."""
LINE_HEIGHT = 1.25
LABEL_WIDTH = 16
LABEL_LINES = 3
AGENT_FONT, AGENT_FONT_MOST, EVENT_FONT = 16.0, 30.0, 15
PADDING = 9
WIDTH_MOST = 6.0
FANNED = 0.16
"""How far parallel edges bow out from each other, in vis-network's roundness."""

OPTIONS: Options = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {"hover": True, "multiselect": False, "selectConnectedEdges": False},
    "nodes": {"shape": "box", "margin": PADDING, "labelHighlightBold": False},
    "edges": {"selectionWidth": 0, "hoverWidth": 0, "arrowStrikethrough": False},
}


def canvas(network: Network, drawn: Drawn) -> Canvas:
    """The drawing as pyvis holds it: nodes with fixed places, edges, options; physics off."""
    agents = {agent.key: agent for agent in network.agents}
    events = {event.id: event for event in network.events}
    weights = Counter(edge.agent for edge in drawn.parts)
    weights.update(line.speaker for line in drawn.lines)
    looks = {key: _agent(agents[key], weights[key]) for key in drawn.agents}
    looks |= {key: _event(events[key]) for key in drawn.events}
    boxes = {key: _box(look) for key, look in looks.items()}
    places = positions(graph(drawn.parts, drawn.lines, drawn.events), boxes)
    sheet = Canvas(directed=True)
    sheet.options = OPTIONS
    for key, look in looks.items():
        x, y = places[key]
        sheet.add_node(
            key,
            shape="box",
            x=x,
            y=y,
            widthConstraint={"minimum": round(boxes[key][0]) - 2 * PADDING},
            **look,
        )
    firmness = {event.id: event.firmness for event in network.events}
    for source, target, look in _edges(drawn, firmness):
        sheet.add_edge(source, target, **look)
    return sheet


def words(name: str) -> str:
    """A class name in words: ArmsTransfer -> Arms transfer."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()


def _agent(agent: Agent, weight: int) -> Options:
    size = min(AGENT_FONT + 3 * log2(1 + weight), AGENT_FONT_MOST)
    size = size if agent.kind == "State" else AGENT_FONT
    return {"label": _wrapped(agent.label), "group": _group(agent), "font": {"size": round(size)}}


def _group(agent: Agent) -> str:
    """States, bodies that act in their own right, and other voices are told apart."""
    if agent.kind == "State":
        return "state"
    return "voice" if agent.kind in {"Group", "Document", "Person", "Media", "Agent"} else "body"


def _event(event: Event) -> Options:
    tally = " · ".join(f"{count} {VERBS[stance]}" for stance, count in event.stances)
    return {
        "label": f"{_wrapped(words(event.event_class))}\n{tally}",
        "group": "contested" if event.contested else "event",
        "font": {"size": EVENT_FONT},
    }


def _wrapped(label: str) -> str:
    """A label in a few short lines, free of characters that steer text instead of being it."""
    plain = "".join(" " if unicodedata.category(c)[0] in "CZ" else c for c in label)
    return "\n".join(
        textwrap.wrap(plain, LABEL_WIDTH, max_lines=LABEL_LINES, placeholder="…") or ["…"]
    )


def _box(look: Options) -> tuple[float, float]:
    size, lines = look["font"]["size"], look["label"].split("\n")
    width = max(len(line) for line in lines) * size * CHARACTER
    return width + 2 * PADDING, len(lines) * size * LINE_HEIGHT + 2 * PADDING


def _edges(drawn: Drawn, firmness: dict[str, str]) -> Iterable[tuple[str, str, Options]]:
    """Edges between the same two nodes fan out, so that each can be seen."""

    def pair(edge: Part | Line) -> tuple[str, str]:
        return (edge.agent if isinstance(edge, Part) else edge.speaker, edge.event)

    edges: list[Part | Line] = [*drawn.parts, *drawn.lines]
    for (agent, event), bundle in groupby(sorted(edges, key=pair), pair):
        for place, edge in enumerate(bundle):
            inward = isinstance(edge, Line) or edge.role == "actor"
            ends = (agent, event) if inward else (event, agent)
            look = _line(edge) if isinstance(edge, Line) else _part(firmness[event])
            yield *ends, look | {"smooth": _bow(place, inward)}


def _bow(place: int, inward: bool) -> Options | bool:
    """Straight for the first edge of a pair, then bowed to the left and right by turns."""
    if not place:
        return False
    left = (place % 2 == 1) == inward
    bend = FANNED * ((place + 1) // 2)
    return {"enabled": True, "type": "curvedCCW" if left else "curvedCW", "roundness": bend}


def _part(firmness: str) -> Options:
    return {
        "kind": "part",
        "modality": firmness,
        "dashes": DASHES.get(firmness) or False,
        "width": 2 if firmness else 0.6,
        "arrows": {"to": {"enabled": True, "type": "arrow", "scaleFactor": 0.6}},
    }


def _line(line: Line) -> Options:
    count = str(len(line.claims)) if len(line.claims) > 1 else ""
    marks = ("not" if line.negated else "", MARKS[line.stance], count)
    return {
        "kind": "line",
        "stance": line.stance,
        "modality": line.modality,
        "claims": list(line.claims),
        "label": " ".join(mark for mark in marks if mark),
        "dashes": DASHES[line.modality] or False,
        "width": min(1.5 + log2(line.stories), WIDTH_MOST),
        "arrows": {"to": {"enabled": True, "type": ENDS[line.stance], "scaleFactor": 0.7}},
    }
