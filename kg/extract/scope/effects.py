"""What the cues over an event word do to its scope: speakers, stance, modality, negation."""

from __future__ import annotations

from collections.abc import Set

from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.scope.scope import Scope
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import below, has
from kg.language.tree import Token
from kg.model import Stance

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

    def speaker(self, scope: Scope, above: Token) -> None:
        """Add the subject of speech `above`, and whoever it cites, to the speakers of `scope`."""
        if above.pos in ("VERB", "AUX"):
            subject = syntax.arguments(above).subject
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
                scope.raise_to("alleged")
            scope.speakers.append(subject)
            scope.cues.append(above)

    def _author(self, subject: Token | None) -> Token | None:
        """'A report by the army says': who speaks in a report or a statement."""
        if subject is None or lemma_of(subject) not in self._claims:
            return subject
        return next((n for p, n in syntax.prepositions(subject) if p == "by"), subject)

    def apply(self, scope: Scope, node: Token, above: Token, cues: tuple[Cue, ...]) -> bool:
        """Let the `cues` of `above` work on `scope`; whether the chain goes on from there."""
        effects = {c.effect for c in cues}
        if "refuse" in effects and self._is_regret(above):
            return True
        if not effects & _OPAQUE or above.pos not in ("VERB", "AUX"):
            self.local(scope, above, effects)
        if not cues:
            return above.pos in ("VERB", "AUX", "ADJ") or lemma_of(above) in self._content
        before = scope.stance
        for effect in sorted(effects):
            getattr(self, f"_on_{effect}")(scope, node, above)
        _tell_kind(scope, cues, before)
        if "exclude" in effects:  # negated as a whole: 'has not ruled out', 'could not be excluded'
            self.local(scope, above, effects)
        return True

    def _is_regret(self, verb: Token) -> bool:
        """'could have been avoided': what was not avoided was done."""
        words = {t.lower for t in verbal.modals(verb)}
        return "have" in words and bool(words & {"could", "should", "might", "would", "ought"})

    def _on_say(self, scope: Scope, node: Token, above: Token) -> None:
        told = any(p == "for" for p, _ in syntax.prepositions(node))
        if told and lemma_of(node) in self._lexicon.mentions.involvement_nouns:
            return  # 'claimed responsibility for the bombing': who did it, in the article's words
        if syntax.is_passive(above) and syntax.governor(node)[0] == "complement":
            if not verbal.is_finite(node):
                scope.raise_to("alleged")
        elif self.withholds(above, node):
            if scope.stance == "asserts":
                scope.polarity = scope.polarity.held_back()
                scope.speakers.clear()
            self.speaker(scope, above)
            scope.cues.append(above)
        elif self.untold(above):
            if scope.stance == "asserts":
                scope.speakers.clear()
                self.deny(scope, above)
        else:
            self.speaker(scope, above)
            if self._calls_false(node, above):
                self.deny(scope, above)

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

    def deny(self, scope: Scope, cue: Token) -> None:
        """Make `scope` a denial by `cue`, whoever turns out to speak."""
        if scope.stance == "asserts":
            scope.polarity = scope.polarity.denied()
            scope.cues.append(cue)
            scope.deciding += verbal.negating(cue)

    def _on_thank(self, scope: Scope, node: Token, above: Token) -> None:
        """'X thanked Y for its aid': X says so, Y gave it, X got it."""
        self._on_accuse(scope, node, above)
        scope.gained = syntax.arguments(above).subject

    def _on_voice(self, scope: Scope, node: Token, above: Token) -> None:
        self.speaker(scope, above)

    def _on_believe(self, scope: Scope, node: Token, above: Token) -> None:
        if above.pos in ("VERB", "AUX") and syntax.is_passive(above):
            scope.raise_to("alleged")
            scope.cues.append(above)
        else:
            self.speaker(scope, above)

    def _on_deny(self, scope: Scope, node: Token, above: Token) -> None:
        if verbal.is_of_nobody(above):
            scope.raise_to("alleged")  # 'nobody denied it': no denial, and nobody vouches for it
            return
        if scope.stance != "asserts":
            self._deny_again(scope, node, above)
            return
        asked = lemma_of(node) in self._lexicon.speech.refused_nouns and scope.modality == "actual"
        if syntax.arguments(above).dative is not None or (asked and node.pos == "NOUN"):
            self._on_refuse(scope, node, above)  # 'denied the rebels arms', 'denied a request'
            return
        held_back = self.held_back(above)
        scope.polarity = scope.polarity.held_back() if held_back else scope.polarity.denied()
        scope.speakers.clear()
        self.speaker(scope, above)
        scope.cues.append(above)

    def _deny_again(self, scope: Scope, node: Token, above: Token) -> None:
        """'denied having denied', 'withdrew its denial': nobody denies it any more."""
        if node in scope.cues and any(c.effect == "deny" for c in self._cues_of(node)):
            scope.polarity = scope.polarity.denied()
            self.speaker(scope, above)
            scope.cues.append(above)

    def _cues_of(self, word: Token) -> tuple[Cue, ...]:
        part = "verbs" if word.pos in ("VERB", "AUX") else "nouns"
        return self._lexicon.cue(lemma_of(word), part)

    def _on_confirm(self, scope: Scope, node: Token, above: Token) -> None:
        held_back = self.held_back(above)
        if held_back and scope.stance == "asserts":
            scope.polarity = scope.polarity.held_back()
            scope.speakers.clear()
        self.speaker(scope, above)
        scope.cues.append(above)

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

    def _on_accuse(self, scope: Scope, node: Token, above: Token) -> None:
        self.speaker(scope, above)
        scope.judged = True
        if above.pos in ("VERB", "AUX"):
            thing = syntax.arguments(above).object
            scope.accused = thing if thing is not node else None

    def _on_fear(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("possible")
        self.speaker(scope, above)

    def _on_doubt(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("possible")
        self.speaker(scope, above)

    def _on_plan(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("planned")
        scope.planned = True
        scope.cues.append(above)

    def _on_consider(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("possible")
        scope.cues.append(above)

    def _on_ask(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("possible")
        if above.pos == "VERB" and self._asks_another(node, above):
            self.speaker(scope, above)
        scope.cues.append(above)

    def _asks_another(self, node: Token, verb: Token) -> bool:
        """'X urged Y to send aid': who asks others speaks; 'X asked to send it' is about itself."""
        mine = syntax.arguments(verb).subject
        doer = syntax.subject(node) if syntax.is_verbal(node) else None
        return mine is not None and doer is not None and doer != mine

    def _on_refuse(self, scope: Scope, node: Token, above: Token) -> None:
        if scope.stance == "asserts":
            scope.polarity = scope.polarity.refused()
            scope.stopped = phrase_of(above) in self._stopping
            scope.cues.append(above)

    def _on_exclude(self, scope: Scope, node: Token, above: Token) -> None:
        scope.polarity = scope.polarity.ruled_out()
        scope.cues.append(above)
        if verbal.is_finite(node):  # who rules out that another did something speaks of it
            self.speaker(scope, above)

    def _on_seem(self, scope: Scope, node: Token, above: Token) -> None:
        scope.raise_to("alleged")
        scope.cues.append(above)

    def _on_near(self, scope: Scope, node: Token, above: Token) -> None:
        """'came close to signing' did not sign; 'is close to signing' may yet."""
        host = above if syntax.is_verbal(above) else syntax.governor(above)[1]
        forms = (above, host, *verbal.modals(above))
        if any(t.tag == "VBD" for t in forms):
            scope.polarity = scope.polarity.against()
        else:
            scope.raise_to("possible")
        scope.cues.append(above)

    def _on_falsify(self, scope: Scope, node: Token, above: Token) -> None:
        """'is lying when it says', 'lied about': whoever tells of the lie denies what it says."""
        if scope.stance == "asserts":
            scope.speakers.clear()
            self.deny(scope, above)

    def _on_last(self, scope: Scope, node: Token, above: Token) -> None:
        scope.lasting = True

    def _on_cause(self, scope: Scope, node: Token, above: Token) -> None:
        """Passes through what hangs on it."""

    def local(self, scope: Scope, token: Token, effects: Set[str] | None = None) -> None:
        """Modals, adverbs, adjectives and negation of `token` itself."""
        words = [t.lower for t in (*verbal.modals(token), *self._adverbs(token))]
        if verbal.is_inverted(token):
            scope.raise_to("conditional")
        behind = {t.lower for t in verbal.behind(token)}
        if verbal.is_due(token) or behind & self._markers.scheduled:
            scope.raise_to("planned")
        if any(w in self._markers.alleged for w in words):
            scope.raise_to("alleged")
        if any(w in self._markers.planned_modals or w in self._markers.planned for w in words):
            scope.raise_to("planned")
        if any(c.effect == "last" for w in words for c in self._lexicon.cue(w, "adjectives")):
            scope.lasting = True
        if any(w in self._markers.expected for w in words):
            scope.expected = True
        if any(w in self._markers.possible_modals or w in self._markers.possible for w in words):
            scope.raise_to("possible")
        none = verbal.negating(token)
        against = bool(none) != verbal.is_forgone(token)
        if syntax.is_verbal(token) and any(w in self._markers.missed for w in words):
            scope.polarity = scope.polarity.against()
        if against and lemma_of(token) in self._lexicon.speech.void_nouns:
            self.deny(scope, token)
        elif against:
            scope.polarity = scope.polarity.against()
        scope.deciding += [*none, token] if none else none

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


def _tell_kind(scope: Scope, cues: tuple[Cue, ...], before: Stance) -> None:
    """Keep what kind of denial, silence or accusation `cues` make; `before` was the stance."""
    effects = {cue.effect for cue in cues}
    polarity = scope.polarity
    if polarity.stance == before:
        accusing = "accuse" in effects and polarity.asserted
        scope.polarity = polarity.of_kind("accusation") if accusing else polarity
    elif polarity.stance == "denies":
        named = [cue.kind for cue in cues if cue.effect == "deny" and cue.kind]
        kind = named[0] if named else "fullDenial"
        scope.polarity = polarity.of_kind(kind)
    else:
        scope.polarity = polarity.of_kind("nonDenial" if "deny" in effects else "nonConfirmation")
