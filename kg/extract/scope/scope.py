"""What is read of the words above an event: its polarity, and who says it."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.scope.polarity import Polarity
from kg.language.tree import Token
from kg.model import ClaimKind, Modality, Stance


@dataclass(slots=True)
class Scope:
    """The reading of one event word. `speakers` are subjects, innermost first.

    `cues` name what is claimed and how; `deciding` are further words without which the quote
    would tell the opposite, as "no" does in "no evidence".
    """

    polarity: Polarity = field(default_factory=Polarity)
    speakers: list[Token] = field(default_factory=list)
    accused: Token | None = None
    cues: list[Token] = field(default_factory=list)
    deciding: list[Token] = field(default_factory=list)
    clauses: list[Token] = field(default_factory=list)
    expected: bool = False
    planned: bool = False
    lasting: bool = False
    stopped: bool = False
    judged: bool = False
    gained: Token | None = None

    @property
    def stance(self) -> Stance:
        """Whether it is asserted, denied or left unconfirmed."""
        return self.polarity.stance

    @property
    def modality(self) -> Modality:
        """How real it is said to be."""
        return self.polarity.modality

    @property
    def negated(self) -> bool:
        """Whether the event is said not to be."""
        return self.polarity.negated

    @property
    def kind(self) -> ClaimKind | None:
        """The kind of denial, silence or accusation, where one is told."""
        return self.polarity.kind

    def raise_to(self, modality: Modality) -> None:
        """Keep the stronger of two modalities."""
        self.polarity = self.polarity.raised(modality)
