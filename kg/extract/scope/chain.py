"""What stands over an event word: who says it, with what stance, modality and negation.

From the event word the governors are climbed to the root. As long as each step is a complement
("denied having sent", "the possibility of sending"), the chain is direct, and cues change stance,
modality and negation. A speech verb over a finite clause claims all that the clause holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.scope.effects import Effects
from kg.extract.scope.scope import Scope
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import relation
from kg.language.tree import Token

_MOST_STEPS = 24
"""Longest path to the root that is climbed; deeper trees are misparses."""
_CONTENT_MARKS = frozenset(
    {
        "of",
        "about",
        "for",
        "from",
        "on",
        "over",
        "that",
        "to",
        "against",
        "in",
        "as",
        "into",
        "including",
        "",
    }
)
_ARGUMENT_MARKS = frozenset(
    {"of", "about", "for", "from", "on", "over", "against", "as", "upon", "with", "into"}
)
_MEANS = "by"
_SPEECH = frozenset({"say", "confirm", "deny"})
"""Effects of cues whose subject could tell, and may decline to."""
_TO_COME = frozenset({"to", "when", "once", "after", "until", "before"})
"""Marks of clauses that are to come where the clause above is: 'will help when deployed'."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One step of the climb; `light` where `above` is the light verb of the event noun."""

    node: Token
    above: Token
    link: str
    light: bool


