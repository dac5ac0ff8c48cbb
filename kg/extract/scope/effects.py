"""What the cues over an event word do to its scope: speakers, stance, modality, negation."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.scope.scope import Scope
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import below, has
from kg.language.tree import Token
from kg.model import ClaimKind, Stance

_PREDICATES = ("VERB", "AUX", "ADJ")
_NEITHER = frozenset({"neither", "nor"})
_OPEN_MARKS = frozenset({"whether", "if"})
_OPAQUE = frozenset({"say", "believe", "confirm", "deny", "exclude"})
"""Cues whose own negation does not reach what they govern, or only as a whole."""


class Effects:
    """Applies the effects of cues, and reads what stands beside a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._markers = lexicon, lexicon.markers
        self._claims = lexicon.mentions.claim_nouns | lexicon.parties.document_nouns
        self._stopping = lexicon.carriers.stopping_verbs
        passed = lexicon.mentions.content_nouns | lexicon.mentions.claim_nouns
        self._content = passed | lexicon.amounts.container_nouns

    def speaker(self, scope: Scope, above: Token) -> Scope:
        """`scope` with the subject of speech `above`, or whoever it cites, as a speaker."""
        if above.pos in ("VERB", "AUX"):
            subject = self._quoted(above) or syntax.arguments(above).subject
        elif above.pos == "ADJ":
            subject = syntax.subject(above)
        else:
            subject = syntax.owner(above) or next(
                (n for p, n in syntax.prepositions(above) if p in ("by", "from")), None
            )
        subject = self._author(subject)
        if subject is not None and subject not in scope.speakers:
            words = {t.lower for t in syntax.attributes(subject)}
            if words & {*self._markers.alleged}:
                scope = scope.raised("alleged")
            return scope.with_speaker(subject).with_cue(above)
        return scope

    def _quoted(self, saying: Token) -> Token | None:
        """'X was quoted by Y as saying': X speaks, Y only passes it on."""
        verb = syntax.governor(saying)[1]
        cited = lemma_of(verb) in self._lexicon.speech.citing_verbs and syntax.is_passive(verb)
        return syntax.arguments(verb).object if cited else None

    def _author(self, subject: Token | None) -> Token | None:
        """'A report by the army says': who speaks in a report or a statement."""
        if subject is None or lemma_of(subject) not in self._claims:
            return subject
        return next((n for p, n in syntax.prepositions(subject) if p == "by"), subject)

    def apply(
        self, scope: Scope, node: Token, above: Token, cues: tuple[Cue, ...]
    ) -> tuple[Scope, bool]:
        """`scope` after the `cues` of `above`, and whether the chain goes on from there."""
        effects = {c.effect for c in cues}
        if "refuse" in effects and self._is_regret(above):
            return scope, True
        if not effects & _OPAQUE or above.pos not in ("VERB", "AUX"):
            scope = self.local(scope, above, effects)
        if not cues:
            return scope, above.pos in _PREDICATES or lemma_of(above) in self._content
        before = scope.stance
        for effect in sorted(effects):
            scope = getattr(self, f"_on_{effect}")(scope, node, above)
        scope = _tell_kind(scope, cues, before)
        if "exclude" in effects:  # negated as a whole: 'has not ruled out', 'could not be excluded'
            scope = self.local(scope, above, effects)
        return scope, True

    def _is_regret(self, verb: Token) -> bool:
        """'could have been avoided': what was not avoided was done."""
        words = {t.lower for t in verbal.modals(verb)}
        return "have" in words and bool(words & {"could", "should", "might", "would", "ought"})

    def _on_say(self, scope: Scope, node: Token, above: Token) -> Scope:
        told = any(p == "for" for p, _ in syntax.prepositions(node))
        if told and lemma_of(node) in self._lexicon.mentions.involvement_nouns:
            return scope  # 'claimed responsibility for the bombing': the article's own word
        if syntax.is_passive(above) and syntax.governor(node)[0] == "complement":
            if not verbal.is_finite(node):
                scope = scope.raised("alleged")
        elif self.withholds(above, node):
            if scope.stance == "asserts":
                scope = scope.turned(scope.polarity.held_back())
                scope = scope.without_speakers()
            scope = self.speaker(scope, above)
            scope = scope.with_cue(above)
        elif self.untold(above):
            if scope.stance == "asserts":
                scope = scope.without_speakers()
                scope = self.deny(scope, above)
        else:
            scope = self.speaker(scope, above)
            if self._calls_false(node, above):
                scope = self.deny(scope, above)
        return scope

    def withholds(self, verb: Token, clause: Token) -> bool:
        """'would not say whether it had sent troops': neither confirmed nor denied."""
        return syntax.mark_of(clause) in _OPEN_MARKS and self.held_back(verb)

    def voided(self, node: Token, above: Token) -> bool:
        """'Reports of it are false', 'are not true': a predicate that denies its subject."""
        found = [c for c in below(above, "open clause") if self.is_false(c)]
        linked = has(above, "copula") or syntax.is_passive(above)
        if not linked and not found:  # 'proved false', 'turned out to be a hoax'
            return False
        said = lemma_of(node) in self._claims or syntax.is_verbal(node)
        false = self.is_false(above) or bool(found)
        true = above.lower in self._lexicon.speech.true_words
        untrue = true and syntax.negation(above) is not None
        return said and (false or untrue)

    def is_false(self, word: Token) -> bool:
        """Whether `word`, or one joined to it, calls something false: 'baseless', 'a lie'."""
        words = {w for t in (word, *syntax.conjuncts(word)) for w in (t.lower, lemma_of(t))}
        return bool(words & self._lexicon.speech.false_words)

    def calls_false(self, verb: Token) -> bool:
        """'which X calls a fabrication': whether `verb` gives a false name to what it is about."""
        return verb.pos == "VERB" and any(self.is_false(w) for w in _named(verb, verb.i))

    def _calls_false(self, node: Token, verb: Token) -> bool:
        """'called the report nonsense': what a claim is called denies it."""
        if lemma_of(node) not in self._claims or verb.pos != "VERB":
            return False
        return any(self.is_false(word) for word in _named(verb, node.i))

    def deny(self, scope: Scope, cue: Token) -> Scope:
        """`scope` as a denial by `cue`, whoever turns out to speak."""
        if scope.stance == "asserts":
            scope = scope.turned(scope.polarity.denied()).with_cue(cue)
            return scope.with_deciding(*verbal.negating(cue))
        return scope

    def _on_thank(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'X thanked Y for its aid': X says so, Y gave it, X got it."""
        scope = self._on_accuse(scope, node, above)
        return replace(scope, gained=syntax.arguments(above).subject)

    def _on_voice(self, scope: Scope, node: Token, above: Token) -> Scope:
        return self.speaker(scope, above)

    def _on_believe(self, scope: Scope, node: Token, above: Token) -> Scope:
        if above.pos in ("VERB", "AUX") and syntax.is_passive(above):
            scope = scope.raised("alleged")
            scope = scope.with_cue(above)
        else:
            scope = self.speaker(scope, above)
        return scope

    def _on_deny(self, scope: Scope, node: Token, above: Token) -> Scope:
        if verbal.is_of_nobody(above):
            return scope.raised("alleged")  # 'nobody denied it': nobody vouches for it either
        if scope.stance != "asserts":
            return self._deny_again(scope, node, above)
        asked = lemma_of(node) in self._lexicon.speech.refused_nouns and scope.modality == "actual"
        if syntax.arguments(above).dative is not None or (asked and node.pos == "NOUN"):
            return self._on_refuse(scope, node, above)  # 'denied the rebels arms'
        held_back = self.held_back(above)
        scope = scope.turned(scope.polarity.held_back() if held_back else scope.polarity.denied())
        scope = scope.without_speakers()
        scope = self.speaker(scope, above)
        return scope.with_cue(above)

    def _deny_again(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'denied having denied', 'withdrew its denial': nobody denies it any more."""
        if node in scope.cues and any(c.effect == "deny" for c in self._cues_of(node)):
            scope = scope.turned(scope.polarity.denied())
            scope = self.speaker(scope, above)
            scope = scope.with_cue(above)
        return scope

    def _cues_of(self, word: Token) -> tuple[Cue, ...]:
        part = "verbs" if word.pos in ("VERB", "AUX") else "nouns"
        return self._lexicon.cue(lemma_of(word), part)

    def _on_confirm(self, scope: Scope, node: Token, above: Token) -> Scope:
        held_back = self.held_back(above)
        if held_back and scope.stance == "asserts":
            scope = scope.turned(scope.polarity.held_back())
            scope = scope.without_speakers()
        scope = self.speaker(scope, above)
        return scope.with_cue(above)

    def held_back(self, verb: Token) -> bool:
        """'has not confirmed', 'have yet to confirm', 'neither confirmed nor denied'."""
        link, first = syntax.governor(verb)
        subject = syntax.arguments(verb).subject
        if subject is not None and any(c.lower == "neither" for c in subject.children):
            return True
        pair = (verb, first) if link == "conjunct" else (verb,)
        if any(c.lower in _NEITHER for t in pair for c in t.children):
            return True
        if syntax.negation(verb) is not None or (
            link == "conjunct" and syntax.negation(first) is not None
        ):
            return True
        link, above = syntax.governor(verb)
        if link not in ("complement", "adverbial"):
            return False
        yet = any(c.lower in self._markers.yet for c in (*above.children, *verb.children))
        part = "verbs" if above.pos in ("VERB", "AUX") else "adjectives"
        refused = any(c.effect == "refuse" for c in self._lexicon.cue(lemma_of(above), part))
        return (
            refused
            or (yet and lemma_of(above) in ("have", "be"))
            or bool(
                syntax.negation(above) and lemma_of(above) in ("do", "can", "will", "be", "able")
            )
        )

    def _on_accuse(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = self.speaker(scope, above)
        scope = replace(scope, judged=True)
        if above.pos in ("VERB", "AUX"):
            thing = syntax.arguments(above).object
            scope = replace(scope, accused=thing if thing is not node else None)
        return scope

    def _on_fear(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("possible")
        return self.speaker(scope, above)

    def _on_doubt(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("possible")
        return self.speaker(scope, above)

    def _on_plan(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("planned")
        scope = replace(scope, planned=True)
        return scope.with_cue(above)

    def _on_consider(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("possible")
        return scope.with_cue(above)

    def _on_ask(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("possible")
        if above.pos == "VERB" and self._asks_another(node, above):
            scope = self.speaker(scope, above)
        return scope.with_cue(above)

    def _asks_another(self, node: Token, verb: Token) -> bool:
        """'X urged Y to send aid': who asks others speaks; 'X asked to send it' is about itself."""
        mine = syntax.arguments(verb).subject
        doer = syntax.subject(node) if syntax.is_verbal(node) else None
        return mine is not None and doer is not None and doer != mine

    def _on_refuse(self, scope: Scope, node: Token, above: Token) -> Scope:
        if scope.stance == "asserts":
            scope = scope.turned(scope.polarity.refused())
            scope = replace(scope, stopped=phrase_of(above) in self._stopping)
            scope = scope.with_cue(above)
        return scope

    def _on_exclude(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.turned(scope.polarity.ruled_out())
        scope = scope.with_cue(above)
        if verbal.is_finite(node):  # who rules out that another did something speaks of it
            scope = self.speaker(scope, above)
        return scope

    def _on_seem(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("alleged")
        return scope.with_cue(above)

    def _on_near(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'came close to signing' did not sign; 'is close to signing' may yet."""
        host = above if syntax.is_verbal(above) else syntax.governor(above)[1]
        forms = (above, host, *verbal.modals(above))
        if any(t.tag == "VBD" for t in forms):
            scope = scope.turned(scope.polarity.against())
        else:
            scope = scope.raised("possible")
        return scope.with_cue(above)

    def _on_falsify(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'is lying when it says', 'lied about': whoever tells of the lie denies what it says."""
        if scope.stance == "asserts":
            scope = scope.without_speakers()
            scope = self.deny(scope, above)
        return scope

    def _on_last(self, scope: Scope, node: Token, above: Token) -> Scope:
        return replace(scope, lasting=True)

    def _on_cause(self, scope: Scope, node: Token, above: Token) -> Scope:
        """Passes through what hangs on it."""
        return scope

    def local(self, scope: Scope, token: Token, effects: Set[str] | None = None) -> Scope:
        """`scope` after modals, adverbs, adjectives and negation of `token` itself."""
        words = [t.lower for t in (*verbal.modals(token), *self._adverbs(token))]
        if verbal.is_inverted(token):
            scope = scope.raised("conditional")
        behind = {t.lower for t in verbal.behind(token)}
        if verbal.is_due(token) or behind & self._markers.scheduled:
            scope = scope.raised("planned")
        if any(w in self._markers.alleged for w in words):
            scope = scope.raised("alleged")
        if any(w in self._markers.planned_modals or w in self._markers.planned for w in words):
            scope = scope.raised("planned")
        if any(c.effect == "last" for w in words for c in self._lexicon.cue(w, "adjectives")):
            scope = replace(scope, lasting=True)
        if any(w in self._markers.expected for w in words):
            scope = replace(scope, expected=True)
        if any(w in self._markers.possible_modals or w in self._markers.possible for w in words):
            scope = scope.raised("possible")
        none = verbal.negating(token)
        against = bool(none) != verbal.is_forgone(token)
        if syntax.is_verbal(token) and any(w in self._markers.missed for w in words):
            scope = scope.turned(scope.polarity.against())
        if against and lemma_of(token) in self._lexicon.speech.void_nouns:
            scope = self.deny(scope, token)
        elif against:
            scope = scope.turned(scope.polarity.against())
        return scope.with_deciding(*none, token) if none else scope

    def untold(self, verb: Token) -> bool:
        """'falsely claimed', 'was wrong to claim': words that take back what is said."""
        words = {t.lower for t in syntax.adverbs(verb)}
        link, above = syntax.governor(verb)
        judged = link in ("complement", "adverbial") and not verbal.is_finite(verb)
        return bool(words & {*self._markers.falsely}) or (judged and self.is_false(above))

    def _adverbs(self, token: Token) -> list[Token]:
        if syntax.is_verbal(token):
            return syntax.adverbs(token)
        return [t for t in (*syntax.attributes(token), *syntax.adverbs(token)) if t.pos != "PROPN"]


def _named(verb: Token, after: int) -> list[Token]:
    """What `verb` calls something: 'a lie' of 'called it a lie', 'described it as a lie'."""
    found = [c for c in below(verb, "open clause", "object") if c.i > after]
    return [*found, *(n for p, n in syntax.prepositions(verb) if p == "as")]


def _tell_kind(scope: Scope, cues: tuple[Cue, ...], before: Stance) -> Scope:
    """`scope` with the kind of denial, silence or accusation that `cues` make of it.

    `before` was its stance.
    """
    effects = {cue.effect for cue in cues}
    polarity = scope.polarity
    if polarity.stance == before:
        accusing = "accuse" in effects and polarity.asserted
        return scope.turned(polarity.of_kind("accusation") if accusing else polarity)
    if polarity.stance == "denies":
        named = [cue.kind for cue in cues if cue.effect == "deny" and cue.kind]
        return scope.turned(polarity.of_kind(named[0] if named else "fullDenial"))
    silence: ClaimKind = "nonDenial" if "deny" in effects else "nonConfirmation"
    return scope.turned(polarity.of_kind(silence))
