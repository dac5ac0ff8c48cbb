"""Which claims are about one event. The rule, for a researcher to read:

1. A claim that takes up another ("these claims") is about that one's event.
2. Claims that name both sides are about one event when class, actors and recipients are the same
   and their dates fit; a president, a ministry count as their state. Dates fit when they lie no
   further apart than `days_apart` of `ontology/linking.toml` allows for the class, and no event is
   dated over more than a year. A date told loosely (a stretch longer than a month, "in 2022") fits
   what it holds and nothing beside it, so that two years are two events.
3. A claim of both sides without a date goes to the event that its own article dates, else to the
   one whose date is nearest to its publication: within three years where it tells of something
   done, for news recalls, and within one where it tells of a plan or a possibility. Where there is
   none, claims published within a year of the first are about one event.
4. A claim of a wider class (Attack) joins a narrower event (Invasion) of the same parties when
   there is one of each and their dates fit.
5. A claim that leaves a side out goes to the event of its class, of the sides it does name, that
   its own article speaks of most; else to the only such event in the corpus of the same date, or
   dated or published within a year of it; else it is an event of its own with the like of it. One
   that names a place does not go to an event that is told of other places only.
6. A claim of no class below Event is about one event with those of the same words in its article.

Stance, negation, modality, phase, figures and objects never tell events apart: a dispute is about
one event. Every step looks things up by class and parties, so that time grows as n log n.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from kg.link.classes import ROOT, ClassTree
from kg.link.group import Group, Key, new
from kg.link.mentions import COARSE_DAYS, Mention
from kg.link.partial import place
from kg.link.timeline import split


def group(mentions: Iterable[Mention], tree: ClassTree) -> list[Group]:
    """The groups of all claims that take up no other, in a sorted order."""
    ordered = sorted(mentions, key=lambda m: m.order)
    plain = [m for m in ordered if m.claim.event_class == ROOT]
    full = [m for m in ordered if m.full and m.claim.event_class != ROOT]
    partial = [m for m in ordered if not m.full and m.claim.event_class != ROOT]
    groups = _merge_wider(_by_key(full, tree), tree)
    left = place(partial, groups, tree)
    return groups + _by_key(left, tree) + _by_words(plain)


def _by_key(mentions: list[Mention], tree: ClassTree) -> list[Group]:
    """Groups by class and parties, each split by time.

    What names nobody, or one of those who met, could be anything: it stays within its article.
    """
    keyed: dict[tuple[str, Key, Key, str], list[Mention]] = defaultdict(list)
    for m in mentions:
        vague = not m.full and (m.unordered or not (m.actors or m.recipients))
        scope = m.claim.article if vague else ""
        keyed[m.claim.event_class, m.actors, m.recipients, scope].append(m)
    found: list[Group] = []
    for key in sorted(keyed):
        groups = split(keyed[key], tree.days_apart(key[0]))
        _tell_apart(groups, key[3], tree.days_apart(key[0]))
        found += groups
    return found


def _tell_apart(groups: list[Group], article: str, apart: int) -> None:
    """Scopes for groups of one class and parties: the year, with month or day where needed.

    The earliest keeps the shortest, so that it stays what it is when later ones come. Events of a
    day may have earlier ones in their year too, and are told by their day from the start.
    """
    taken: set[str] = set()
    for g in sorted(groups, key=lambda g: (g.near is None, g.near or (), g.first)):
        day = g.day.isoformat() if g.day else ""
        by_day = apart < COARSE_DAYS and any(m.days and not m.coarse for m in g.members)
        forms = [*([] if by_day else [day[:4], day[:7]]), day, f"{day}.{g.members[0].claim.id}"]
        g.scope = next(form for form in forms if form not in taken)
        taken.add(g.scope)
        if article:
            g.scope = article if len(groups) == 1 else f"{article} {g.scope}"


def _merge_wider(groups: list[Group], tree: ClassTree) -> list[Group]:
    """A lone group of a wider class taken into the lone narrower one of the same parties."""
    by_parties: dict[tuple[Key, Key, str], list[Group]] = defaultdict(list)
    for g in groups:
        by_parties[g.actors, g.recipients, tree.root(g.event_class)].append(g)
    gone: set[int] = set()
    for rivals in by_parties.values():
        for wide in rivals:
            same = [g for g in rivals if g.event_class == wide.event_class]
            narrow = [g for g in rivals if tree.is_kind(g.event_class, wide.event_class)]
            apart = tree.days_apart(narrow[0].event_class) if narrow else 0
            if len(same) == len(narrow) == 1 and narrow[0].fits(wide.days, apart):
                named = f"named as {wide.event_class}, which {narrow[0].event_class} is a kind of"
                for m in wide.members:
                    narrow[0].add(m, f"{named}; no other between these parties")
                gone.add(id(wide))
            if len(same) > 1:
                break  # every wider group has its like here: none is alone
    return [g for g in groups if id(g) not in gone]


def _by_words(plain: list[Mention]) -> list[Group]:
    """Claims of no class below Event: one group for the same words in one article."""
    keyed: dict[tuple[str, str], Group] = {}
    for m in plain:
        words = " ".join(m.claim.label.casefold().split())
        key = (m.claim.article, words or m.claim.id)
        if key in keyed:
            keyed[key].add(m, "the same words in one article")
        else:
            keyed[key] = new(m)
            keyed[key].scope = "\n".join(key)
    return list(keyed.values())