class Scopes:
    """Reads scopes by the cues of the lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._markers = lexicon, lexicon.markers
        self._effects = Effects(lexicon)
        self._support = lexicon.carriers.support_verbs | lexicon.carriers.ending_verbs
        self._getting = lexicon.giving.getting_verbs
        self._occurrence = lexicon.carriers.occurrence_verbs
        self._comment = lexicon.speech.comment_verbs | lexicon.speech.answering_verbs
        self._claims = lexicon.mentions.claim_nouns
        passed = lexicon.mentions.content_nouns | lexicon.mentions.claim_nouns
        self._content = passed | lexicon.amounts.container_nouns

    def read(self, trigger: Token, support: Token | None) -> Scope:
        """The scope of `trigger`; `support` is its light verb, if any."""
        scope = Scope()
        scope = self._effects.local(scope, trigger)
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
            scope, direct = self._step(scope, _Step(node, above, link, above == support), direct)
            node = above
        scope = self._conditions(scope, trigger)
        if scope.negated and scope.stance == "asserts":
            scope = self._rejecting(scope, trigger)
        if scope.expected and not scope.planned:
            scope = scope.raised("possible")
        return scope

    # --- one step ---------------------------------------------------------

    def _step(self, scope: Scope, step: _Step, direct: bool) -> tuple[Scope, bool]:
        """The scope one step up, and whether the chain is still direct there."""
        node, above, link, light = step.node, step.above, step.link, step.light
        if syntax.is_verbal(above):
            scope = replace(scope, clauses=(*scope.clauses, above))
        if link == "conjunct":
            if direct and syntax.is_verbal(node) and node not in scope.cues:
                scope = self._shared(scope, node, above)
            return scope, direct
        if link == "subject" and node.tag == "VBG":
            scope = self._weighed(scope, above)
        cues = self._cues(node, above, link)
        silent = any(c.effect in _SPEECH for c in cues) and self._effects.withholds(above, node)
        unknown = self._is_open(node, above) and not silent
        scope = self._mood(scope, step, unknown=unknown, direct=direct)
        if unknown and (not cues or syntax.negation(above)):
            return scope, False  # 'is not clear if', 'does not know whether'
        if direct and self._is_remark(above, link):
            told = lemma_of(node) in self._claims or link == "complement"
            return scope.raised("alleged") if told else scope, False
        direct = direct and self._carries(node, above, link, light)
        scope = self._finite_speech(scope, node, above, link, cues)
        if not direct:
            return scope, False
        if link == "complement":
            scope = self._marked(scope, node, above)
        if light:
            return self._effects.local(scope, above), True
        if link in ("subject", "complement", "content") and self._effects.voided(node, above):
            return self._effects.deny(scope, above), True
        bridge = self._bridge(node, above) if link == "adverbial" else None
        if bridge is not None:
            known = self._lexicon.cue(lemma_of(bridge), "nouns")
            scope, _ = self._effects.apply(scope, node, bridge, known)
        return self._effects.apply(scope, node, above, cues)

    def _mood(self, scope: Scope, step: _Step, *, unknown: bool, direct: bool) -> Scope:
        """What the kind of clause makes of it: an indirect question, a condition, a purpose."""
        if unknown:
            scope = scope.raised("possible")
        elif step.link == "adverbial" and self._is_condition(step.node):
            scope = scope.raised("conditional")
        if direct and step.link == "adverbial" and self._is_to_come(step.node):
            scope = self._purpose(scope, step.above)
        return scope

    def _is_remark(self, above: Token, link: str) -> bool:
        """'declined to comment on reports that ...': what is declined is the comment alone."""
        return link in ("oblique", "complement") and lemma_of(above) in self._comment

    def _marked(self, scope: Scope, node: Token, above: Token) -> Scope:
        """What the mark of a complement tells: 'to' is to come."""
        if syntax.mark_of(node) == "to":
            scope = self._infinitive(scope, above)
        return scope

    def _is_condition(self, node: Token) -> bool:
        return syntax.mark_of(node) in self._markers.conditional_marks or verbal.is_inverted(node)

    def _is_open(self, node: Token, above: Token) -> bool:
        """'whether it was sent', 'not clear if it was sent': told as a question."""
        mark = syntax.mark_of(node)
        return mark == "whether" or (mark == "if" and lemma_of(above) in self._markers.asking)

    def _is_to_come(self, node: Token) -> bool:
        """'once it is sent', 'to arm X'; a clause in the past tense tells what was done."""
        past = node.tag == "VBD" or any(c.tag == "VBD" for c in verbal.modals(node))
        return syntax.mark_of(node) in _TO_COME and not past

    def _purpose(self, scope: Scope, above: Token) -> Scope:
        """'will use it to arm X', 'will fly it when sent': what serves a plan is planned."""
        words = {t.lower for t in verbal.modals(above)}
        if words & {*self._markers.planned_modals}:
            scope = scope.raised("planned")
        if words & {*self._markers.possible_modals}:
            scope = scope.raised("possible")
        return scope

    def _weighed(self, scope: Scope, above: Token) -> Scope:
        """'Sending troops would be a mistake': an act that is spoken of, not reported."""
        words = {t.lower for t in verbal.modals(above)}
        if words & {*self._markers.planned_modals, *self._markers.possible_modals}:
            scope = scope.raised("possible")
        return scope

    def _infinitive(self, scope: Scope, above: Token) -> Scope:
        """'are to sign' is planned, 'have yet to sign' not done."""
        lemma = lemma_of(above)
        if lemma in ("have", "be", "remain") and any(
            c.lower in self._markers.yet for c in above.children
        ):
            scope = scope.turned(scope.polarity.against())
        elif lemma == "be" or (lemma == "go" and verbal.is_progressive(above)):
            scope = scope.raised("planned")
        return scope

    def _carries(self, node: Token, above: Token, link: str, light: bool) -> bool:
        """Whether the step keeps the chain direct."""
        if light or link == "complement":
            return True
        if link in ("object", "oblique", "adverbial"):
            return self._is_argument(node, above, link)
        if link == "subject":
            occurs = lemma_of(above) in self._occurrence or self._effects.voided(node, above)
            judged = above.pos == "ADJ" and bool(self._cues(node, above, link))
            return (
                occurs
                or judged
                or (syntax.is_passive(above) and bool(self._cues(node, above, link)))
            )
        if link == "content":
            return self._is_content(node, above) or self._effects.voided(node, above)
        return False

    def _is_argument(self, node: Token, above: Token, link: str) -> bool:
        if link == "adverbial" and syntax.mark_of(node) == _MEANS:
            return True
        if any(c.effect == "falsify" for c in self._cues(node, above, link)):
            return True  # 'is lying when it says'
        if link == "object" and lemma_of(above) in self._getting:
            return True
        if not self._cues(node, above, link) and lemma_of(above) not in self._support:
            return False
        if link == "object":
            return True
        mark = syntax.mark_of(node) if link == "adverbial" else syntax.preposition_of(node)
        if link == "adverbial" and mark == "to":
            asked = any(c.effect in ("ask", "near") for c in self._cues(node, above, link))
            return asked or self._bridge(node, above) is not None
        return mark in _ARGUMENT_MARKS

    def _bridge(self, node: Token, verb: Token) -> Token | None:
        """'resisted calls to supply', the clause hung on the verb: the noun that it fills."""
        thing = syntax.arguments(verb).object
        if thing is None or thing.i > node.i or not self._lexicon.cue(lemma_of(thing), "nouns"):
            return None
        return thing

    def _is_content(self, node: Token, noun: Token) -> bool:
        mark = syntax.mark_of(node) or syntax.preposition_of(node)
        part = "adjectives" if noun.pos == "ADJ" else "nouns"
        known = bool(self._lexicon.cue(lemma_of(noun), part)) or lemma_of(noun) in self._content
        return known and mark in _CONTENT_MARKS

    def _cues(self, node: Token, above: Token, link: str) -> tuple[Cue, ...]:
        lemma = lemma_of(above)
        if above.pos in ("VERB", "AUX"):
            clause = syntax.is_verbal(node) and node.pos in ("VERB", "AUX")
            kinds = {"clause"} if clause or link == "complement" else {"noun"}
            if not clause and link in ("object", "oblique"):
                kinds.add("object" if link == "object" else "phrase")
            listed = (
                *self._lexicon.cue(lemma, "verbs"),
                *(self._lexicon.cue(phrase_of(above), "verbs") if verbal.particle(above) else ()),
            )
            found = [c for c in listed if not c.complements or kinds & {*c.complements}]
            return tuple(c for c in found if not c.objects or self._has_object(c, node, above))
        if above.pos == "ADJ":
            return self._lexicon.cue(lemma, "adjectives")
        return self._lexicon.cue(lemma, "nouns")

    def _has_object(self, cue: Cue, node: Token, verb: Token) -> bool:
        thing = syntax.arguments(verb).object
        return any(t is not None and lemma_of(t) in cue.objects for t in (node, thing))

    def _finite_speech(
        self, scope: Scope, node: Token, above: Token, link: str, cues: tuple[Cue, ...]
    ) -> Scope:
        """A finite clause under a speech verb is claimed as a whole, direct or not."""
        speech = {"say", "believe", "confirm", "deny", "fear", "voice"}
        if not any(c.effect in speech for c in cues) or link not in ("complement", "content"):
            return scope
        if verbal.is_finite(node) or link == "complement":
            scope = self._effects.speaker(scope, above)
        return scope

    def _shared(self, scope: Scope, node: Token, above: Token) -> Scope:
        """Auxiliaries that two joined verbs share; negation and adverbs belong to the first."""
        own = {c.lower for c in verbal.modals(node)}
        words = {c.lower for c in verbal.modals(above)}
        if own <= words and node.tag in ("VB", "VBN", "VBG"):
            if words & {*self._markers.planned_modals}:
                scope = scope.raised("planned")
            if words & {*self._markers.possible_modals}:
                scope = scope.raised("possible")
        return scope

    def _rejecting(self, scope: Scope, trigger: Token) -> Scope:
        """'said it had sent no arms, rejecting claims by X': the negated clause is a denial."""
        for clause in (trigger, *scope.clauses):
            for _, part in syntax.gerunds(clause):
                thing = syntax.arguments(part).object
                if part.tag != "VBG" or thing is None or lemma_of(thing) not in self._claims:
                    continue
                cues = self._lexicon.cue(lemma_of(part), "verbs")
                if any(c.effect == "deny" and "noun" in (c.complements or ("noun",)) for c in cues):
                    scope = self._effects.deny(scope.turned(scope.polarity.plain()), part)
                    return self._effects.speaker(scope, part)
        return scope

    def _conditions(self, scope: Scope, trigger: Token) -> Scope:
        """'If X dispatches troops, we will support Y': the main clause hangs on the condition."""
        hosts = [trigger] if syntax.is_verbal(trigger) else []
        link, above = syntax.governor(trigger)
        if link in ("complement", "object") and syntax.is_verbal(above):
            hosts.append(above)
        for host in hosts:
            marks = [
                "if" if verbal.is_inverted(c) else m
                for m, c in syntax.gerunds(host)
                if c.i not in range(*_subtree(trigger, host))
            ]
            if any(m in ("if", "unless") for m in marks):
                scope = scope.raised("conditional")
        return scope


def _subtree(trigger: Token, host: Token) -> tuple[int, int]:
    """Positions that hold the trigger below `host`; nothing where they are one."""
    return (trigger.i, trigger.i + 1) if trigger != host else (0, 0)
