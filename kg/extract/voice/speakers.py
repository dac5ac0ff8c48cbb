"""Speakers beside the tree: "according to", inserted speech ("..., X said"), and quotations."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kg.extract.lemmas import lemma_of
from kg.extract.scope.scope import Scope
from kg.extract.voice import quotations, turns
from kg.extract.voice.speech import Said, Speech
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax
from kg.language.hanging import below, relation
from kg.language.tree import Token, Tree

_CLOSE, _STRAIGHT = "”", '"'


class Speakers:
    """Finds who speaks where the climb to the root found nobody."""

    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self._tree, self._lexicon = tree, lexicon
        self.speech = Speech(lexicon)
        self.quotations = quotations.find(tree, self.speech)
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
        turn = _around(trigger, self._turns)
        return scope.with_speaker(turn.speaker if turn is not None else None)

    def _cited(self, scope: Scope, speaker: Token) -> Scope:
        """'The Times, citing officials, reported': who is cited speaks inside the other."""
        link, verb = syntax.governor(speaker)
        hosts = (speaker, verb) if link == "subject" else (speaker,)
        clauses = (c for host in hosts for c in host.children)
        citing = (
            c
            for c in clauses
            if c.tag == "VBG" or relation(c) == "relative clause"
            if lemma_of(c) in self._lexicon.speech.citing_verbs
        )
        source = next((syntax.arguments(c).object for c in citing), None)
        return _with_source(scope, speaker, source)

    def _heard_from(self, scope: Scope, speaker: Token) -> Scope:
        """'..., X said he had been told by Y': who told it speaks inside the other."""
        verb = syntax.governor(speaker)[1]
        for heard in (c for c in below(verb, "content clause") if c.i > verb.i):
            found = syntax.arguments(heard)
            if found.passive and lemma_of(heard) in self._lexicon.speech.addressing_verbs:
                scope = _with_source(scope, scope.speakers[0], found.subject)
        return scope

    def quotation(self, token: Token) -> Said | None:
        """The quotation that `token` stands in, None outside and in scare quotes."""
        return _around(token, self.quotations)

    def said(self, token: Token) -> Said | None:
        """The quotation, else the turn of a transcript, that `token` stands in; None elsewhere."""
        return self.quotation(token) or _around(token, self._turns)

    def said_by(self, speaker: Token) -> range:
        """The tokens from the first to the last quotation that `speaker` says; none: empty."""
        own = [q for q in self.quotations if q.speaker == speaker]
        return range(own[0].start, own[-1].end) if own else range(0)

    def _inserted(self, clause: Token) -> Token | None:
        """'X sends troops, Y said': a speech verb set beside the clause."""
        for child in below(clause, "aside", "content clause", "conjunct"):
            subject = _own_subject(child) if self.speech.is_verb(child) else None
            if subject is not None and self._is_beside(child, clause):
                return subject
        link, above = syntax.governor(clause)
        spoken = link == "parataxis" and self.speech.is_verb(above)
        return _own_subject(above) if spoken else None

    def _is_beside(self, speech: Token, clause: Token) -> bool:
        """Whether `speech` stands behind its `clause`, or within it between two commas."""
        if speech.i < clause.i:
            return self._is_set_off(speech)
        told = any(c.i > speech.i for c in below(speech, "content clause", "object"))
        return relation(speech) == "aside" or not told

    def _is_set_off(self, speech: Token) -> bool:
        """'Oman, its ministry said, has ...': between two commas or dashes."""
        first, last = speech.left_edge, speech.right_edge
        before = first if first.is_punct else self._tree[max(first.i - 1, 0)]
        after = last if last.is_punct else self._tree[min(last.i + 1, len(self._tree) - 1)]
        return before.is_punct and after.is_punct and before.i > speech.sentence.start

    def _tail(self, trigger: Token) -> Token | None:
        """'..., killing ten, the ministry said': speech behind a comma at the end."""
        for verb in self._tree[trigger.i : trigger.sentence.end]:
            subject = self.speech.bare(verb)
            if subject is None or subject.left_edge.i <= trigger.i:
                continue
            if subject.left_edge.neighbour(-1).text in (",", _CLOSE, _STRAIGHT):
                return subject
        return None

    def _according(self, trigger: Token) -> Token | None:
        """'according to X', anywhere in the sentence but over the event itself."""
        words = self._lexicon.markers.according
        others = (t for t in trigger.sentence if t != trigger)
        source = next((t for t in others if syntax.preposition_of(t) in words), None)
        return None if source is None or source.is_ancestor(trigger) else source


def _around(token: Token, stretches: Iterable[Said]) -> Said | None:
    """The first of `stretches` that `token` stands in."""
    return next((said for said in stretches if said.start <= token.i < said.end), None)


def _own_subject(verb: Token) -> Token | None:
    return next(iter(below(verb, "subject")), None)


def _with_source(scope: Scope, speaker: Token, source: Token | None) -> Scope:
    """`scope` with `source`, if any, as a speaker inside `speaker`."""
    if source is None or source in scope.speakers:
        return scope
    place = scope.speakers.index(speaker)
    return replace(scope, speakers=(*scope.speakers[:place], source, *scope.speakers[place:]))
