"""Answers set beside a claim: 'X says Y sent arms, which Y denies', 'a charge denied by Y'.

They tell of the same event word a second time, so each gives another draft of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.context import Context
from kg.extract.lemmas import cues_of, lemma_of
from kg.extract.scope.effects import Effects
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import Draft
from kg.knowledge.cues import Cue
from kg.language import syntax
from kg.language.hanging import Relation, has, relation
from kg.language.tree import Token

_RELATIVE: tuple[Relation, ...] = ("relative clause", "sentence relative")
_PARTICIPLES: tuple[Relation, ...] = ("noun clause", "adverbial clause")
_PRONOUNS = frozenset({"which", "that"})


class Rejoinders:
    """Finds who answers what a draft claims, in the words around it."""

    def __init__(self, context: Context) -> None:
        self._context, self._lexicon = context, context.lexicon
        self._effects = Effects(context.lexicon)
        self._claims = context.lexicon.mentions.claim_nouns

    def of(self, draft: Draft) -> Iterator[Draft]:
        """The drafts of those who deny or do not confirm what `draft` asserts."""
        if draft.scope.modality == "conditional":
            return
        if not draft.scope.polarity.asserted:
            yield from self._upheld(draft)
            return
        for verb in draft.trigger.sentence:
            polarity = self._answer(verb, draft)
            who = _speaker(verb) if polarity is not None else None
            if polarity is not None and who is not None and who not in draft.scope.speakers:
                yield replace(draft, scope=Scope(polarity, speakers=(who,), cues=(verb,)))

    def _upheld(self, draft: Draft) -> Iterator[Draft]:
        """'X's denial that ... was false, Y said': Y upholds what X denies."""
        for noun in draft.scope.cues:
            link, above = syntax.governor(noun)
            false = noun.pos == "NOUN" and link == "subject" and self._effects.is_false(above)
            for speaker in draft.scope.speakers[1:2] if false else ():
                polarity = Polarity(modality=draft.scope.modality, negated=draft.negated)
                yield replace(draft, scope=Scope(polarity, speakers=(speaker,), cues=(above,)))

    def _answer(self, verb: Token, draft: Draft) -> Polarity | None:
        """The polarity of what `verb` makes of the claim of `draft`; None where it says nothing."""
        if verb.pos != "VERB" or not self._concerns(verb, draft):
            return None
        polarity = replace(draft.scope.polarity, kind=None)
        effects, held = {c.effect for c in self._cues(verb)}, self._effects.held_back(verb)
        if "deny" in effects:
            return polarity.held_back() if held else polarity.denied("refutation")
        if "confirm" in effects and held:
            return polarity.held_back("nonConfirmation")
        if self._effects.calls_false(verb, verb):
            return polarity.denied("refutation")
        return None

    def _cues(self, verb: Token) -> list[Cue]:
        """The cues of `verb` that fit the noun which its clause hangs on."""
        noun = lemma_of(verb.head)
        cues, said = cues_of(verb, self._lexicon), noun in self._claims
        return [c for c in cues if not c.objects or noun in c.objects or not said]

    def _concerns(self, verb: Token, draft: Draft) -> bool:
        """Whether `verb` has the claim, or the noun that names it, as what it is about."""
        trigger, head = draft.trigger, verb.head
        claim = lemma_of(head) in self._claims
        near = claim or _is_near(head, draft)
        if not near or verb == trigger or verb.is_ancestor(trigger):
            return False
        if relation(verb) in _PARTICIPLES:  # 'a claim ..., dismissed by X'
            set_off = claim or verb.tree[max(verb.i - 1, 0)].text == ","
            return set_off and verb.tag == "VBN" and syntax.arguments(verb).subject is not None
        return relation(verb) in _RELATIVE and self._is_about(verb, claim=claim)

    def _is_about(self, verb: Token, *, claim: bool) -> bool:
        """'which X denies', 'a charge X rejects': the clause is about what it hangs on."""
        about = next((c for c in verb.children if c.lower in _PRONOUNS), None)
        if about is None:
            return claim and not has(verb, "object")
        return relation(about) in ("object", "passive subject")


def _is_near(noun: Token, draft: Draft) -> bool:
    """Whether `noun` stands over, at or below the event, or over who tells it."""
    trigger = draft.trigger
    linked = noun == trigger or noun.is_ancestor(trigger) or trigger.is_ancestor(noun)
    return linked or any(noun == s or s.is_ancestor(noun) for s in draft.scope.speakers)


def _speaker(verb: Token) -> Token | None:
    """Who answers by `verb`: its subject, or the agent of its passive."""
    subject = syntax.arguments(verb).subject
    return None if subject is None or subject.lower in _PRONOUNS else subject
