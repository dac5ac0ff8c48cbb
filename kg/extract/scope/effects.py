"""What the cues over an event word do to its scope: speakers, stance, modality, negation."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from kg.extract.lemmas import lemma_of, phrase_of
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax, verbal
from kg.language.hanging import below, has
from kg.language.tree import Token, present
from kg.model import ClaimKind, Stance

_VERBS = ("VERB", "AUX")
_NEITHER = frozenset({"neither", "nor"})
_OPEN_MARKS = frozenset({"whether", "if"})
_ABLE = frozenset({"do", "can", "will", "be", "able"})
_REGRETTING = frozenset({"could", "should", "might", "would", "ought"})
_OPAQUE = frozenset({"say", "believe", "confirm", "deny", "exclude"})
"""Cues whose own negation does not reach what they govern, or only as a whole."""


class Effects:
    """Applies the effects of cues, and reads what stands beside a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon, self._markers = lexicon, lexicon.markers
        self._claims = lexicon.mentions.claim_nouns | lexicon.parties.document_nouns
        self._stopping = lexicon.carriers.stopping_verbs
        passed = lexicon.mentions.content_nouns | lexicon.mentions.claim_nouns
        self.content = passed | lexicon.amounts.container_nouns

    def speaker(self, scope: Scope, above: Token) -> Scope:
        """`scope` with the subject of speech `above`, or whoever it cites, as a speaker."""
        speaker = self._author(self._subject(above))
        if speaker is None or speaker in scope.speakers:
            return scope
        return scope.with_speaker(speaker).with_cue(above)

    def _subject(self, saying: Token) -> Token | None:
        """Who says by the verb, adjective or noun `saying`: 'X said', 'X is sure', "X's claim"."""
        if saying.pos in _VERBS:
            return self._quoted(saying) or syntax.arguments(saying).subject
        if saying.pos == "ADJ":
            return syntax.subject(saying)
        sources = present(syntax.owner(saying), *syntax.after(saying, "by", "from"))
        return next(iter(sources), None)

    def _quoted(self, saying: Token) -> Token | None:
        """'X was quoted by Y as saying': X speaks, Y only passes it on."""
        verb = syntax.governor(saying)[1]
        cited = lemma_of(verb) in self._lexicon.speech.citing_verbs and syntax.is_passive(verb)
        return syntax.arguments(verb).object if cited else None

    def _author(self, subject: Token | None) -> Token | None:
        """'A report by the army says': who speaks in a report or a statement."""
        if subject is None or lemma_of(subject) not in self._claims:
            return subject
        return next(iter(syntax.after(subject, "by")), subject)

    def apply(
        self, scope: Scope, node: Token, above: Token, cues: tuple[Cue, ...]
    ) -> tuple[Scope, bool]:
        """`scope` after the `cues` of `above`, which governs `node`.

        Second: whether the words above `above` still apply to the event.
        """
        effects = {c.effect for c in cues}
        if "refuse" in effects and _is_regret(above):
            return scope, True
        if not effects & _OPAQUE or above.pos not in _VERBS:
            scope = self.local(scope, above)
        if not cues:
            return scope, above.pos in (*_VERBS, "ADJ") or lemma_of(above) in self.content
        before = scope.stance
        for effect in sorted(effects):
            scope = getattr(self, f"_on_{effect}")(scope, node, above)
        scope = _with_kind(scope, cues, before)
        if "exclude" in effects:  # negated as a whole: 'has not ruled out', 'could not be excluded'
            scope = self.local(scope, above)
        return scope, True

    def _on_say(self, scope: Scope, node: Token, above: Token) -> Scope:
        credited = syntax.after(node, "for")
        if credited and lemma_of(node) in self._lexicon.mentions.involvement_nouns:
            return scope  # 'claimed responsibility for the bombing': the article's own word
        if syntax.is_passive(above) and syntax.governor(node)[0] == "complement":
            return scope if verbal.is_finite(node) else scope.raised("alleged")
        if _is_order(node, above):
            return self._on_ask(scope, node, above)
        if self.withholds(above, node):
            scope = scope.turned(Polarity.held_back).without_speakers()
            return self.speaker(scope, above).with_cue(above)
        if self._is_taken_back(above):
            return self._on_falsify(scope, node, above)
        scope = self.speaker(scope, above)
        if lemma_of(node) in self._claims and self.calls_false(above, node):
            scope = self.deny(scope, above)  # 'called the report nonsense'
        return scope

    def withholds(self, verb: Token, clause: Token) -> bool:
        """'would not say whether it had sent troops': neither confirmed nor denied."""
        return syntax.mark_of(clause) in _OPEN_MARKS and self.held_back(verb)

    def voided(self, node: Token, above: Token) -> bool:
        """'Reports of it are false', 'are not true': a predicate that denies its subject."""
        false = any(self.is_false(c) for c in below(above, "open clause"))
        if not (false or has(above, "copula") or syntax.is_passive(above)):
            return False  # unlike 'proved false', 'turned out to be a hoax'
        if lemma_of(node) not in self._claims and not syntax.is_verbal(node):
            return False
        true = above.lower in self._lexicon.speech.true_words
        return false or self.is_false(above) or (true and syntax.negation(above) is not None)

    def is_false(self, word: Token) -> bool:
        """Whether `word`, or one joined to it, calls something false: 'baseless', 'a lie'."""
        words = {w for t in (word, *syntax.conjuncts(word)) for w in (t.lower, lemma_of(t))}
        return bool(words & self._lexicon.speech.false_words)

    def calls_false(self, verb: Token, about: Token) -> bool:
        """'called it a lie', 'described it as a lie': a false name, behind `about`, for it."""
        named = [c for c in below(verb, "open clause", "object") if c.i > about.i]
        named += syntax.after(verb, "as")
        return any(self.is_false(word) for word in named)

    def deny(self, scope: Scope, cue: Token) -> Scope:
        """`scope` as a denial by `cue`, whoever turns out to speak."""
        if scope.stance != "asserts":
            return scope
        return scope.turned(Polarity.denied).with_cue(cue).with_deciding(*verbal.negating(cue))

    def _on_thank(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'X thanked Y for its aid': X says so, Y gave it, X got it."""
        scope = self._on_accuse(scope, node, above)
        return replace(scope, thanking=syntax.arguments(above).subject)

    def _on_voice(self, scope: Scope, node: Token, above: Token) -> Scope:
        return self.speaker(scope, above)

    def _on_believe(self, scope: Scope, node: Token, above: Token) -> Scope:
        if syntax.is_passive(above):
            return scope.raised("alleged").with_cue(above)
        return self.speaker(scope, above)

    def _on_deny(self, scope: Scope, node: Token, above: Token) -> Scope:
        if verbal.is_of_nobody(above):
            return scope.raised("alleged")  # 'nobody denied it': nobody vouches for it either
        if scope.stance != "asserts":
            return self._deny_again(scope, node, above)
        asked = lemma_of(node) in self._lexicon.speech.refused_nouns
        if asked or syntax.arguments(above).dative is not None:
            return self._on_refuse(scope, node, above)  # 'denied the rebels arms'
        told = Polarity.held_back if self.held_back(above) else Polarity.denied
        return self.speaker(scope.turned(told).without_speakers(), above).with_cue(above)

    def _deny_again(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'denied having denied', 'withdrew its denial': nobody denies it any more."""
        if node not in scope.cues:
            return scope
        return self.speaker(scope.turned(Polarity.denied), above).with_cue(above)

    def _on_confirm(self, scope: Scope, node: Token, above: Token) -> Scope:
        if scope.stance == "asserts" and self.held_back(above):
            scope = scope.turned(Polarity.held_back).without_speakers()
        return self.speaker(scope, above).with_cue(above)

    def held_back(self, verb: Token) -> bool:
        """'has not confirmed', 'have yet to confirm', 'neither confirmed nor denied'."""
        link, above = syntax.governor(verb)
        subject = syntax.arguments(verb).subject
        if subject is not None and any(c.lower == "neither" for c in subject.children):
            return True
        for joined in (verb, above) if link == "conjunct" else (verb,):
            if syntax.negation(joined) or any(c.lower in _NEITHER for c in joined.children):
                return True
        return link in ("complement", "adverbial") and self._keeps_from(above, verb)

    def _keeps_from(self, above: Token, verb: Token) -> bool:
        """'refused to confirm', 'have yet to confirm', 'was not able to confirm'."""
        part, lemma = "verbs" if above.pos in _VERBS else "adjectives", lemma_of(above)
        if any(c.effect == "refuse" for c in self._lexicon.cue(lemma, part)):
            return True
        yet = any(c.lower in self._markers.yet for c in (*above.children, *verb.children))
        unable = lemma in _ABLE and syntax.negation(above) is not None
        return unable or (yet and lemma in ("have", "be"))

    def _on_accuse(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = replace(self.speaker(scope, above), judged=True)
        if above.pos not in _VERBS:
            return scope
        thing = syntax.arguments(above).object
        return replace(scope, accused=thing if thing is not node else None)

    def _on_fear(self, scope: Scope, node: Token, above: Token) -> Scope:
        return self.speaker(scope.raised("possible"), above)

    _on_doubt = _on_fear

    def _on_plan(self, scope: Scope, node: Token, above: Token) -> Scope:
        return scope.raised("planned").with_cue(above)

    def _on_consider(self, scope: Scope, node: Token, above: Token) -> Scope:
        return scope.raised("possible").with_cue(above)

    def _on_ask(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.raised("possible")
        if _asks_another(node, above):
            scope = self.speaker(scope, above)
        return scope.with_cue(above)

    def _on_refuse(self, scope: Scope, node: Token, above: Token) -> Scope:
        if scope.stance != "asserts":
            return scope
        stopped = phrase_of(above) in self._stopping
        return replace(scope.turned(Polarity.refused), stopped=stopped).with_cue(above)

    def _on_exclude(self, scope: Scope, node: Token, above: Token) -> Scope:
        scope = scope.turned(Polarity.ruled_out).with_cue(above)
        # who rules out that another did something speaks of it
        return self.speaker(scope, above) if verbal.is_finite(node) else scope

    def _on_seem(self, scope: Scope, node: Token, above: Token) -> Scope:
        return scope.raised("alleged").with_cue(above)

    def _on_near(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'came close to signing' did not sign; 'is close to signing' may yet."""
        host = syntax.governor(above)[1]
        past = any(t.tag == "VBD" for t in (above, host, *verbal.modals(above)))
        scope = scope.turned(Polarity.against) if past else scope.raised("possible")
        return scope.with_cue(above)

    def _on_falsify(self, scope: Scope, node: Token, above: Token) -> Scope:
        """'is lying when it says', 'lied about': whoever tells of the lie denies what it says."""
        return self.deny(scope.without_speakers(), above)

    def _on_last(self, scope: Scope, node: Token, above: Token) -> Scope:
        return replace(scope, lasting=True)

    def _on_cause(self, scope: Scope, node: Token, above: Token) -> Scope:
        """Changes nothing; what stands above the cue still applies to the event."""
        return scope

    def local(self, scope: Scope, token: Token) -> Scope:
        """`scope` after modals, adverbs, adjectives and negation of `token` itself."""
        words = _words_beside(token)
        scope = self._with_modality(scope, token, words)
        if any(c.effect == "last" for w in words for c in self._lexicon.cue(w, "adjectives")):
            scope = replace(scope, lasting=True)
        if words & self._markers.missed and syntax.is_verbal(token):
            scope = scope.turned(Polarity.against)
        none = verbal.negating(token)
        if bool(none) != verbal.is_forgone(token):
            void = lemma_of(token) in self._lexicon.speech.void_nouns
            scope = self.deny(scope, token) if void else scope.turned(Polarity.against)
        return scope.with_deciding(*none, token) if none else scope

    def _with_modality(self, scope: Scope, token: Token, words: Set[str]) -> Scope:
        """`scope` with what the form of `token` and the `words` beside it make of its modality."""
        markers = self._markers
        scheduled = markers.scheduled & {t.lower for t in verbal.behind(token)}
        if words & markers.alleged:
            scope = scope.raised("alleged")
        if scheduled or verbal.is_due(token) or words & (markers.planned_modals | markers.planned):
            scope = scope.raised("planned")
        if words & (markers.possible_modals | markers.possible):
            scope = scope.raised("possible")
        return scope.raised("conditional") if verbal.is_inverted(token) else scope

    def _is_taken_back(self, verb: Token) -> bool:
        """'falsely claimed', 'was wrong to claim': whether other words say that it is false."""
        if self._markers.falsely & {t.lower for t in syntax.adverbs(verb)}:
            return True
        link, above = syntax.governor(verb)
        judged = link in ("complement", "adverbial") and not verbal.is_finite(verb)
        return judged and self.is_false(above)


def _words_beside(token: Token) -> set[str]:
    """The modals and adverbs of `token`, and the adjectives of a noun, in lower case."""
    beside = syntax.adverbs(token)
    if not syntax.is_verbal(token):
        beside = [t for t in (*syntax.attributes(token), *beside) if t.pos != "PROPN"]
    return {t.lower for t in (*verbal.modals(token), *beside)}


def _is_regret(verb: Token) -> bool:
    """'could have been avoided': what was not avoided was done."""
    words = {t.lower for t in verbal.modals(verb)}
    return "have" in words and bool(words & _REGRETTING)


def _asks_another(node: Token, verb: Token) -> bool:
    """'X urged Y to send aid': who asks others speaks; 'X asked to send it' is about itself."""
    mine = syntax.arguments(verb).subject
    doer = syntax.subject(node) if syntax.is_verbal(node) else None
    return mine is not None and doer is not None and doer != mine


def _is_order(node: Token, saying: Token) -> bool:
    """'told X to send aid': said to somebody who is to do it."""
    told = syntax.arguments(saying)
    someone = told.dative if told.dative is not None else told.object
    return syntax.mark_of(node) == "to" and someone is not None and saying.i < someone.i < node.i


def _with_kind(scope: Scope, cues: tuple[Cue, ...], before: Stance) -> Scope:
    """`scope` with the kind of denial, silence or accusation that `cues` make of it.

    `before` was its stance.
    """
    effects = {cue.effect for cue in cues}
    if scope.stance == before:
        accuses = "accuse" in effects and before == "asserts"
        kind: ClaimKind | None = "accusation" if accuses else scope.kind
    elif scope.stance == "denies":
        named = (cue.kind for cue in cues if cue.kind)
        kind = next(named, "fullDenial")
    else:
        kind = "nonDenial" if "deny" in effects else "nonConfirmation"
    return replace(scope, polarity=replace(scope.polarity, kind=kind))
