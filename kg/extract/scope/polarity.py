"""Polarity: stance, modality and negation of one event, composed word by word.

The one place that decides what a negation, a denial or a doubt makes of what stands below it. The
words over an event are met from the inside out, and each gives another `Polarity`: a denial of
what is said not to have happened keeps the negation ("denied that it had failed to pay"), a
negation of an exclusion leaves a possibility ("has not ruled out"), and a denial of a denial
leaves the matter open ("denied having denied").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from kg.model import ClaimKind, Modality, Stance

_ORDER: Final[tuple[Modality, ...]] = (
    "actual",
    "alleged",
    "planned",
    "possible",
    "conditional",
)


@dataclass(frozen=True, slots=True)
class Polarity:
    """How an event is told: who is for it, how real it is, and whether it is said not to be.

    `negated` belongs to the event itself, also where the stance is a denial. `excluded` is set
    while the outermost word so far calls it impossible. `kind` tells denials and silences apart.
    """

    stance: Stance = "asserts"
    modality: Modality = "actual"
    negated: bool = False
    kind: ClaimKind | None = None
    excluded: bool = False

    @property
    def asserted(self) -> bool:
        """Whether it is asserted, be it as done or as not done."""
        return self.stance == "asserts"

    def raised(self, modality: Modality) -> Polarity:
        """The stronger of two modalities: conditional > possible > planned > alleged > actual."""
        stronger = _ORDER.index(modality) > _ORDER.index(self.modality)
        return replace(self, modality=modality) if stronger else self

    def settled(self, modality: Modality) -> Polarity:
        """`modality`, whatever stood there before."""
        return replace(self, modality=modality)

    def against(self) -> Polarity:
        """A negation over it: "not", "no", "never". Over a denial it changes nothing here."""
        if not self.asserted:
            return self
        if self.excluded:  # 'cannot be ruled out': no fact, though two negatives meet
            return replace(self.raised("possible"), negated=not self.negated, excluded=False)
        return replace(self, negated=not self.negated)

    def refused(self) -> Polarity:
        """A refusal or a failure over it: what was only possible is now actually not done."""
        if not self.asserted or self.excluded:
            return self.against()
        settled: Modality = "actual" if self.modality == "possible" else self.modality
        return replace(self, negated=not self.negated, modality=settled)

    def ruled_out(self) -> Polarity:
        """'rule out', 'exclude' over it: said not to be, until that is negated in turn."""
        if not self.asserted:
            return self
        return replace(self.raised("planned"), negated=not self.negated, excluded=True)

    def denied(self, kind: ClaimKind | None = "fullDenial") -> Polarity:
        """A denial over it. Denied twice it is open; what was held back stays so."""
        if self.stance == "denies":
            return self.held_back()
        if self.stance == "unconfirmed":
            return self
        return replace(self, stance="denies", kind=kind, excluded=False)

    def held_back(self, kind: ClaimKind | None = "nonDenial") -> Polarity:
        """Neither confirmed nor denied."""
        return replace(self, stance="unconfirmed", kind=kind, excluded=False)

    def plain(self) -> Polarity:
        """Without a negation of its own: the negation met was that of the word which denies it."""
        return replace(self, negated=False)
