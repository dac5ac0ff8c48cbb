"""What the rules of the lexicon found, as proposals: beside those of the taught reader."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.propose.proposal import Proposal, Role, Run
from kg.extract.write.draft import Draft
from kg.language.tree import Token


def proposal(draft: Draft) -> Proposal:
    """`draft` of the lexicon as a proposal; the rules name the parties themselves."""
    roles: dict[Role, tuple[Run, ...]] = {
        "claimant": _runs(draft.scope.speakers),
        "object": _runs([draft.theme] if draft.theme is not None else []),
    }
    return Proposal(
        event_class=draft.event_class,
        trigger=draft.trigger.i,
        roles={role: runs for role, runs in roles.items() if runs},
        stance=draft.scope.stance,
        modality=draft.scope.modality,
        negated=draft.negated,
        phase=draft.phase,  # type: ignore[arg-type]  # the lexicon checks it against Phase
        score=1.0,
        by="lexicon",
        parties=parties(draft),
    )


def parties(draft: Draft) -> dict[Role, frozenset[str]]:
    """The keys of who counts in the roles of `draft`."""
    return {
        "actor": frozenset(a.principal for a in draft.actors),
        "recipient": frozenset(a.principal for a in draft.recipients),
    }


def _runs(tokens: Iterable[Token]) -> tuple[Run, ...]:
    return tuple((i, i + 1) for i in sorted(t.i for t in tokens))
