"""One article read by the lexicon: triggers, roles, scope, speakers, reference, what was declined.

The text is read in order, for what is told later leans on what was told before: "the talks",
"denied it". So each draft is finished before the next word is looked at. The headline comes last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.extract.context import Context
from kg.extract.finish import Finish
from kg.extract.frames.slots import Misfit, listed
from kg.extract.propose.drafts import Drafts
from kg.extract.propose.lexicon import proposal
from kg.extract.propose.proposal import Proposal
from kg.extract.propose.rejoinders import Rejoinders
from kg.extract.resolve.retelling import Retelling
from kg.extract.write.draft import PLAIN, Draft
from kg.language import verbal
from kg.language.tree import Token, present
from kg.model import Claim, Stance

ASKED = "a question asserts nothing"
_SHORTEST_REPEAT = 20
"""Code points above which an identical sentence is a copy; shorter ones recur by chance."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the lexicon makes of one trigger: proposed before, drafted and claimed after the
    article completed it.
    """

    proposal: Proposal
    draft: Draft
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A trigger that gave no claim, with the reason; `quiet` where it is hardly a trigger here.

    A quiet one is told only where its sentence gives no claim and no other reason.
    """

    trigger: Token
    reason: str
    quiet: bool = False


class LexicalReading:
    """The lexicon's reading of one article."""

    def __init__(self, context: Context) -> None:
        self._claims: list[Claim] = []  # what is told so far: each rule sees what came before
        context = replace(context, claims=self._claims)
        self._context, self._finish = context, Finish(context)
        self._drafts, self._retelling = Drafts(context), Retelling(context)
        self._rejoinders = Rejoinders(context)
        self.refused: list[Refused] = []

    def run(self) -> list[Told]:
        """All that the article tells, in the order of its triggers.

        A headline leans on what it announces, so it is read when the rest is told.
        """
        tree, headline = self._context.tree, self._context.headline
        rest = self._read_all(tree[headline:])
        self._drafts = Drafts(self._context)  # it tells again what the rest has told
        found = [*self._read_all(tree[:headline]), *rest]
        return _each_once(found)

    def _read_all(self, words: Iterable[Token]) -> list[Told]:
        found: list[Told] = []
        repeated = self.repeated()
        for trigger in (word for word in words if word.i not in repeated):
            read = self._read(trigger)
            told = [self._told(one) for one in read if isinstance(one, Draft)]
            for one in told:
                self._claims += one.claims
            found += told
            misfits = [one for one in read if isinstance(one, Misfit)]
            self.refused += [_refused(trigger, misfits)] if misfits else []
        return found

    def repeated(self) -> set[int]:
        """Tokens of front matter, and of sentences that repeat an earlier one, as headings do."""
        seen: set[str] = set()
        body = self._context.article.body
        found = {token.i for token in self._context.tree if token.idx < body}
        for sentence in self._context.tree.sentences:
            words = sentence.text.strip()
            if words in seen and len(words) > _SHORTEST_REPEAT:
                found |= {t.i for t in sentence}
            seen.add(words)
        return found

    def _told(self, draft: Draft) -> Told:
        full = self._finish.completed(draft)
        return Told(proposal(draft), full, tuple(self._finish.written(full)))

    def _read(self, trigger: Token) -> Sequence[Draft | Misfit]:
        """The drafts of `trigger`; where it has none, why its frames do not fit."""
        found = list(self._drafts.of(trigger))
        drafts = [one for one in found if isinstance(one, Draft)]
        drafts += [answer for draft in drafts for answer in self._rejoinders.of(draft)]
        if not drafts and not self._drafts.doublets.is_theme(trigger):
            drafts = present(self._retelling.of(trigger))
        if drafts and verbal.is_asked(trigger):
            return [Misfit(ASKED)]
        return drafts or [one for one in found if isinstance(one, Misfit)]


def telling(context: Context, told: Iterable[Told]) -> Context:
    """`context` with the claims of all that is `told`."""
    return replace(context, claims=tuple(claim for one in told for claim in one.claims))


def pointing(claim: Claim, renamed: Mapping[str, str | None]) -> Claim:
    """`claim` with the present id of the claim that it takes up; None where that is gone."""
    return replace(claim, about=renamed.get(claim.about, claim.about)) if claim.about else claim


def _refused(trigger: Token, misfits: Sequence[Misfit]) -> Refused:
    """Why no frame of `trigger` fits: what one lacks that takes its object; else all classes."""
    first = min(misfits, key=lambda misfit: (misfit.quiet, bool(misfit.word)))
    same = dict.fromkeys(m.event_class for m in misfits if m.word == first.word)
    if not first.word or len(same) == 1:
        return Refused(trigger, first.reason, first.quiet)
    return Refused(trigger, f"'{first.word}' is no object of {listed([*same])}")


def _each_once(found: Sequence[Told]) -> list[Told]:
    """What tells something that was not told before, and is no echo."""
    kept = {*without_echoes(claim for told in found for claim in told.claims)}
    left = []
    for told in found:
        claims = tuple(c for c in dict.fromkeys(told.claims) if c in kept)
        kept -= {*claims}
        left += [replace(told, claims=claims)] if claims else []
    return left


def without_echoes(claims: Iterable[Claim]) -> list[Claim]:
    """Claims once each; no plain Event where its words deny an event that has a class."""
    found = list(dict.fromkeys(claims))
    denied: set[tuple[str | None, Stance, int]] = {
        (c.claimant, c.stance, c.evidence.end)
        for c in found
        if c.event_class != PLAIN and c.stance != "asserts"
    }
    return [c for c in found if not _is_echo(c, denied)]


def _is_echo(claim: Claim, denied: set[tuple[str | None, Stance, int]]) -> bool:
    return claim.event_class == PLAIN and any(
        (who, stance) == (claim.claimant, claim.stance)
        and claim.evidence.start < end <= claim.evidence.end
        for who, stance, end in denied
    )
