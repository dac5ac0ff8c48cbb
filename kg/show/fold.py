"""What of a network is drawn at opening: all of it, or where too much, the most telling lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kg.show.carriers import Bundle, Network

LINES_LIMIT = 60
"""Lines drawn at opening: so many can be read on a laptop's screen without zooming, judged by eye
on generated graphs of 60, 90 and 150 lines. The reader can ask for more on the page."""
VOICE_TIES = 24
"""What agents that only speak may be tied to at opening, so that they do not crowd out those who
act; with more, the ties of a generated graph covered its lines."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the page draws first; the rest is folded: found by search, choice, filters and table.

    `voices` joins an agent that takes part in none of the lines to a line that it speaks about.
    """

    bundles: tuple[Bundle, ...]
    agents: tuple[str, ...]
    voices: tuple[tuple[str, str], ...]


def fold(network: Network, limit: int = LINES_LIMIT) -> Drawn:
    """Contested lines first, then those of most stories and claims, up to `limit`."""
    bundles = sorted(sorted(network.bundles, key=_telling)[:limit], key=lambda bundle: bundle.id)
    parties = {agent for bundle in bundles for agent in bundle.agents}
    voices = _voices(network, bundles, parties)
    agents = parties | {agent for agent, _ in voices}
    return Drawn(tuple(bundles), tuple(sorted(agents)), voices)


def _telling(bundle: Bundle) -> tuple[bool, int, int, str]:
    claims = sum(count for _, count in bundle.stances)
    return (not bundle.contested, -bundle.stories, -claims, bundle.id)


def _voices(
    network: Network, bundles: Sequence[Bundle], parties: set[str]
) -> tuple[tuple[str, str], ...]:
    """Who speaks about these lines and stands on none; on a line that joins nobody, all who do."""
    lines: dict[str, Bundle] = {}
    for bundle in bundles:
        for event in bundle.events:
            lines.setdefault(event, bundle)  # an event of many pairs is spoken of once
    said: Counter[tuple[str, str]] = Counter()
    for claim in network.claims:
        line = lines.get(claim.event)
        if line and claim.speaker and (claim.speaker not in parties or not line.agents):
            said[claim.speaker, line.id] += 1
    loudest = sorted(said, key=lambda pair: (-said[pair], pair))
    return tuple(sorted(loudest[:VOICE_TIES]))
