"""The order in which an article is read, on one page.

Each pass takes what the ones before it have found, gives its own part and changes nothing it was
given. It says what it requires and what it assigns; whether the order holds is checked when this
module is loaded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from time import perf_counter

from kg.extract.agree.agree import SHIPPED, Agreement
from kg.extract.agree.conclude import concluded
from kg.extract.agree.kept import Joined
from kg.extract.agree.parties import PartyReading
from kg.extract.context import Context
from kg.extract.propose import features, taught
from kg.extract.propose.declined import declined_sentences
from kg.extract.propose.features import Sheet
from kg.extract.propose.lexical import ASKED, LexicalReading, Refused, Told, telling
from kg.extract.propose.marks import Marks
from kg.extract.propose.network import Network
from kg.extract.propose.proposal import Proposal
from kg.language import verbal
from kg.model import Claim, Declined

NOTHING = Joined((), ())


@dataclass(frozen=True, slots=True)
class State:
    """What is known of one article so far; each field is assigned by one pass.

    `repeated` are tokens that say again what was read before; `marks` are by token.
    """

    context: Context
    told: Sequence[Told] = ()
    unfit: Sequence[Refused] = ()
    repeated: frozenset[int] = frozenset()
    proposals: Sequence[Proposal] = ()
    marks: Mapping[int, Marks] | None = None
    sheet: Sheet | None = None
    questions: Sequence[Refused] = ()
    joined: Joined = NOTHING
    weighed: Joined = NOTHING
    dropped: Sequence[Refused] = ()
    claims: tuple[Claim, ...] = ()
    declined: tuple[Declined, ...] = ()


SPENT: defaultdict[str, float] = defaultdict(float)
"""Seconds that each pass, and what comes before them, took in this process so far."""
PARSE, MENTIONS = "parse", "mentions"
"""What comes before the passes: words and their tree, then who is named, figures and times."""

Run = Callable[[State, "Network | None"], State]


@dataclass(frozen=True, slots=True)
class Pass:
    """One step: the fields of `State` that it reads, those that it fills, and what it does."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    run: Run


@contextmanager
def timed(name: str) -> Iterator[None]:
    """Adds the time that its block takes to what `name` spent."""
    begun = perf_counter()
    yield
    SPENT[name] += perf_counter() - begun


def read(state: State, network: Network | None) -> State:
    """`state` after all passes; `network` is that of the taught reader, None reads without it."""
    for step in PASSES:
        with timed(step.name):
            state = step.run(state, network)
    return state


def misplaced(passes: Iterable[Pass]) -> str:
    """What is wrong with an order of passes, '' where each finds what it requires."""
    known, assigned = {f.name for f in fields(State)}, {"context"}
    for step in passes:
        if unknown := {*step.requires, *step.assigns} - known:
            return f"{step.name}: {sorted(unknown)} is no field of State"
        if missing := {*step.requires} - assigned:
            return f"{step.name}: {sorted(missing)} is assigned by no pass before it"
        if twice := {*step.assigns} & assigned:
            return f"{step.name}: {sorted(twice)} is assigned before"
        assigned |= {*step.assigns}
    return ""


def once(found: Iterable[Proposal]) -> Iterator[Proposal]:
    """The first proposal of each trigger and class: an answer beside a claim repeats both."""
    seen: set[tuple[int, str]] = set()
    for proposal in found:
        place = (proposal.trigger, proposal.event_class)
        if place not in seen:
            seen.add(place)
            yield proposal


def _by_lexicon(state: State, network: Network | None) -> State:
    reading = LexicalReading(state.context)
    told = tuple(reading.run())
    return replace(
        state,
        told=told,
        unfit=tuple(reading.refused),
        repeated=frozenset(reading.repeated()),
    )


def _by_network(state: State, network: Network | None) -> State:
    if network is None:
        return state
    sheet = features.sheet(state.context, once(one.proposal for one in state.told))
    asked = frozenset(one.proposal.trigger for one in state.told)
    marks = tuple(network.marks(sheet, asked))
    found = (p for p in taught.proposals(sheet, marks) if p.trigger not in state.repeated)
    by_token = {sheet.tokens[mark.trigger]: mark for mark in marks}
    return replace(state, proposals=tuple(found), marks=by_token, sheet=sheet)


def _without_questions(state: State, network: Network | None) -> State:
    tree = state.context.tree
    asked = {p.trigger for p in state.proposals if verbal.is_asked(tree[p.trigger])}
    return replace(state, questions=tuple(Refused(tree[i], ASKED) for i in sorted(asked)))


def _joined(state: State, network: Network | None) -> State:
    if network is None:
        return state
    asked = {refused.trigger.i for refused in state.questions}
    context = telling(state.context, state.told)
    agreement = Agreement(context, network.card, state.marks or {})
    found = agreement.join(state.told, [p for p in state.proposals if p.trigger not in asked])
    return replace(state, joined=found)


def _weighed(state: State, network: Network | None) -> State:
    if network is None or state.sheet is None:
        return state
    parties = PartyReading(state.context, state.sheet, network.parties)
    return replace(state, weighed=replace(state.joined, kept=parties.settled(state.joined.kept)))


def _concluded(state: State, network: Network | None) -> State:
    if network is None:
        told = (c for one in state.told for c in one.claims)
        return replace(state, claims=tuple(sorted(told, key=_place)))
    found = concluded(state.weighed, state.told, network.card, SHIPPED)
    claims = tuple(sorted(found.claims, key=_place))
    return replace(state, claims=claims, dropped=found.refused)


def _reported(state: State, network: Network | None) -> State:
    refused = (*state.unfit, *state.dropped, *state.questions)
    return replace(state, declined=tuple(declined_sentences(state.context, state.claims, refused)))


def _place(claim: Claim) -> tuple[int, int, str]:
    return (claim.evidence.start, claim.evidence.end, claim.id)


PASSES = (
    Pass("lexicon", ("context",), ("told", "unfit", "repeated"), _by_lexicon),
    Pass("network", ("context", "told", "repeated"), ("proposals", "marks", "sheet"), _by_network),
    Pass("questions", ("context", "proposals"), ("questions",), _without_questions),
    Pass("agree", ("context", "told", "proposals", "marks", "questions"), ("joined",), _joined),
    Pass("parties", ("context", "joined", "sheet"), ("weighed",), _weighed),
    Pass("conclude", ("told", "weighed"), ("claims", "dropped"), _concluded),
    Pass(
        "decline",
        ("context", "claims", "unfit", "dropped", "questions"),
        ("declined",),
        _reported,
    ),
)
"""The lexicon reads first, then the taught network beside it; both are joined, parties weighed."""
if problem := misplaced(PASSES):
    raise AssertionError(problem)
