"""What is read of the words above an event: its polarity, and who says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from kg.extract.scope.polarity import Polarity
from kg.language.tree import Token
from kg.model import ClaimKind, Modality, Stance


@dataclass(frozen=True, slots=True)
class Scope:
    """The reading of one event word. `speakers` are subjects, innermost first.

    `cues` name what is claimed and how; `deciding` are further words without which the quote
    would tell the opposite, as "no" does in "no evidence". `clauses` are the verbs above, innermost
    first. `accused` is who is said to have done it, `thanking` who says thanks for it, and
    `judged` whether somebody accuses or thanks at all. `lasting` is set where it goes on, `stopped`
    where a verb like "halted" ends it.
    """

    polarity: Polarity = field(default_factory=Polarity)
    speakers: tuple[Token, ...] = ()
    accused: Token | None = None
    cues: tuple[Token, ...] = ()
    deciding: tuple[Token, ...] = ()
    clauses: tuple[Token, ...] = ()
    lasting: bool = False
    stopped: bool = False
    judged: bool = False
    thanking: Token | None = None

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

    def raised(self, modality: Modality) -> Scope:
        """With the stronger of two modalities."""
        return replace(self, polarity=self.polarity.raised(modality))

    def turned(self, how: Callable[[Polarity], Polarity]) -> Scope:
        """With what `how` makes of its polarity: `scope.turned(Polarity.denied)`."""
        return replace(self, polarity=how(self.polarity))

    def with_cue(self, *words: Token) -> Scope:
        """With `words` as further cues."""
        return replace(self, cues=(*self.cues, *words))

    def with_speaker(self, speaker: Token | None) -> Scope:
        """With `speaker` around those known so far; unchanged where that one speaks already."""
        if speaker is None or speaker in self.speakers:
            return self
        return replace(self, speakers=(*self.speakers, speaker))

    def with_deciding(self, *words: Token) -> Scope:
        """With `words` that the quote may not lack."""
        return replace(self, deciding=(*self.deciding, *words))

    def without_speakers(self) -> Scope:
        """With nobody who says it."""
        return replace(self, speakers=())
