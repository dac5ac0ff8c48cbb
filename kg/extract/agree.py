"""Both readers together: what is kept of what each proposes, and whose word counts for which slot.

The lexicon was written rule by rule and is right where its rules fit; the taught reader finds what
no rule foresaw. What both found is told once, each slot by the one who is right more often; what
one alone found is kept where it is sure enough. Measured on the dev part of the labelled texts:
`python -m tests.benchmarks.reading` prints the table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from kg.extract.claims import Draft
from kg.extract.context import Context
from kg.extract.finish import Finish
from kg.extract.lexical import Refused, Told, pointing, without_echoes
from kg.extract.pairing import Pair, pairs
from kg.extract.propose.candidates import Candidates
from kg.extract.propose.marks import Marks
from kg.extract.propose.proposal import Proposal
from kg.extract.propose.taught import NONE
from kg.model import Claim, ReaderName

_DOUBTED = 0.1
"""Probability of an event below which the taught reader overrules a rule of the lexicon."""
_BESIDE = 2
"""Tokens around the lexicon's trigger where the taught reader may have put its own."""
OVERRULED = "the taught reader holds it for no event"


@dataclass(frozen=True, slots=True)
class Joined:
    """The claims of an article, and the triggers of the lexicon that the taught reader refused."""

    claims: tuple[Claim, ...]
    refused: tuple[Refused, ...]


class Agreement:
    """Joins what the two readers propose for one article."""

    def __init__(self, context: Context, chances: Mapping[int, Marks]) -> None:
        self._context, self._chances = context, chances
        self._finish, self._candidates = Finish(context), Candidates(context)

    def join(self, told: Sequence[Told], taught: Sequence[Proposal]) -> Joined:
        """All claims once, with who read them; what the lexicon alone told may be refused."""
        found: list[tuple[Claim, ...]] = []
        refused: list[Refused] = []
        renamed: dict[str, str | None] = {}
        for pair in pairs(self._context.doc, [t.proposal for t in told], taught):
            before = told[pair.lexicon].claims if pair.lexicon is not None else ()
            claims = self._claims(pair, told, taught)
            if pair.lexicon is not None and not claims:
                refused.append(Refused(told[pair.lexicon].draft.trigger, OVERRULED))
            renamed |= {c.id: None for c in before}
            renamed |= {c.id: n.id for c, n in zip(before, claims, strict=False)}
            found.append(claims)
        claims_once = without_echoes(c for claims in found for c in claims)
        return Joined(tuple(pointing(c, renamed) for c in claims_once), tuple(refused))

    def _claims(
        self, pair: Pair, told: Sequence[Told], taught: Sequence[Proposal]
    ) -> tuple[Claim, ...]:
        if pair.taught is None:
            assert pair.lexicon is not None  # a pair has at least one side
            rule = told[pair.lexicon]
            return rule.claims if self._is_held(rule.draft.trigger) else ()
        proposal = taught[pair.taught]
        draft = self._candidates.of(proposal)
        by: tuple[ReaderName, ...] = ("taught",)
        if pair.lexicon is not None:
            draft, by = self._merged(told[pair.lexicon].draft, draft), ("lexicon", "taught")
        claims = self._finish.claims(draft)
        return tuple(replace(c, read_by=by, certainty=round(proposal.firmness, 2)) for c in claims)

    def _is_held(self, trigger: Token) -> bool:
        """Whether the taught reader holds an event near `trigger` for possible."""
        near = range(trigger.i - _BESIDE, trigger.i + _BESIDE + 1)
        chances = [1 - self._chances[i].classes[NONE] for i in near if i in self._chances]
        return max(chances, default=0.0) >= _DOUBTED

    def _merged(self, rule: Draft, taught: Draft) -> Draft:
        return replace(rule)
