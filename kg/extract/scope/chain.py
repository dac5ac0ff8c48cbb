"""What stands over an event word: who says it, with what stance, modality and negation.

From the event word the governors are climbed to the root. As long as each step is a complement
("denied having sent", "the possibility of sending"), the chain is direct, and cues change stance,
modality and negation. A speech verb over a finite clause claims all that the clause holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.lemmas import cues_of, lemma_of
from kg.extract.scope.effects import Effects
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.knowledge.names import Complement
from kg.language import syntax, verbal
from kg.language.hanging import relation
from kg.language.syntax import Link
from kg.language.tree import Token

_MOST_STEPS = 24
"""Longest path to the root that is climbed; deeper trees are misparses."""
_MARKS = frozenset({"of", "about", "for", "from", "on", "over", "against", "as", "into", "off"})
_CONTENT_MARKS = _MARKS | {"that", "to", "in", "including", ""}
"""What may join an event to the noun that it fills: 'the claim that', 'a threat to'."""
_ARGUMENT_MARKS = _MARKS | {"upon", "with"}
"""What may join an event to the verb that it hangs on."""
_SPEECH = frozenset({"say", "confirm", "deny"})
"""Effects of cues whose subject could tell, and may decline to."""
_CLAIMING = _SPEECH | {"believe", "fear", "voice"}
"""Effects of cues whose subject claims all that a clause below holds."""
_TO_COME = frozenset({"to", "when", "once", "after", "until", "before"})
"""Marks of clauses that are to come where the clause above is: 'will help when deployed'."""
_COMPLEMENTS: Final[Mapping[Link, Complement]] = {"object": "object", "oblique": "phrase"}
"""What a noun is to a cue, besides a noun, by its link to it."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of the climb, from `node` to `above`, which has the `cues`.

    `light` where `above` is the light verb of the event noun.
    """

    node: Token
    above: Token
    link: Link
    light: bool
    cues: tuple[Cue, ...]


class Scopes:
    """Reads scopes by the cues of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._markers = lexicon, lexicon.markers
        self._effects = Effects(lexicon)
        self._support = lexicon.carriers.support_verbs | lexicon.carriers.ending_verbs
        self._comment = lexicon.speech.comment_verbs | lexicon.speech.answering_verbs
        self._claims = lexicon.mentions.claim_nouns

    def read(self, trigger: Token, support: Token | None) -> Scope:
        """The scope of `trigger`; `support` is its light verb, if any."""
        scope = self._effects.local(Scope(), trigger)
        node, direct = trigger, True
        if relation(trigger) == "copula":  # 'were in Mali': the place heads the clause
            node = trigger.head
            scope = self._effects.local(scope, node)
        if support is not None and syntax.governor(support)[1] == trigger:
            scope = self._effects.local(scope, support)
        for _ in range(_MOST_STEPS):
            link, above = syntax.governor(node)
            if link == "root":
                break
            cues = self._cues(node, above, link)
            scope, direct = self._step(
                scope, _Step(node, above, link, above == support, cues), direct
            )
            node = above
        if _is_conditional(trigger):
            scope = scope.raised("conditional")
        if scope.negated and scope.stance == "asserts":
            scope = self._rejecting(scope, trigger)
        return scope

    # --- one step ---------------------------------------------------------

    def _step(self, scope: Scope, step: _Step, direct: bool) -> tuple[Scope, bool]:
        """The scope one step up, and whether the chain is still direct there."""
        above = step.above
        if syntax.is_verbal(above):
            scope = replace(scope, clauses=(*scope.clauses, above))
        if step.link == "conjunct":
            return self._shared(scope, step) if direct else scope, direct
        unknown = self._is_unknown(step)
        scope = self._with_mood(scope, step, unknown=unknown, direct=direct)
        if unknown and (not step.cues or syntax.negation(above)):
            return scope, False  # 'is not clear if', 'does not know whether'
        if direct and self._is_comment(step):
            return self._commented(scope, step), False
        if self._is_claimed(step):
            scope = self._effects.speaker(scope, above)
        return self._governed(scope, step) if direct and self._carries(step) else (scope, False)

    def _is_unknown(self, step: _Step) -> bool:
        """'whether it was sent', 'not clear if it was sent': told as a question.

        Not where somebody keeps it back: 'would not say whether'.
        """
        node, mark = step.node, syntax.mark_of(step.node)
        asked = mark == "if" and lemma_of(step.above) in self._markers.asking
        silent = _has(step.cues, _SPEECH) and self._effects.withholds(step.above, node)
        return (mark == "whether" or asked) and not silent

    def _is_comment(self, step: _Step) -> bool:
        """'declined to comment on reports that ...': what is declined is the comment alone."""
        return step.link in ("oblique", "complement") and lemma_of(step.above) in self._comment

    def _commented(self, scope: Scope, step: _Step) -> Scope:
        told = lemma_of(step.node) in self._claims or step.link == "complement"
        return scope.raised("alleged") if told else scope

    def _is_claimed(self, step: _Step) -> bool:
        """Whether a clause of finite verb, or the complement of a verb, is what somebody claims."""
        clause = step.link == "content" and verbal.is_finite(step.node)
        return (clause or step.link == "complement") and _has(step.cues, _CLAIMING)

    def _governed(self, scope: Scope, step: _Step) -> tuple[Scope, bool]:
        """What the word above makes of an event that it governs directly."""
        node, above, link = step.node, step.above, step.link
        if link == "complement" and syntax.mark_of(node) == "to":
            scope = self._infinitive(scope, above)
        if step.light:
            return self._effects.local(scope, above), True
        if link in ("subject", "complement", "content") and self._effects.voided(node, above):
            return self._effects.deny(scope, above), True
        bridge = self._bridge(above) if link == "adverbial" else None
        if bridge is not None:
            known = self._lexicon.cue(lemma_of(bridge), "nouns")
            scope, _ = self._effects.apply(scope, node, bridge, known)
        return self._effects.apply(scope, node, above, step.cues)

    def _with_mood(self, scope: Scope, step: _Step, *, unknown: bool, direct: bool) -> Scope:
        """What the kind of clause makes of it: an indirect question, a condition, a purpose."""
        node = step.node
        if step.link == "subject" and node.tag == "VBG":
            scope = self._weighed(scope, step.above)
        if unknown:
            return scope.raised("possible")
        if step.link != "adverbial":
            return scope
        if syntax.mark_of(node) in self._markers.conditional_marks or verbal.is_inverted(node):
            scope = scope.raised("conditional")
        if direct and _is_to_come(node):
            scope = self._by_modals(scope, step.above)  # 'will use it to arm X'
        return scope

    def _by_modals(self, scope: Scope, verb: Token) -> Scope:
        """What the modals of `verb` make of an event that shares them, or that serves its plan."""
        words = {t.lower for t in verbal.modals(verb)}
        if words & self._markers.planned_modals:
            scope = scope.raised("planned")
        return scope.raised("possible") if words & self._markers.possible_modals else scope

    def _shared(self, scope: Scope, step: _Step) -> Scope:
        """Auxiliaries that two joined verbs share; negation and adverbs belong to the first."""
        node = step.node
        if not syntax.is_verbal(node) or node in scope.cues:
            return scope
        own, words = ({t.lower for t in verbal.modals(verb)} for verb in (node, step.above))
        shared = own <= words and node.tag in ("VB", "VBN", "VBG")
        return self._by_modals(scope, step.above) if shared else scope

    def _weighed(self, scope: Scope, above: Token) -> Scope:
        """'Sending troops would be a mistake': an act that is spoken of, not reported."""
        words = {t.lower for t in verbal.modals(above)}
        spoken = words & (self._markers.planned_modals | self._markers.possible_modals)
        return scope.raised("possible") if spoken else scope

    def _infinitive(self, scope: Scope, above: Token) -> Scope:
        """'is going to sign' is planned, 'have yet to sign' not done."""
        lemma = lemma_of(above)
        yet = any(c.lower in self._markers.yet for c in above.children)
        if yet and lemma in ("have", "be", "remain"):
            return scope.turned(Polarity.against)
        return scope.raised("planned") if lemma == "go" and verbal.is_progressive(above) else scope

    def _carries(self, step: _Step) -> bool:
        """Whether the step keeps the chain direct."""
        node, above, link = step.node, step.above, step.link
        if step.light or link == "complement":
            return True
        if link in ("object", "oblique", "adverbial"):
            return self._is_argument(step)
        if link not in ("subject", "content"):
            return False
        if self._effects.voided(node, above):
            return True
        if link == "content":
            return self._is_content(node, above)
        judged = above.pos == "ADJ" or syntax.is_passive(above)
        occurs = lemma_of(above) in self._lexicon.carriers.occurrence_verbs
        return occurs or (judged and bool(step.cues))

    def _is_argument(self, step: _Step) -> bool:
        node, above, link = step.node, step.above, step.link
        mark = syntax.mark_of(node) if link == "adverbial" else syntax.preposition_of(node)
        if _has(step.cues, {"falsify"}) or (link, mark) == ("adverbial", "by"):
            return True  # 'is lying when it says'; 'by sending'
        if link == "object" and lemma_of(above) in self._lexicon.giving.getting_verbs:
            return True
        if not step.cues and lemma_of(above) not in self._support:
            return False
        if (link, mark) == ("adverbial", "to"):
            return _has(step.cues, {"ask", "near"}) or self._bridge(above) is not None
        return link == "object" or mark in _ARGUMENT_MARKS

    def _bridge(self, verb: Token) -> Token | None:
        """'resisted calls to supply', the clause hung on the verb: the noun that it fills."""
        thing = syntax.arguments(verb).object
        cued = thing is not None and self._lexicon.cue(lemma_of(thing), "nouns")
        return thing if cued else None

    def _is_content(self, node: Token, noun: Token) -> bool:
        lemma, part = lemma_of(noun), "adjectives" if noun.pos == "ADJ" else "nouns"
        known = lemma in self._effects.content or self._lexicon.cue(lemma, part)
        return bool(known) and syntax.mark_of(node) in _CONTENT_MARKS

    def _cues(self, node: Token, above: Token, link: Link) -> tuple[Cue, ...]:
        """The cues of `above` that fit what `node` is to it."""
        if above.pos not in ("VERB", "AUX"):
            part = "adjectives" if above.pos == "ADJ" else "nouns"
            return self._lexicon.cue(lemma_of(above), part)
        clause = syntax.is_verbal(node) and node.pos in ("VERB", "AUX")
        kinds: set[Complement] = {"noun", _COMPLEMENTS.get(link, "noun")}
        if clause or link == "complement":
            kinds = {"clause"}
        return tuple(
            cue
            for cue in cues_of(above, self._lexicon)
            if not cue.complements or not kinds.isdisjoint(cue.complements)
            if not cue.objects or _has_object(cue, node, above)
        )

    def _rejecting(self, scope: Scope, trigger: Token) -> Scope:
        """'said it had sent no arms, rejecting claims by X': the negated clause is a denial."""
        clauses = (trigger, *scope.clauses)
        for part in (p for clause in clauses for _, p in syntax.gerunds(clause) if p.tag == "VBG"):
            thing = syntax.arguments(part).object
            claim = thing is not None and lemma_of(thing) in self._claims
            if claim and _has(self._lexicon.cue(lemma_of(part), "verbs"), {"deny"}):
                scope = self._effects.deny(scope.turned(Polarity.plain), part)
                return self._effects.speaker(scope, part)
        return scope


def _has(cues: Iterable[Cue], effects: Set[str]) -> bool:
    """Whether one of `cues` has one of `effects`."""
    return any(cue.effect in effects for cue in cues)


def _has_object(cue: Cue, node: Token, verb: Token) -> bool:
    thing = syntax.arguments(verb).object
    return any(t is not None and lemma_of(t) in cue.objects for t in (node, thing))


def _is_to_come(node: Token) -> bool:
    """'once it is sent', 'to arm X'; a clause in the past tense tells what was done."""
    past = any(t.tag == "VBD" for t in (node, *verbal.modals(node)))
    return syntax.mark_of(node) in _TO_COME and not past


def _is_conditional(trigger: Token) -> bool:
    """'If X dispatches troops, we will support Y': the main clause hangs on the condition."""
    hosts = [trigger] if syntax.is_verbal(trigger) else []
    link, above = syntax.governor(trigger)
    if link in ("complement", "object") and syntax.is_verbal(above):
        hosts.append(above)
    return any(
        clause != trigger and (mark in ("if", "unless") or verbal.is_inverted(clause))
        for host in hosts
        for mark, clause in syntax.gerunds(host)
    )
