"""Tense, modality and particles of verbs, read off their auxiliaries in either label scheme."""

from __future__ import annotations

from kg.knowledge.words import grammar
from kg.language import labels, syntax
from kg.language.tree import Token

_ENDS = frozenset({"?", ".", "!", "”", '"'})
"""What ends a question, or the quotation that it stands in."""
_FINITE = ("VBZ", "VBP", "VBD")
_SAID_BEHIND = frozenset({"VBN", "JJ"})
_QUESTION_WORDS = frozenset({"WP", "WRB", "WDT", "WP$"})


def is_finite(verb: Token) -> bool:
    """Whether the clause of `verb` has a tensed verb or a modal."""
    own = [c for c in verb.children if c.dep in labels.AUXILIARY or c.dep == "cop"]
    return any(t.tag in (*_FINITE, "MD") for t in (verb, *own))


def modals(verb: Token) -> list[Token]:
    """Auxiliaries of `verb` in order, those of the verb it is joined to if it has none."""
    own = [c for c in verb.children if c.dep in labels.AUXILIARY or c.dep == "cop"]
    if not own and verb.dep == "conj" and verb.tag in ("VB", "VBN", "VBG"):
        return modals(verb.head)
    return own


def is_due(verb: Token) -> bool:
    """'are to sign', 'Kenya to send troops': an infinitive with 'to' that is said of the future."""
    to = next((c for c in verb.children if c.tag == "TO"), None)
    if to is None:
        return False
    before = [c for c in verb.children if c.i < to.i]
    own = any(c.dep in labels.SUBJECT for c in before)
    bare = verb.dep == "ROOT" or (verb.dep == "ccomp" and own)
    return _has_finite_be(before) or (verb.tag == "VB" and bare)


def _has_finite_be(words: list[Token]) -> bool:
    return any(word.lemma == "be" and word.tag in _FINITE for word in words)


def behind(noun: Token) -> list[Token]:
    """What stands right behind `noun`, as in headlines: 'Talks Set For Lima', 'talks due'."""
    if noun.pos not in ("NOUN", "PROPN"):
        return []
    bare = not any(c.dep in labels.AUXILIARY for c in noun.head.children)
    subject = noun.dep in labels.SUBJECT | labels.PASSIVE_SUBJECT
    found = [*noun.children, *noun.tree[noun.i + 1 : noun.i + 2]]
    found += [noun.head] if subject and bare else []
    return [t for t in found if t.i > noun.i and t.tag in _SAID_BEHIND and _tells_when(t)]


def _tells_when(word: Token) -> bool:
    return word.i + 1 < len(word.tree) and word.neighbour().lower in grammar().when_words


def is_inverted(verb: Token) -> bool:
    """'Should Mali ask for it, ...', 'Were Mali to ask': a condition told by word order."""
    subject, first = (syntax.child(verb, found) for found in (labels.SUBJECT, labels.AUXILIARY))
    if subject is None or first is None or first.lower not in ("should", "were", "had"):
        return False
    marked = any(c.dep == "mark" and c.lower != "to" for c in verb.children)
    return first.i < subject.i and not marked and all(t.text != "?" for t in verb.sentence)


def is_progressive(verb: Token) -> bool:
    """'is sending', 'are holding': a present participle with a finite form of be."""
    return verb.tag == "VBG" and _has_finite_be([*verb.children])


def particle(verb: Token) -> str:
    """'out' of 'carried out', '' where the verb has none."""
    known = grammar().particles
    for child in verb.children:
        behind = child.dep == "advmod" and child.i > verb.i and child.lower in known
        if behind or child.dep in ("compound:prt", "prt"):
            return child.lower
    if verb.i + 1 == len(verb.tree):
        return ""
    after = verb.neighbour()  # 'brushed off claims', 'held off sending', hung on what is behind
    marks = after.dep == "mark" and after.head.tag == "VBG" and after.lower in known
    return after.lower if after.tag == "RP" or marks else ""


def is_forgone(verb: Token) -> bool:
    """'instead of sending', 'rather than send', 'without sending': what is not done."""
    words = {c.lower for c in verb.children if c.i < verb.i and c.dep in ("mark", "cc", "case")}
    if "from" in words:  # 'far from sending'
        words |= {c.lower for c in verb.children if c.dep == "advmod" and c.i < verb.i}
    return verb.tag in ("VBG", "VB") and bool(words & grammar().forgoing_words)


def is_asked(token: Token) -> bool:
    """Whether a question that is answered by yes or no asks about `token`: 'Did X strike Y?'.

    Questions with a question word ('Why did X strike Y?') take what they ask about for a fact.
    """
    mark = next((t for t in token.tree[token.i : token.sentence.end] if t.text in _ENDS), None)
    if mark is None or mark.text != "?":
        return False
    start = next(
        (t.i for t in reversed(token.tree[token.sentence.start : token.i]) if t.text in _ENDS),
        token.sentence.start,
    )
    return not any(t.tag in _QUESTION_WORDS for t in token.tree[start : token.i])


def negating(token: Token) -> list[Token]:
    """The words that negate `token`, in order: its own, or those of what takes part in it.

    'not sent', 'no troops were sent', 'sent no troops', 'neither side signed', 'nobody signed'.
    """
    own = syntax.negation(token)
    return [own] if own is not None else _of_none(token)


def is_of_nobody(verb: Token) -> bool:
    """'Nobody denied it', 'no state has denied it': nobody does it."""
    subject = syntax.arguments(verb).subject if is_finite(verb) else None
    return subject is not None and bool(_none_of(subject))


def _of_none(verb: Token) -> list[Token]:
    if not syntax.is_verbal(verb):
        return []
    found = syntax.arguments(verb)
    parts = [t for t in (found.subject, found.object) if t is not None and t.head == verb]
    return [t for part in parts for t in _none_of(part)]


def _none_of(noun: Token) -> list[Token]:
    if noun.lower in grammar().nobody_words:
        return [noun]
    return [c for c in noun.children if c.lower in ("no", "neither")]
