"""Speakers beside the tree: "according to", inserted speech ("..., X said"), and quotations."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.lemmas import lemma_of
from kg.extract.scope.scope import Scope
from kg.extract.voice import quotations, turns
from kg.extract.voice.quotations import Quotation
from kg.extract.voice.speech import Speech
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below, relation
from kg.language.tree import Token, Tree

_CLOSE, _STRAIGHT = "”", '"'


class Speakers:
    """Finds who speaks where the climb to the root found nobody."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree, self._lexicon = tree, lexicon
        self._sentences = list(tree.sentences)
        self._number = {t.i: n for n, s in enumerate(self._sentences) for t in s}
        self._speech = Speech(lexicon)
        self.quotations = quotations.find(tree, self._speech)
        self._turns = turns.find(tree)

    def complete(self, scope: Scope, trigger: Token) -> Scope:
        """`scope` with the speakers that stand beside the tree of `trigger`, innermost first."""
        for clause in (trigger, *scope.clauses):
            scope = scope.with_speaker(self._inserted(clause))
        scope = scope.with_speaker(self._according(trigger))
        for speaker in scope.speakers[:1]:
            scope = self._heard_from(scope, speaker)
        if not scope.speakers:
            scope = scope.with_speaker(self._tail(trigger))
        for speaker in reversed(scope.speakers):
            scope = self._cited(scope, speaker)
        quotation = self.quotation(trigger)
        if quotation is not None and not scope.speakers:
            scope = scope.with_speaker(quotation.speaker)
        return scope.with_speaker(self._turn(trigger))

    def _cited(self, scope: Scope, speaker: Token) -> Scope:
        """'The Times, citing officials, reported': who is cited speaks inside the other."""
        link, verb = syntax.governor(speaker)
        hosts = (speaker, verb) if link == "subject" else (speaker,)
        for child in (c for host in hosts for c in host.children):
            citing = self._lexicon.speech.citing_verbs
            clause = child.tag == "VBG" or relation(child) == "relative clause"
            if clause and lemma_of(child) in citing:
                source = syntax.arguments(child).object
                if source is not None and source not in scope.speakers:
                    return _before(scope, speaker, source)
                return scope
        return scope

    def _heard_from(self, scope: Scope, speaker: Token) -> Scope:
        """'..., X said he had been told by Y': who told it speaks inside the other."""
        verb = syntax.governor(speaker)[1]
        for heard in (c for c in below(verb, "content clause") if c.i > verb.i):
            found = syntax.arguments(heard)
            told = lemma_of(heard) in self._lexicon.speech.addressing_verbs and found.passive
            if told and found.subject is not None and found.subject not in scope.speakers:
                scope = _before(scope, scope.speakers[0], found.subject)
        return scope

    def is_speech(self, verb: Token) -> bool:
        """Whether `verb` is one of saying, that a clause may hang on."""
        return self._speech.is_verb(verb)

    def quotation(self, token: Token) -> Quotation | None:
        """The quotation that `token` stands in, None outside and in scare quotes."""
        return next((q for q in self.quotations if q.start <= token.i < q.end), None)

    def said_by(self, speaker: Token) -> range:
        """The tokens from the first to the last quotation that `speaker` says; none: empty."""
        own = [q for q in self.quotations if q.speaker == speaker]
        return range(own[0].start, own[-1].end) if own else range(0)

    def speaker(self, token: Token) -> Token | None:
        """Who says 'we' and 'I' at `token`: the speaker of its quotation, or of its clause."""
        quotation = self.quotation(token)
        if quotation is not None:
            return quotation.speaker
        return self._turn(token)

    def _turn(self, token: Token) -> Token | None:
        """Who has the word at `token` in a transcript."""
        return next((t.speaker for t in self._turns if t.start <= token.i < t.end), None)

    def is_in_turn(self, token: Token) -> bool:
        """Whether `token` stands in the turn of somebody, named or not."""
        return any(t.start <= token.i < t.end for t in self._turns)

    def _inserted(self, clause: Token) -> Token | None:
        """'X sends troops, Y said': a speech verb set beside the clause."""
        for child in below(clause, "aside", "content clause", "conjunct"):
            if self._speech.is_verb(child):
                subject = self._own_subject(child)
                bare = not any(c.i > child.i for c in below(child, "content clause", "object"))
                behind = child.i > clause.i and (bare or relation(child) == "aside")
                within = child.i < clause.i and bare and self._is_set_off(child)
                if subject is not None and (behind or within):
                    return subject
        link, above = syntax.governor(clause)
        if link == "parataxis" and self._speech.is_verb(above):
            return self._own_subject(above)
        return None

    def _is_set_off(self, speech: Token) -> bool:
        """'Oman, its ministry said, has ...': between two commas or dashes."""
        first, last = speech.left_edge, speech.right_edge
        before = first if first.is_punct else self._tree[max(first.i - 1, 0)]
        after = last if last.is_punct else self._tree[min(last.i + 1, len(self._tree) - 1)]
        return before.is_punct and after.is_punct and before.i > speech.sentence.start

    def _own_subject(self, verb: Token) -> Token | None:
        return next(iter(below(verb, "subject")), None)

    def _tail(self, trigger: Token) -> Token | None:
        """'..., killing ten, the ministry said': speech behind a comma at the end."""
        for verb in self._sentences[self._number[trigger.i]]:
            if verb.i < trigger.i or not self._speech.is_verb(verb):
                continue
            subject = self._own_subject(verb)
            if subject is None or subject.left_edge.i <= trigger.i:
                continue
            before = self._tree[subject.left_edge.i - 1]
            content = any(c.i > verb.i for c in below(verb, "content clause", "open clause"))
            if before.text in (",", _CLOSE, _STRAIGHT) and not content:
                return subject
        return None

    def _according(self, trigger: Token) -> Token | None:
        sentence = self._sentences[self._number[trigger.i]]
        for token in sentence:
            words = syntax.preposition_of(token)
            if words in self._lexicon.markers.according and token.i != trigger.i:
                inside = token.is_ancestor(trigger)
                return None if inside else token
        return None


def _before(scope: Scope, speaker: Token, source: Token) -> Scope:
    """`scope` with `source` as a speaker inside `speaker`."""
    place = scope.speakers.index(speaker)
    return replace(scope, speakers=(*scope.speakers[:place], source, *scope.speakers[place:]))
