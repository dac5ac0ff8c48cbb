"""What is read of the words above an event: its stance, its modality, and who says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.knowledge.cues import Cue
from kg.model import ClaimKind, Modality, Stance

_ORDER: tuple[Modality, ...] = ("actual", "alleged", "planned", "possible", "conditional")


@dataclass(slots=True)
class Scope:
    """The reading of one event word. `speakers` are subjects, innermost first."""

    stance: Stance = "asserts"
    modality: Modality = "actual"
    negated: bool = False
    speakers: list[Token] = field(default_factory=list)
    accused: Token | None = None
    cues: list[Token] = field(default_factory=list)
    clauses: list[Token] = field(default_factory=list)
    expected: bool = False
    planned: bool = False
    lasting: bool = False
    stopped: bool = False
    judged: bool = False
    kind: ClaimKind | None = None
    gained: Token | None = None

    def raise_to(self, modality: Modality) -> None:
        """Keep the stronger of two modalities: conditional > possible > planned > alleged."""
        if _ORDER.index(modality) > _ORDER.index(self.modality):
            self.modality = modality

    def tell_kind(self, cues: tuple[Cue, ...], before: Stance) -> None:
        """Keep what kind of denial, silence or accusation `cues` make; `before` was the stance."""
        effects = {cue.effect for cue in cues}
        if self.stance == before:
            if "accuse" in effects and self.stance == "asserts":
                self.kind = "accusation"
        elif self.stance == "denies":
            named = [cue.kind for cue in cues if cue.effect == "deny" and cue.kind]
            self.kind = named[0] if named else "fullDenial"
        else:
            self.kind = "nonDenial" if "deny" in effects else "nonConfirmation"
