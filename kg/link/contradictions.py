"""Disagreements in date, in who did it, and in whether it was; figures have their own module.

Dates: two claims of one event that was done on a day and whose days do not meet; and two events of
one series that follow each other and tell the same but for their dates (`same_but_for_time`), which
are one event with two dates or two events. Parties: two articles of one story that say the same, in
a sentence of the same words, of different actors or recipients, where neither article says it of
the other's. Statements: one voice says that it was done and another, within a month, that it was
not.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, pairwise

from kg.link.classes import ROOT, ClassTree
from kg.link.measures import counted
from kg.link.mentions import COARSE_DAYS, Days, gap, is_coarse
from kg.link.prints import stems
from kg.link.voices import Voices
from kg.model import Claim, Event, Relation, Story

DONE = frozenset({"actual", "alleged"})
PAIR = ("earlier", "later")
STATEMENT_DAYS = 31
"""What was not done by one month may be done in another; judged, not measured."""
NEIGHBOURS = 20
"""So many claims before and after are looked through for one of another voice."""
WORDS_SHARED = 0.5
"""Share of the shorter sentence's content words that the other holds, as in `stories`."""
MOST_PARTIES = 12
"""Different parties of one deed in one story that are compared; more make a list."""
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]?")


def same_but_for_time(
    claims: Mapping[str, Claim], events: Iterable[Event]
) -> tuple[tuple[tuple[str, str], ...], tuple[Relation, ...]]:
    """Pairs of events that follow each other, the earlier first; and the claims that date them.

    Where a series has only these two, both told by the year, or where both name one place and one
    thing or figure: what states do to each other again and again is no disagreement.
    """
    keyed: dict[tuple[object, ...], list[tuple[Days, str, Claim]]] = defaultdict(list)
    by_id = {event.id: event for event in events}
    for event in by_id.values():
        dating = _dating(claims[i] for i in event.claims)
        if dating and event.event_class != ROOT and (event.actors or event.recipients):
            days, claim = dating
            key = (event.event_class, event.actors, event.recipients)
            keyed[key].append((days, event.id, claim))
    pairs, relations = [], []
    for known in keyed.values():
        known.sort(key=lambda found: found[:2])
        only = len(known) == len(PAIR) and all(is_coarse(days) for days, _, _ in known)
        for (_, earlier, claim), (_, later, other) in pairwise(known):
            if only or _tell_the_same(claims, by_id[earlier], by_id[later]):
                pairs.append((earlier, later))
                relations.append(Relation("date", other.id, claim.id))
    return tuple(sorted(pairs)), tuple(relations)


def _tell_the_same(claims: Mapping[str, Claim], one: Event, other: Event) -> bool:
    sides = [[claims[i] for i in event.claims] for event in (one, other)]
    places, things, figures = (
        [{value for claim in side for value in values(claim)} for side in sides]
        for values in (_places, _things, _figures)
    )
    return bool(places[0] & places[1]) and bool(things[0] & things[1] or figures[0] & figures[1])


def _places(claim: Claim) -> list[str]:
    return [claim.place.casefold()] if claim.place else []


def _things(claim: Claim) -> list[str]:
    return [words.casefold() for words in claim.objects]


def _figures(claim: Claim) -> list[object]:
    quantity = claim.quantity
    return [(counted(claim), quantity.low, quantity.high)] if quantity else []


def _dating(members: Iterable[Claim]) -> tuple[Days, Claim] | None:
    """The claim that dates an event most exactly, of those who say that it was done."""
    known = [(d, c) for c in members if _is_done(c) and (d := _days(c))]
    return min(known, key=lambda one: (one[0][1] - one[0][0], one[0], one[1].id), default=None)


def _is_done(claim: Claim) -> bool:
    return claim.stance == "asserts" and not claim.negated and claim.modality in DONE


def _days(claim: Claim) -> Days | None:
    if claim.time is None or claim.time.start is None or claim.time.end is None:
        return None
    return claim.time.start, claim.time.end


def dates(
    claims: Mapping[str, Claim], events: Iterable[Event], voices: Voices, tree: ClassTree
) -> Iterator[Relation]:
    """Claims of one event whose days do not meet, for classes of events that take days."""
    for event in events:
        if tree.days_apart(event.event_class) >= COARSE_DAYS:
            continue  # what goes on for months has many dates
        told = sorted(
            ((d, c) for i in event.claims if _is_done(c := claims[i]) and (d := _days(c))),
            key=lambda one: (one[0], one[1].id),
        )
        last: tuple[Days, Claim] | None = None
        for days, claim in told:
            if last and gap(last[0], days) > 0:
                if voices.of(claim) != voices.of(last[1]):
                    yield Relation("date", claim.id, last[1].id)
                last = days, claim
            last = last or (days, claim)


