"""Repairs of parses that go wrong in one known way; each names the reading it mends.

They work on Universal Dependencies labels alone and leave any other scheme as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from kg.language import (
    clause_repairs,
    cleft_repairs,
    contrast_repairs,
    exception_repairs,
    phrase_repairs,
    report_repairs,
)
from kg.language.lemma import lemma
from kg.language.trees import case_of, child, is_universal, move, raise_over

_NOMINAL = ("NOUN", "PROPN", "PRON")
_NEVER_PARTICIPLE = frozenset({"according", "including", "following", "regarding", "concerning"})
_ATTRIBUTIVE = frozenset(
    {
        *("existing", "remaining", "ongoing", "pending", "outstanding", "surrounding", "leading"),
        *("increasing", "growing", "rising", "declining", "mounting", "varying", "developing"),
    }
)
"""Participles that stand before a noun as adjectives do and seldom take one as their object."""
_WITH_GERUND = frozenset(
    {
        *("consider", "begin", "start", "stop", "cease", "halt", "suspend", "resume", "continue"),
        *("keep", "finish", "end", "deny", "admit", "avoid", "risk", "resist", "oppose", "propose"),
        *("suggest", "recommend", "discuss", "favour", "favor", "support", "mean", "involve"),
        *(
            "include",
            "mention",
            "justify",
            "postpone",
            "delay",
            "quit",
            "ban",
            "prohibit",
            "forbid",
        ),
    }
)
_OVER = frozenset({"hand", "turn", "take", "sign"})
"""Verbs of giving behind which 'over' is a particle: 'hand over arms', not 'fly over land'."""
_PARTICLES = frozenset({"off", "out", "up", "back", "down", "over"})


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
    after_verb = noun.dep_ == "obj" and noun.head == mark and _lemma(mark) in _WITH_GERUND
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
    fits = noun.pos_ in _NOMINAL and noun.dep_ != "compound"
    return bare and fits and word.lower_ not in _NEVER_PARTICIPLE | _ATTRIBUTIVE


def _lemma(verb: Token) -> str:
    return lemma(verb.text, "VERB")


def _before(token: Token) -> Token | None:
    """The word before `token` and its adverbs."""
    before = token.i - 1
    while before > 0 and token.doc[before].pos_ == "ADV":
        before -= 1
    return token.doc[before] if before >= 0 else None


def _raise_gerund(gerund: Token, noun: Token, mark: Token | None) -> None:
    """Put `gerund` over `noun`, with what stands around them; no `mark`: it fills a verb."""
    governor, was_subject = noun.head, noun.dep_ in ("nsubj", "nsubj:pass")
    move(gerund, governor, _clause_label(governor) if mark is not None else "xcomp")
    if governor == noun or gerund.head != governor:
        return
    move(noun, gerund, "obj")
    if gerund.tag_ == "JJ":
        gerund.tag_, gerund.pos_, gerund.lemma_ = "VBG", "VERB", _lemma(gerund)
    before = [word for word in noun.children if word.i < gerund.i]
    for word in [*before, *_behind(noun, noun, "nmod", "obl", "appos")]:
        move(word, gerund, "obl" if word.dep_ == "nmod" else word.dep_)
    if mark is not None:
        move(mark, gerund, "mark")
        for word in _behind(governor, noun, "nmod") if governor.pos_ in _NOMINAL else ():
            move(word, gerund, "obl")
    if was_subject:
        gerund.dep_ = "csubj"


def _behind(host: Token, noun: Token, *labels: str) -> list[Token]:
    """The phrases on `host` behind `noun` that another preposition than 'of' begins."""
    late = (word for word in host.children if word.i > noun.i and word.dep_ in labels)
    return [word for word in late if case_of(word) not in ("of", "")]


def _clause_label(governor: Token) -> str:
    return "acl" if governor.pos_ in _NOMINAL else "advcl"


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
    if token.dep_ != "case" or token.lower_ not in _PARTICLES:
        return
    noun = token.head
    verb = noun.head
    if token.lower_ == "over" and _lemma(verb) not in _OVER:
        return
    bare = child(verb, "obj") is None
    of = sum(c.dep_ == "case" for c in noun.children) > 1  # 'thrown out of Mali'
    if noun.dep_ == "obl" and verb.pos_ == "VERB" and token.i == verb.i + 1 and bare and not of:
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
    if token.dep_ != "acl:relcl" or token.head.i > token.i:
        return
    marks = [c for c in token.children if c.dep_ == "mark" and c.lower_ == "that"]
    subjects = [c for c in token.children if c.dep_.startswith("nsubj")]
    if marks and subjects and subjects[0].i > marks[0].i:
        token.dep_ = "acl"


def _adverb_after_auxiliary(token: Token) -> None:
    """'has so far resisted calls', the auxiliary taken for the verb of the sentence."""
    if token.dep_ != "amod" or token.tag_ != "VBN":
        return
    noun = token.head
    auxiliary = noun.head
    if auxiliary.lemma_ != "have" or noun.head != auxiliary or noun.dep_ not in ("obj", "obl"):
        return
    if any(t.pos_ != "ADV" for t in token.doc[auxiliary.i + 1 : token.i]):
        return
    for word in [*auxiliary.children]:
        if word != noun:
            move(word, token, word.dep_)
    raise_over(token, auxiliary)
    move(noun, token, "obj")
    auxiliary.dep_ = "aux"


ALL: tuple[Callable[[Token], None], ...] = (
    _gerund_before_noun,
    _adverb_after_auxiliary,
    _clause_after_evidence,
    _clause_after_but,
    _finite_after_noun,
    _called_off,
    *report_repairs.ALL,
    *phrase_repairs.ALL,
    *clause_repairs.ALL,
    phrase_repairs.talks_behind_names,
    *contrast_repairs.ALL,
    *exception_repairs.ALL,
    *cleft_repairs.ALL,
    report_repairs.report_behind,  # once more, for the reports mended in between
)
"""The repairs in the order in which they run; `tests.benchmarks.repairs` tells what each brings."""
