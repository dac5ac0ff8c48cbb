"""Events referred to again: "such movements", "these claims", "the attack"."""

from __future__ import annotations

from kg.extract.lemmas import lemma_of
from kg.extract.write.draft import PLAIN
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.times import TimeMention
from kg.language.tree import Token
from kg.model import Claim

_REACH = 3000
"""Code points looked back over: news names an event again after a dozen paragraphs."""


class EventAnaphora:
    """Finds the earlier claim of an article that a noun phrase takes up."""

    def __init__(
        self, lexicon: Lexicon, headline: int = 0, times: tuple[TimeMention, ...] = ()
    ) -> None:
        self._headline = headline
        self._dated = frozenset(i for t in times for i in range(t.start, t.end))
        self._words, self._joint = lexicon.mentions, lexicon.joint

    def takes_up(self, noun: Token) -> bool:
        """Whether `noun` points back at an event or a claim without naming its class."""
        known = lemma_of(noun) in self._words.event_nouns | self._words.claim_nouns
        return known and self.is_definite(noun) and not _has_content(noun)

    def is_involvement(self, noun: Token) -> bool:
        """'involvement', 'a role' with nothing said of what in."""
        return (
            lemma_of(noun) in self._words.involvement_nouns
            and not syntax.prepositions(noun)
            and not syntax.gerunds(noun)
            and syntax.governor(noun)[0] == "object"
        )

    def is_definite(self, noun: Token) -> bool:
        """'this', 'such', 'the', 'their', "Monday's" before `noun`; no article in a headline."""
        if noun.i < self._headline:
            return not any(c.lower in ("a", "an") for c in noun.children)
        return any(
            c.i < noun.i and (c.lower in self._words.demonstratives or c.tag == "PRP$")
            for c in noun.children
        ) or self._is_dated(noun)

    def _is_dated(self, noun: Token) -> bool:
        """ "Monday's talks", "last week's raid": a time has the event, so that it is known."""
        owner = syntax.owner(noun)
        return owner is not None and owner.idx in self._dated

    def antecedent(
        self,
        noun: Token,
        earlier: list[Claim],
        classes: tuple[str, ...],
        parties: frozenset[str],
    ) -> Claim | None:
        """The claim that `noun` takes up: the one best about all the `parties`, then the nearest.

        `classes` names those that fit; none: any fits. Denials are not taken up: who denies again
        denies what was asserted.
        """
        fitting = [
            c
            for c in earlier
            if _is_event(c, classes) and c.trigger.start != noun.idx and _is_near(c, noun)
        ]
        joint = bool(self._joint & {*classes})

        def rank(claim: Claim) -> tuple[int, bool, bool, int, int]:
            about = len(parties & {*claim.actors, *claim.recipients})
            acts = bool(parties & {*claim.actors})
            done = claim.modality in ("actual", "alleged") and not claim.negated
            told = len(claim.actors) if joint else bool(claim.actors)
            return (about, acts, done, int(told), -abs(noun.idx - claim.trigger.start))

        return max(fitting, key=rank, default=None)


def _has_content(noun: Token) -> bool:
    """'the claim that ...', 'reports of ...': what it says is said right there."""
    return bool(syntax.after(noun, "of", "about", "on", "over") or syntax.gerunds(noun))


def _is_near(claim: Claim, noun: Token) -> bool:
    return abs(noun.idx - claim.evidence.start) <= _REACH


def _is_event(claim: Claim, classes: tuple[str, ...]) -> bool:
    """Whether `claim` asserts an event of one of `classes`; none: any that has parties."""
    if claim.stance != "asserts" or claim.event_class == PLAIN:
        return False
    return claim.event_class in classes if classes else bool(claim.actors or claim.recipients)
