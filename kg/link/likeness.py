"""How likely two sights are of one event: signs that speak for and against it, weighed.

The weights stand in `ontology/likeness.toml`, learned from labelled events
(`python -m kg.training.linking`); a sign that is not there weighs nothing.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from kg.errors import KnowledgeError
from kg.link.classes import ClassTree, class_tree
from kg.link.mentions import Days, gap
from kg.link.sights import PUBLICATION, TEXT, Sight
from kg.link.surroundings import weight, weights
from kg.resources import ontology

Signs = dict[str, float]
RARE = 0.6
"""Weight of a name that one in sixty articles or fewer holds."""
COMMON = 0.4
"""Weight up to which a place in common tells nothing: one in fifteen articles has it."""
SOON = 3.0
"""Days in which what happened at a place is still spoken of there as "the attack"."""
TELLING = 4.0
"""Weight of shared names beyond which more of them say nothing new: four rare ones."""
NEAR = 600.0
"""Characters within which two mentions in one article lean on each other: a paragraph or two."""
WEEK = 7.0
PAIR = 2
RECALLED, RECALLED_DAYS = 3, 31
"""Two dates, or publications where nothing dates them, are never of one event that lie further
apart than so many times the days that reports of one event differ by, and than a month. Judged."""
SURELY, PERHAPS = 0.95, 0.4
"""Chances of what both name as a whole: every such pair that was read was one where it was told
within SPOKEN_OF days, or where one tells when it began; else others have to stand between."""
SPOKEN_OF, LASTS = 92, 1825
"""Days within which a war is the same that is spoken of, and in which it is over: judged."""
NARROW = 3
"""Days by which reports of one event differ in its day, and within which news dates it."""
FAR = 10
"""Days from which a day that differs counts twice."""
APART = 2
"""Of day, place and figure so many more that differ than agree tell two events apart. So it did
best on labelled disputes and on drawn corpora; things that differ say less."""
NEWS_DAYS = 14
"""What two articles tell as news of days further apart is never one event. Judged."""
WEIGHTS = "likeness.toml"
TABLES = ("within", "across", "digests")
SIGNS = frozenset({
    "always", "class same", "class apart", "one ends", "one planned", "one possible", "one denied",
    "actor same", "actor in part", "actor other", "recipient same", "recipient in part",
    "recipient other", "swapped", "figure same", "figure other", "undated", "same day",
    "same days of publication", "same stretch", "days apart", "some days apart",
    "news of other days", "too far apart", "place same", "place same soon", "place other",
    "thing same", "thing other", "trigger same", "names", "names other", "words", "near",
    "denied nearby", "unpublished",
    "published near", "both disputed", "both told first", "busy", "one lasting",
})  # fmt: skip
"""What can be said of two sights; each has a weight in each table, 0 where none is given."""


@dataclass(frozen=True)
class Likeness:
    """Weighs the signs of two sights of one article (`within`), of two, or of two `digests`.

    Items of digests are terse, and nearly each tells what happened that day.
    """

    tree: ClassTree
    within: Mapping[str, float]
    across: Mapping[str, float]
    digests: Mapping[str, float]

    def chance(self, one: Sight, other: Sight, inside: bool) -> float:
        """The chance that both are of one event, from 0 to 1."""
        if (whole := _as_a_whole(one, other)) is not None:
            return whole
        if self._is_far_apart(one, other, inside) or (not inside and _are_two(one, other)):
            return 0.0
        weighed = self.within if inside else self.digests if both_items(one, other) else self.across
        found = self.signs(one, other, inside)
        return 1 / (1 + math.exp(-sum(weighed.get(name, 0.0) * found[name] for name in found)))

    def most_days(self, name: str) -> int:
        """The days by which two dates of one event of the class `name` differ at most."""
        return max(RECALLED * self.tree.days_apart(name), RECALLED_DAYS)

    def _is_far_apart(self, one: Sight, other: Sight, inside: bool) -> bool:
        most = self.most_days(one.event_class)
        sides = one.when or _day(one), other.when or _day(other)
        if not inside and one.basis == other.basis == PUBLICATION:
            most = NEWS_DAYS
        if not all(sides):
            return not inside and one.published != other.published
        return gap(*sides) > most

    def signs(self, one: Sight, other: Sight, inside: bool) -> Signs:
        """What speaks for and against one event, each sign from 0 to 1."""
        return {
            "always": 1.0,
            **self._kind(one, other),
            **_parties(one, other),
            **_figures(one, other),
            **_times(one, other, self.tree.days_apart(one.event_class)),
            **_words(one, other),
            **(_near(one, other) if inside else _published(one, other)),
        }

    def _kind(self, one: Sight, other: Sight) -> Signs:
        same = one.event_class == other.event_class
        fits = self.tree.fits(one.event_class, other.event_class)
        return {
            "class same": float(same),
            "class apart": float(not fits),
            "one ends": float(one.ends != other.ends and not one.unordered),
            "one planned": float(one.done != other.done and (one.planned or other.planned)),
            "one possible": float(one.done != other.done and not (one.planned or other.planned)),
            "one denied": float(one.denied != other.denied),
            "one lasting": float(one.lasting != other.lasting),
        }


@lru_cache(maxsize=1)
def likeness() -> Likeness:
    """The likeness of `ontology/likeness.toml`.

    Raises KnowledgeError where the file is no TOML, or holds other tables or signs.
    """
    path = ontology(WEIGHTS)
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise KnowledgeError(WEIGHTS, f"not valid TOML ({error})", "Mend that line.") from error
    for odd in sorted(set(tables) ^ set(TABLES)):
        raise KnowledgeError(f"{WEIGHTS}: [{odd}]", "unknown or missing table", f"Use {TABLES}.")
    for table in TABLES:
        for name, value in tables[table].items():
            if name not in SIGNS or not isinstance(value, int | float):
                where = f"{WEIGHTS} [{table}]: {name!r} = {value!r}"
                raise KnowledgeError(where, "no sign with a number", f"Use {sorted(SIGNS)}.")
    return Likeness(class_tree(), *(tables[table] for table in TABLES))


def _as_a_whole(one: Sight, other: Sight) -> float | None:
    """The chance where both name as a whole what goes on between the same parties: "the war"."""
    same = one.actors == other.actors and one.recipients == other.recipients
    named = bool(one.actors and one.recipients) and one.lasting and other.lasting
    if not (named and same and one.ends == other.ends):
        return None
    days = gap(one.when or _day(one), other.when or _day(other))
    begun = (one.basis == TEXT) != (other.basis == TEXT)  # wars are dated by their beginning
    if days <= (LASTS if begun else SPOKEN_OF):
        return SURELY
    return PERHAPS if days <= LASTS else None


def _are_two(one: Sight, other: Sight) -> bool:
    """Whether two articles cannot be held to tell of one event.

    They name other parties, and nothing else that is the same; or they share but one of those who
    met, for a minister meets many; or one is dated and the other names as a whole what goes on;
    or nothing tells when either was, nor a place where both were; or they are told apart.
    """
    if one.unordered and len(one.actors & other.actors) < PAIR:
        return True
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    apart = any(a and b and a.isdisjoint(b) for a, b in sides)
    common = (
        (one.places & other.places) | (one.things & other.things) | (one.figures & other.figures)
    )
    stroke = one.lasting != other.lasting and (other if one.lasting else one).when is not None
    timeless = not any((one.when, other.when, one.published, other.published, one.lasting))
    nowhere = timeless and one.places.isdisjoint(other.places)
    return stroke or nowhere or (apart and not common) or _is_told_apart(one, other)


def _is_told_apart(one: Sight, other: Sight) -> bool:
    """Whether day, place and figure differ more than they agree, as far as both tell them.

    Days far apart count twice; what is the same outweighs what differs: reports of one event differ
    in much.
    """
    figures = _figures(one, other)
    same = [
        _is_one_day(one, other),
        _is_common(one.places, other.places),
        bool(figures["figure same"]) if any(figures.values()) else None,
    ]
    far = same[0] is False and gap(one.when, other.when) > FAR and same.count(None) < len(same) - 1
    return same.count(False) + far - same.count(True) >= APART


def _is_one_day(one: Sight, other: Sight) -> bool | None:
    """Whether both are dated to a day that may be one; None where that is not known."""
    if not one.when or not other.when:
        return None
    if max((when[1] - when[0]).days for when in (one.when, other.when)) > NARROW:
        return None
    days = gap(one.when, other.when)
    return None if 0 < days <= NARROW else days == 0


def _is_common(one: frozenset[str], other: frozenset[str]) -> bool | None:
    return not one.isdisjoint(other) if one and other else None


def both_items(one: Sight, other: Sight) -> bool:
    """Whether both stand in digests."""
    return one.item > 0 and other.item > 0


def _parties(one: Sight, other: Sight) -> Signs:
    found = {**_side("actor", one.actors, other.actors, one.unordered)}
    found |= _side("recipient", one.recipients, other.recipients, unordered=False)
    swapped = bool(one.actors and one.recipients) and (
        one.actors == other.recipients and one.recipients == other.actors
    )
    return found | {"swapped": float(swapped)}


def _side(side: str, one: frozenset[str], other: frozenset[str], unordered: bool) -> Signs:
    """Of those who meet, one that each side lacks makes two meetings; one alone may be any."""
    named, met = bool(one and other), not one.isdisjoint(other)
    apart = named and (bool(one - other) and bool(other - one) if unordered else not met)
    same = named and one == other and not (unordered and len(one) == 1)
    return {
        f"{side} same": float(same),
        f"{side} in part": float(named and not same and not apart),
        f"{side} other": float(apart),
    }


def _figures(one: Sight, other: Sight) -> Signs:
    pairs = [(a, b) for a, b in product(one.figures, other.figures) if a.kind == b.kind]
    close = any(a.is_close(b) for a, b in pairs)
    return {"figure same": float(close), "figure other": float(bool(pairs) and not close)}


def _times(one: Sight, other: Sight, spread: int) -> Signs:
    if one.when is None or other.when is None:
        return {"undated": 1.0}
    days = gap(one.when, other.when)
    told = one.basis == other.basis == TEXT
    exact = max((when[1] - when[0]).days for when in (one.when, other.when)) <= spread
    return {
        "same day": float(days == 0 and told and exact),
        "same days of publication": float(days == 0 and not told and exact),
        "same stretch": float(days == 0 and not exact),
        "days apart": min(math.log1p(days) / math.log1p(spread + 1), 1.0),
        "some days apart": float(days > 0),
        "news of other days": float(days > 0 and one.basis == other.basis == PUBLICATION),
        "too far apart": float(days > spread),
    }


def _words(one: Sight, other: Sight) -> Signs:
    return {
        **_shared("place", one.places, other.places),
        **_shared("thing", one.things, other.things),
        "trigger same": float(not one.triggers.isdisjoint(other.triggers)),
        "names": min(weights(one.names & other.names) / TELLING, 1.0),
        "names other": float(_are_other(one.names, other.names)),
        "words": _overlap(one.words, other.words),
    }


def _shared(what: str, one: frozenset[str], other: frozenset[str]) -> Signs:
    """How much the rarest common word tells, and whether both name words and none is common."""
    named, met = bool(one and other), one & other
    return {
        f"{what} same": max(map(weight, met), default=0.0),
        f"{what} other": float(named and not met),
    }


def _telling(places: frozenset[str]) -> float:
    """How much the rarest of these places tells, 0 up to what is COMMON."""
    return max(max(map(weight, places), default=0.0) - COMMON, 0.0) / (1 - COMMON)


def _are_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both hold names that hardly any text holds, and none in common."""
    rare = [{name for name in names if weight(name) >= RARE} for names in (one, other)]
    return all(rare) and rare[0].isdisjoint(rare[1])


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(weights(one), weights(other))
    return weights(one & other) / least if least else 0.0


def _near(one: Sight, other: Sight) -> Signs:
    apart = abs(one.at - other.at)
    near = math.exp(-apart / NEAR)
    return {
        "near": near,
        "denied nearby": near * (one.denied != other.denied),
    }


def _published(one: Sight, other: Sight) -> Signs:
    days = _published_apart(one, other)
    near = {"unpublished": 1.0} if days is None else {"published near": math.exp(-days / WEEK)}
    soon = 0.0 if days is None else math.exp(-days / SOON)
    return {
        **near,
        "place same soon": soon * _telling(one.places & other.places),
        "both disputed": float(one.disputed and other.disputed),
        "busy": max(one.busy, other.busy),
        "both told first": math.exp(-max(one.at, other.at) / NEAR),
    }


def _day(one: Sight) -> Days | None:
    return (one.published, one.published) if one.published else None


def _published_apart(one: Sight, other: Sight) -> int | None:
    if one.published is None or other.published is None:
        return None
    return abs((one.published - other.published).days)
