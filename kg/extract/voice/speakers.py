"""Speakers beside the tree: "according to", inserted speech ("..., X said"), and quotations."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from kg.extract.lemmas import lemma_of
from kg.extract.scope.scope import Scope
from kg.knowledge.lexicon import Lexicon
from kg.language import syntax

_OPEN, _CLOSE, _STRAIGHT = "“", "”", '"'
_SCARE = 4
"""Quoted runs of up to this many words are terms in quotes, no speech of their own."""
_LONGEST_NAME = 5
"""Tokens up to the colon of 'Ankara: ...'; more are no name."""
_NEIGHBOURS = 2
"""Sentences beyond a quotation in which its speaker is looked for."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `start` to `end` (exclusive) are quoted; `speaker` is who the speech verb names."""

    start: int
    end: int
    speaker: Token | None


class Speakers:
    """Finds who speaks where the climb to the root found nobody."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc, self._lexicon = doc, lexicon
        self._sentences = list(doc.sents)
        self._number = {t.i: n for n, s in enumerate(self._sentences) for t in s}
        self.quotations = tuple(self._find())

    def complete(self, scope: Scope, trigger: Token) -> None:
        """Adds the speakers that stand beside the tree of `trigger` to `scope`, innermost first."""
        for clause in (trigger, *scope.clauses):
            self._add(scope, self._inserted(clause))
        self._add(scope, self._according(trigger))
        for speaker in scope.speakers[:1]:
            self._heard_from(scope, speaker)
        if not scope.speakers:
            self._add(scope, self._tail(trigger) or self._before_colon(trigger))
        for speaker in reversed(scope.speakers):
            self._cited(scope, speaker)
        quotation = self.quotation(trigger)
        if quotation is not None and not scope.speakers:
            self._add(scope, quotation.speaker)

    def _cited(self, scope: Scope, speaker: Token) -> None:
        """'The Times, citing officials, reported': who is cited speaks inside the other."""
        link, verb = syntax.governor(speaker)
        hosts = (speaker, verb) if link == "subject" else (speaker,)
        for child in (c for host in hosts for c in host.children):
            citing = self._lexicon.speech.citing_verbs
            if child.tag_ == "VBG" and lemma_of(child) in citing:
                source = syntax.arguments(child).object
                if source is not None and source not in scope.speakers:
                    scope.speakers.insert(scope.speakers.index(speaker), source)
                return

    def _heard_from(self, scope: Scope, speaker: Token) -> None:
        """'..., X said he had been told by Y': who told it speaks inside the other."""
        verb = syntax.governor(speaker)[1]
        for heard in (c for c in verb.children if c.dep_ == "ccomp" and c.i > verb.i):
            found = syntax.arguments(heard)
            told = lemma_of(heard) in self._lexicon.speech.addressing_verbs and found.passive
            if told and found.subject is not None and found.subject not in scope.speakers:
                scope.speakers.insert(0, found.subject)

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
        return self._of_clause(token) or self._before_colon(token)

    def _of_clause(self, token: Token) -> Token | None:
        """'The ministry announced that we would ...': the subject of the speech above."""
        node = token
        while (step := syntax.governor(node))[0] != "root":
            link, node = step
            if link == "complement" and self.is_speech(node):
                subject = self._own_subject(node)
                return subject if subject is not None and subject.pos_ != "PRON" else None
        return None

    def _add(self, scope: Scope, speaker: Token | None) -> None:
        if speaker is not None and speaker not in scope.speakers:
            scope.speakers.append(speaker)

    def is_speech(self, verb: Token) -> bool:
        """Whether `verb` is one of saying, that a clause may hang on."""
        return verb.pos_ == "VERB" and any(
            c.effect in ("say", "believe", "confirm")
            for c in self._lexicon.cue(lemma_of(verb), "verbs")
            if not c.complements or "clause" in c.complements
        )

    def _inserted(self, clause: Token) -> Token | None:
        """'X sends troops, Y said': a speech verb set beside the clause."""
        for child in clause.children:
            if child.dep_ in ("parataxis", "ccomp", "conj") and self.is_speech(child):
                subject = self._own_subject(child)
                bare = not any(c.dep_ in ("ccomp", "obj") and c.i > child.i for c in child.children)
                behind = child.i > clause.i and (bare or child.dep_ == "parataxis")
                within = child.i < clause.i and bare and self._is_set_off(child)
                if subject is not None and (behind or within):
                    return subject
        link, above = syntax.governor(clause)
        if link == "parataxis" and self.is_speech(above):
            return self._own_subject(above)
        return None

    def _is_set_off(self, speech: Token) -> bool:
        """'Oman, its ministry said, has ...': between two commas or dashes."""
        first, last = speech.left_edge, speech.right_edge
        before = first if first.is_punct else self._doc[max(first.i - 1, 0)]
        after = last if last.is_punct else self._doc[min(last.i + 1, len(self._doc) - 1)]
        return before.is_punct and after.is_punct and before.i > speech.sent.start

    def _own_subject(self, verb: Token) -> Token | None:
        return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubj:outer")), None)

    def _tail(self, trigger: Token) -> Token | None:
        """'..., killing ten, the ministry said': speech behind a comma at the end."""
        for verb in self._sentences[self._number[trigger.i]]:
            if verb.i < trigger.i or not self.is_speech(verb):
                continue
            subject = self._own_subject(verb)
            if subject is None or subject.left_edge.i <= trigger.i:
                continue
            before = self._doc[subject.left_edge.i - 1]
            content = any(c.i > verb.i and c.dep_ in ("ccomp", "xcomp") for c in verb.children)
            if before.text in (",", _CLOSE, _STRAIGHT) and not content:
                return subject
        return None

    def _before_colon(self, trigger: Token) -> Token | None:
        """'Athens: Ankara is arming rebels': the one name in front of the colon of a line."""
        start = trigger.i
        while start > 0 and "\n" not in self._doc[start - 1].text:
            start -= 1
        for end in range(start + 1, min(start + _LONGEST_NAME, trigger.i)):
            if self._doc[end].text == ":":
                named = all(t.pos_ in ("PROPN", "DET", "ADJ") for t in self._doc[start:end])
                return self._doc[start:end].root if named else None
        return None

    def _according(self, trigger: Token) -> Token | None:
        sentence = self._sentences[self._number[trigger.i]]
        for token in sentence:
            words = syntax.preposition_of(token)
            if words in self._lexicon.markers.according and token.i != trigger.i:
                inside = token.is_ancestor(trigger)
                return None if inside else token
        return None

    # --- quotations -------------------------------------------------------

    def _find(self) -> list[Quotation]:
        found: list[Quotation] = []
        for start, end in self._runs():
            words = sum(not t.is_punct and not t.is_space for t in self._doc[start:end])
            if words > _SCARE:
                speaker = self._speaker(start, end)
                if speaker is None and found and self._is_continued(found[-1], start):
                    speaker = found[-1].speaker
                found.append(Quotation(start, end, speaker))
        for number in range(len(found) - 2, -1, -1):  # a quotation of several paragraphs
            here, after = found[number : number + 2]
            if here.speaker is None and self._is_continued(here, after.start):
                found[number] = replace(here, speaker=after.speaker)
        return found

    def _runs(self) -> list[tuple[int, int]]:
        """Token ranges between quote marks; an unclosed one ends with its paragraph."""
        runs: list[tuple[int, int]] = []
        start: int | None = None
        carried: int | None = None  # where a paragraph goes on with an unclosed quotation
        for token in self._doc:
            breaks = token.is_space and "\n" in token.text
            if carried is not None and token.text in (_CLOSE, _STRAIGHT):
                if token.i > carried and self._doc[token.i - 1].is_punct:
                    runs.append((carried, token.i))
                    carried = None
                    continue
                carried = None
            elif carried is not None and (breaks or token.text == _OPEN):
                carried = None
            opens = token.text == _OPEN or (token.text == _STRAIGHT and start is None)
            closes = token.text == _CLOSE or (token.text == _STRAIGHT and start is not None)
            if start is not None and (closes or breaks or opens):
                runs.append((start, token.i))
                start = None
                carried = token.i + 1 if breaks else None
            if opens and not (closes and token.text == _STRAIGHT):
                start = token.i + 1
        if start is not None:
            runs.append((start, len(self._doc)))
        return runs

    def _is_continued(self, before: Quotation, start: int) -> bool:
        between = self._doc[before.end : start]
        return all(t.is_punct or t.is_space for t in between)

    def _speaker(self, start: int, end: int) -> Token | None:
        first, last = self._number[start], self._number[end - 1]
        for number in (first, last, last + 1):
            if 0 <= number < len(self._sentences):
                found = self._speech_in(self._sentences[number], start, end)
                near = number <= last or self._starts_with_speech(self._sentences[number])
                if found is not None and near:
                    return found
        return self._speech_before(first, start)

    def _starts_with_speech(self, sentence: Span) -> bool:
        verb = sentence.root
        return self.is_speech(verb) and not any(
            c.dep_ in ("ccomp", "xcomp") and c.i > verb.i for c in verb.children
        )

    def _speech_before(self, first: int, start: int) -> Token | None:
        """'X spoke at length. "We ..."': the subject of the sentence before, if it is speech."""
        for number in range(first - 1, max(-1, first - _NEIGHBOURS), -1):
            sentence = self._sentences[number]
            found = self._speech_in(sentence, start, start)
            if found is not None:
                return found
            if any(t.text in (_OPEN, _CLOSE, _STRAIGHT) for t in sentence):
                break
        return None

    def _speech_in(self, sentence: Span, start: int, end: int) -> Token | None:
        """The subject of a speech verb of `sentence` that stands outside the quotation."""
        for token in sentence:
            if not start <= token.i < end and self.is_speech(token):
                said = syntax.arguments(token)
                cited = said.passive and lemma_of(token) in self._lexicon.speech.citing_verbs
                subject = said.object if cited else said.subject  # 'was quoted by a paper'
                if subject is not None and not start <= subject.i < end:
                    return subject
        return None
