"""What tells the event of a claim from others: parties, days, places, things, figures, words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import TypeVar

from kg.knowledge.linking import linking_words
from kg.link.classes import ClassTree
from kg.link.measures import Measure, measure
from kg.link.mentions import COARSE_DAYS, Days, Mention
from kg.link.prints import stems
from kg.link.surroundings import has_headline, names, paragraph, sentence
from kg.model import Agent, Article, Claim

_T = TypeVar("_T")

DONE = frozenset({"actual", "alleged"})
TEXT, PUBLICATION = "text", "publication"
ROLLING = 1
"""Days that "the last 24 hours" go back."""
SAME = 1 << 16
"""Sets that are held to be found again."""
SHORT = 2
"""Letters of a stem up to which it is an initial or a particle."""


@dataclass(frozen=True, slots=True)
class Sight:
    """What of one claim, or of what one article says of one event, tells its event from others.

    `when` is when it happens, by `basis`: what the text says, or about its publication where it is
    told as news; None where neither. `depth` is how narrow its class is. Words are stems, those of
    the parties left out. `lasting` is what is named as a whole and goes on, as a war does. `busy`
    is from 0, where nothing else is told of these parties that week, to 1, where very much is.
    """

    event_class: str
    depth: int
    actors: frozenset[str]
    recipients: frozenset[str]
    when: Days | None
    basis: str
    published: date | None
    ends: bool
    done: bool
    planned: bool
    denied: bool
    disputed: bool
    item: int
    at: int
    triggers: frozenset[str]
    places: frozenset[str]
    things: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    figures: frozenset[Measure]
    unordered: bool = False
    busy: float = 0.0
    lasting: bool = False

    def is_anchored(self, spread: int) -> bool:
        """Whether it says anything by which one happening is told from the next of its kind.

        `spread` is how many days reports of one event of this class differ by: a date told no more
        loosely than that is one.
        """
        width = (self.when[1] - self.when[0]).days if self.when else None
        dated = width is not None and width <= max(spread, COARSE_DAYS)
        whole = self.lasting and bool(self.actors and self.recipients)
        return dated or whole or bool(self.places or self.things or self.figures)


def sight(
    mention: Mention,
    article: Article | None,
    agents: Mapping[str, Agent],
    tree: ClassTree,
) -> Sight:
    """What `mention` shows, its words read in `article`, its parties named as `agents` are."""
    claim = mention.claim
    said, start = sentence(claim, article)
    parties = _party_stems((*mention.actors, *mention.recipients), agents)
    triggers = frozenset(stems(claim.trigger.quote))
    so = claim.modality in DONE and not claim.negated
    lasting = so and not triggers.isdisjoint(_stems(linking_words().lasting))
    when, basis = _when(mention, None if lasting else article, (said, start), tree)
    return Sight(
        event_class=claim.event_class,
        depth=len(tree.above.get(claim.event_class, ())),
        actors=_once(frozenset(mention.actors)),
        recipients=_once(frozenset(mention.recipients)),
        when=when,
        basis=basis,
        published=mention.published,
        ends=claim.phase == "ends",
        done=claim.modality in DONE,
        planned=claim.modality == "planned",
        denied=claim.stance != "asserts",
        disputed=claim.stance != "asserts",
        item=claim.item,
        at=claim.trigger.start,
        triggers=_once(triggers),
        places=_once(_places(claim) - parties),
        things=_once(_things(claim) - parties),
        names=_once(names(said) - parties),
        words=frozenset(stems(said)) - parties,
        figures=_once(frozenset(measure(claim))),
        unordered=mention.unordered,
        lasting=lasting,
    )


def _when(
    mention: Mention, article: Article | None, around: tuple[str, int], tree: ClassTree
) -> tuple[Days | None, str]:
    """When it happens and by what that is known; only what `article` tells is news of its day."""
    claim, when, published = mention.claim, mention.days, mention.published
    if when:
        # Tomorrow's "in the last 24 hours" begins where this one ends.
        rolling = published == when[1] and (when[1] - when[0]).days <= ROLLING
        return ((when[1], when[1]) if rolling else when), TEXT
    if published and article and claim.time is None and is_news(claim, article, *around):
        # A digest of a day tells what happened that day.
        within = 0 if claim.item else tree.told_within(claim.event_class)
        return (published - timedelta(within), published), PUBLICATION
    return None, ""


def _places(claim: Claim) -> frozenset[str]:
    return _telling(stems(claim.place)) - _stems(linking_words().vague_places)


def _things(claim: Claim) -> frozenset[str]:
    told = _telling(s for words in claim.objects for s in stems(words))
    return told - _stems(linking_words().vague_things)


@lru_cache(maxsize=SAME)
def _once(found: frozenset[_T]) -> frozenset[_T]:
    """The same set for equal ones: a corpus has few parties, places and words of events."""
    return found


def _telling(found: Iterable[str]) -> frozenset[str]:
    """Without initials and figures."""
    return frozenset(s for s in found if len(s) > SHORT and not s.isdigit())


def _party_stems(keys: Iterable[str], agents: Mapping[str, Agent]) -> frozenset[str]:
    return frozenset(s for key in keys if key in agents for s in stems(agents[key].label))


@lru_cache(maxsize=8)
def _stems(words: frozenset[str]) -> frozenset[str]:
    """Stems of one of the word lists."""
    return frozenset(s for word in words for s in stems(word))


@lru_cache(maxsize=1)
def _background() -> re.Pattern[str]:
    cues = sorted(linking_words().background, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, cues))})\b[^,;:.—–]*$", re.IGNORECASE)


def is_news(claim: Claim, article: Article, said: str, start: int) -> bool:
    """Whether an undated claim is told as what has just happened.

    That is in the headline, in the first paragraph below it, or in an item of a digest, where
    nothing before it in its clause says that it is told as background.
    """
    if claim.modality not in DONE or claim.phase == "ongoing":
        return False
    line = paragraph(article, claim.trigger.start)
    if not claim.item and line > (1 if has_headline(article) else 0):
        return False
    return not _background().search(said[: max(0, claim.trigger.start - start)])


def completed(own: Sight, *others: Sight) -> Sight:
    """`own` with the day, places and things that it leaves out and claims that take it up tell.

    What the headline calls "the strike" happened when the headline is news, wherever it is told; a
    denial is news of itself.
    """
    if not others:
        return own
    dated = _best(other for other in others if other.when and not other.denied)
    when = (own.when, own.basis) if own.when or dated is None else (dated.when, dated.basis)
    return replace(
        own,
        when=when[0],
        basis=when[1],
        at=min(own.at, *(other.at for other in others)),
        places=own.places or frozenset().union(*(other.places for other in others)),
        things=own.things or frozenset().union(*(other.things for other in others)),
        figures=own.figures or frozenset().union(*(other.figures for other in others)),
    )


def together(sights: Iterable[Sight]) -> Sight:
    """What several claims of one event show as one."""
    found = list(sights)
    if len(found) == 1:
        return found[0]
    lead = found[0]
    best = _best(s for s in found if s.when)
    actors = _side([s.actors for s in found])
    # Who is hit by himself is mostly misread: another is believed before.
    hit = [s.recipients for s in found if s.recipients != actors]
    return replace(
        lead,
        event_class=_class(found),
        actors=actors,
        recipients=_side(hit if any(hit) else [s.recipients for s in found]),
        when=best.when if best else None,
        basis=best.basis if best else "",
        at=min(s.at for s in found),
        ends=sum(s.ends for s in found) * 2 > len(found),
        done=any(s.done for s in found),
        planned=any(s.planned for s in found),
        denied=all(s.denied for s in found),
        disputed=any(s.disputed for s in found),
        triggers=frozenset().union(*(s.triggers for s in found)),
        places=frozenset().union(*(s.places for s in found)),
        things=frozenset().union(*(s.things for s in found)),
        names=frozenset().union(*(s.names for s in found)),
        words=frozenset().union(*(s.words for s in found)),
        figures=frozenset().union(*(s.figures for s in found)),
        lasting=any(s.lasting for s in found),
    )


def _best(dated: Iterable[Sight]) -> Sight | None:
    """Of those that are dated, the one that a text dates most exactly."""
    every = list(dated)
    exact = [s for s in every if s.basis == TEXT] or every
    return min(exact, key=lambda s: (_width(s.when), s.when or (), s.at), default=None)


def _width(days: Days | None) -> int:
    return (days[1] - days[0]).days if days else 0


def _class(found: list[Sight]) -> str:
    """The class that most name; of several the narrowest, then the first in the alphabet."""
    counts = Counter((-s.depth, s.event_class) for s in found)
    return min(counts, key=lambda pair: (-counts[pair], pair))[1]


def _side(sides: list[frozenset[str]]) -> frozenset[str]:
    """The parties of one side that are named most; of equals the most, then by name."""
    counts = Counter(side for side in sides if side)
    ordered = sorted(counts, key=lambda s: (-counts[s], -len(s), tuple(sorted(s))))
    return ordered[0] if ordered else frozenset()
