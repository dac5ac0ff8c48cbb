"""Repairs of parses that go wrong in one known way; each names the reading it mends.

They work on Universal Dependencies labels alone and leave any other scheme as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from kg.knowledge.words import grammar
from kg.language import (
    clause_repairs,
    cleft_repairs,
    contrast_repairs,
    exception_repairs,
    phrase_repairs,
    report_repairs,
)
from kg.language.labels import NOMINAL
from kg.language.lemma import lemma
from kg.language.trees import case_of, child, has_subject, is_universal, move, raise_over


def repair(doc: Doc) -> Doc:
    """The same `doc`, its heads and labels mended in place; nothing is done to other schemes."""
    if not is_universal(doc):
        return doc
    tokens = tuple(doc)  # made once: every mend looks at every token
    for mend in ALL:
        apply(tokens, mend)
    return doc


def apply(tokens: Iterable[Token], mend: Callable[[Token], None]) -> None:
    """One of ALL on each of `tokens`."""
    for token in tokens:
        mend(token)


def _gerund_before_noun(token: Token) -> None:
    """'the option of supplying weapons to Y', 'supplying' read as an adjective of 'weapons'."""
    if token.dep_ != "amod":
        return
    noun, mark = token.head, _before(token)
    if mark is None or noun.i < token.i or not _may_govern(token, noun, mark):
        return
    after_verb = noun.head == mark and _lemma(mark) in grammar().gerund_verbs
    if mark.pos_ in ("ADP", "SCONJ") or mark.dep_ == "case" or after_verb:
        _raise_gerund(token, noun, None if after_verb else mark)


def _may_govern(word: Token, noun: Token, mark: Token) -> bool:
    """Whether `word` may have `noun` as its object: 'from imposing sanctions', 'a growing threat'.

    One that is tagged as an adjective needs a preposition alone before the two.
    """
    if word.tag_ == "JJ" and word.lower_.endswith("ing"):
        prepositions = ("of", "from", "by", "without", "in", "for")
        bare = mark.lower_ in prepositions and child(noun, "det", "nmod:poss") is None
    else:
        bare = word.tag_ == "VBG"
    return bare and noun.dep_ != "compound" and word.lower_ not in grammar().attributive_participles


def _lemma(verb: Token) -> str:
    return lemma(verb.text, "VERB")


def _before(token: Token) -> Token | None:
    """The word before `token` and its adverbs."""
    return next((t for t in reversed(token.doc[: token.i]) if t.pos_ != "ADV"), None)


def _raise_gerund(gerund: Token, noun: Token, mark: Token | None) -> None:
    """Put `gerund` over `noun`, with what stands around them; no `mark`: it fills a verb."""
    governor, was_subject = noun.head, noun.dep_ in ("nsubj", "nsubj:pass")
    if governor == noun:
        return
    clause = "acl" if governor.pos_ in NOMINAL else "advcl"
    move(gerund, governor, clause if mark is not None else "xcomp")
    move(noun, gerund, "obj")
    if gerund.tag_ == "JJ":
        gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", _lemma(gerund)
    before = [word for word in noun.children if word.i < gerund.i]
    late = [word for word in noun.children if word.dep_ in ("nmod", "obl", "appos")]
    for word in (*before, *(w for w in late if case_of(w) not in ("of", ""))):
        move(word, gerund, "obl" if word.dep_ == "nmod" else word.dep_)
    if mark is not None:
        move(mark, gerund, "mark")
    if was_subject:
        gerund.dep_ = "csubj"


def _clause_after_but(token: Token) -> None:
    """'X denied it, but Y ratified a pact', the second clause read as what was denied."""
    if token.dep_ not in ("ccomp", "parataxis") or token.head.i > token.i:
        return
    words = (t for t in token.doc[token.left_edge.i : token.i] if not t.is_punct)
    first = next(words, token)
    if first.tag_ == "CC" and child(token, "mark") is None:
        token.dep_ = "conj"


def _called_off(token: Token) -> None:
    """'called off its sanctions', the particle read as a preposition."""
    noun, verb = token.head, token.head.head
    if token.dep_ != "case" or token.lower_ not in grammar().split_particles:
        return
    if token.lower_ == "over" and _lemma(verb) not in grammar().handing_verbs:
        return
    of = sum(c.dep_ == "case" for c in noun.children) > 1  # 'thrown out of Mali'
    if noun.dep_ == "obl" and verb.pos_ == "VERB" and token.i == verb.i + 1 and not of:
        noun.dep_ = "obj"
        move(token, verb, "compound:prt")


def _finite_after_noun(token: Token) -> None:
    """'Warplanes bombed the port', the verb read as a participle of its subject.

    A past participle behind its noun is passive and takes no object; with one it is finite.
    """
    if token.dep_ != "acl":
        return
    noun = token.head
    if token.i < noun.i or noun.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return
    passive = token.tag_ == "VBN" and child(token, "obj", "ccomp", "xcomp") is None
    if child(noun, "cop", "nsubj") is not None or passive or token.tag_ not in ("VBD", "VBN"):
        return
    raise_over(token, noun)
    noun.dep_ = "nsubj"
    for word in list(noun.children):
        if word.i > token.i or word.dep_ == "punct":
            word.head = token


def _clause_after_evidence(token: Token) -> None:
    """'evidence that X is sending Y' with X as subject: the clause is content, no relative."""
    mark = child(token, "mark") if token.dep_ == "acl:relcl" else None
    if mark is not None and mark.lower_ == "that" and has_subject(token):
        token.dep_ = "acl"


ALL: tuple[Callable[[Token], None], ...] = (
    _gerund_before_noun,
    _clause_after_evidence,
    _clause_after_but,
    clause_repairs.reports_that,  # before what takes its clause for a finite one
    _finite_after_noun,
    _called_off,
    *report_repairs.ALL,
    *phrase_repairs.ALL,
    *clause_repairs.ALL,
    *contrast_repairs.ALL,
    *exception_repairs.ALL,
    *cleft_repairs.ALL,
    report_repairs.report_behind,  # once more, for the reports mended in between
)
"""The repairs in the order in which they run; `tests.benchmarks.repairs` tells what each brings."""