def statements(
    claims: Mapping[str, Claim], events: Iterable[Event], voices: Voices
) -> Iterator[Relation]:
    """Each voice that says it was not, with the nearest in time of another that says it was."""
    for event in events:
        told = [claims[i] for i in event.claims]
        yes = sorted((c for c in told if _is_done(c) and c.phase != "ends"), key=voices.place)
        places = [voices.place(c) for c in yes]
        heard: set[str] = set()
        for claim in sorted(told, key=voices.place):
            no = claim.stance == "asserts" and claim.negated and claim.modality in DONE
            voice = voices.of(claim)
            if not no or voice in heard or _is_before(claim, event, voices):
                continue
            heard.add(voice)
            at = bisect_left(places, voices.place(claim))
            beside = yes[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
            others = [c for c in beside if voices.of(c) != voice and c.article != claim.article]
            near = [(d, c.id) for c in others if (d := _apart(claim, c, voices)) is not None]
            if near and min(near)[0] <= STATEMENT_DAYS:
                yield Relation("statement", claim.id, min(near)[1])


def _is_before(claim: Claim, event: Event, voices: Voices) -> bool:
    """Whether it was said before the day of the event: what had not happened might still do so."""
    day, start = voices.day(claim), event.time.start if event.time else None
    return day is not None and start is not None and day < start


def _apart(one: Claim, other: Claim, voices: Voices) -> int | None:
    first, second = voices.day(one), voices.day(other)
    return None if first is None or second is None else abs((first - second).days)


def parties(
    claims: Iterable[Claim], stories: Iterable[Story], voices: Voices, tree: ClassTree,
    principals: Mapping[str, str],
) -> Iterator[Relation]:  # fmt: skip
    """Rewrites of one report that tell the same of somebody else."""
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event_class != ROOT and claim.event_class not in tree.unordered:
            by_article[claim.article].append(claim)
    for story in stories:
        if len(story.articles) > 1:
            told = [c for article in story.articles for c in by_article[article]]
            yield from _misreports(told, voices, tree, principals)


def _misreports(
    told: list[Claim], voices: Voices, tree: ClassTree, principals: Mapping[str, str]
) -> Iterator[Relation]:
    def counted(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sorted({principals.get(key, key) for key in keys}))

    for side in ("actors", "recipients"):
        deeds: dict[tuple[object, ...], dict[tuple[str, ...], list[Claim]]] = defaultdict(dict)
        for claim in told:
            same = counted(claim.recipients if side == "actors" else claim.actors)
            other = counted(claim.actors if side == "actors" else claim.recipients)
            if same and other:
                deed = (tree.root(claim.event_class), same, claim.stance, claim.negated,
                        claim.modality in DONE, claim.phase == "ends")  # fmt: skip
                deeds[deed].setdefault(other, []).append(claim)
        for named in deeds.values():
            if 1 < len(named) <= MOST_PARTIES:
                for one, other in combinations(sorted(named), 2):
                    if not {*one} & {*other}:
                        yield from _misreport(named[one], named[other], voices)


def _misreport(one: list[Claim], other: list[Claim], voices: Voices) -> Iterator[Relation]:
    """The two claims in the most alike sentences, of articles that name only one party each."""
    both = {c.article for c in one} & {c.article for c in other}
    sides = [_told(side, both, voices) for side in (one, other)]
    alike = [
        (-share, claim.id, against.id)
        for words, claim in sides[0].items()
        for others, against in sides[1].items()
        if (share := _shared(words, others)) >= WORDS_SHARED
    ]
    if alike:
        _, claim_id, other_id = min(alike)
        yield Relation("party", claim_id, other_id)


def _told(
    claims: Iterable[Claim], both: set[str], voices: Voices
) -> Mapping[frozenset[str], Claim]:
    """The first claim of each sentence, for copies say the same; no more than MOST_PARTIES."""
    found: dict[frozenset[str], Claim] = {}
    for claim in claims:
        if claim.article not in both and len(found) < MOST_PARTIES:
            found.setdefault(_sentence(claim, voices), claim)
    return found


def _sentence(claim: Claim, voices: Voices) -> frozenset[str]:
    """Content words of the sentence around a claim; of its quote where the text is not at hand."""
    article = voices.articles.get(claim.article)
    text, quote = (article.text if article else ""), claim.evidence
    if text[quote.start : quote.end] != quote.quote:
        return frozenset(stems(quote.quote))
    start = max(text.rfind(mark, 0, quote.start) for mark in ".!?\n") + 1
    end = quote.end + len(_SENTENCE.match(text[quote.end :]).group())  # type: ignore[union-attr]
    return frozenset(stems(text[start:end]))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
