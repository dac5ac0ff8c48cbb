"""Repairs of noun phrases and short clauses that the parser hangs in the wrong place.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language.trees import case_of, is_last, move, raise_over, set_apart

_NOMINAL = ("NOUN", "PROPN", "PRON")
_LOOSE = frozenset({"appos", "parataxis", "conj", "dep", "vocative", "list", "dislocated"})
"""Labels of a phrase behind a comma that the parser could not place."""
_TWO_OBJECTS = frozenset({"refuse", "deny", "offer", "promise", "grant", "give", "send", "lend"})
_TAKING_UP = frozenset({"it", "this", "that"})
_AGAINST = frozenset({"but", "yet", "though", "while"})
_SHORT = frozenset({"short", "away", "back", "off", "clear"})


def _speech_at_the_end(token: Token) -> None:
    """'P, Sudan's army chief, X, said': the phrase before 'said' read as a part of P."""
    if not _is_past(token) or any(c.dep_.startswith("nsubj") for c in token.children):
        return
    speaker = _phrase_before(token)
    if speaker is None or speaker.head == token:
        return
    if token.dep_ in ("xcomp", "acl", "amod", "dep") and is_last(token):
        set_apart(token, speaker)
    elif not speaker.head.is_ancestor(token):
        move(speaker, token, "nsubj")
    elif token.dep_ == "conj" and is_last(token):
        set_apart(token, speaker)


def _is_past(token: Token) -> bool:
    """A past form; 'alleged' at the end of a sentence may be tagged as an adjective."""
    return token.tag_ == "VBD" or (token.tag_ in ("VBN", "JJ") and token.lower_.endswith("ed"))


def _phrase_before(verb: Token) -> Token | None:
    """The loose noun phrase that ends right before `verb` and begins behind a comma."""
    end = verb.i - 1
    while end > verb.sent.start and verb.doc[end].is_punct:
        end -= 1
    token = verb.doc[end]
    while token.head != token and token.dep_ not in _LOOSE | {"nsubj"}:
        token = token.head
    outer = token.head
    if outer.dep_ in _LOOSE and token.dep_ == "appos" and outer.right_edge.i >= end:
        token = outer
    start = next((t for t in token.subtree if not t.is_punct), token).i
    loose = token.dep_ in _LOOSE and token.pos_ in _NOMINAL and token.i < verb.i
    behind_comma = start > verb.sent.start and verb.doc[start - 1].text in (",", "”", '"')
    return token if loose and behind_comma else None


def _denied_after_but(token: Token) -> None:
    """'X said it had left, but Y denied it': what Y does is no part of what X said."""
    clause = token.head
    if token.dep_ != "conj" or clause.dep_ != "ccomp" or clause.i > token.i:
        return
    own = any(c.dep_ == "nsubj" and c.i < token.i for c in token.children)
    takes_up = any(c.dep_ == "obj" and c.lower_ in _TAKING_UP for c in token.children)
    against = any(c.dep_ == "cc" and c.lower_ in _AGAINST for c in token.children)
    if own and takes_up and against:
        move(token, clause.head, "conj")


def _whether(token: Token) -> None:
    """'is weighing whether to send troops': what is weighed, no circumstance."""
    marked = any(c.dep_ == "mark" and c.lower_ == "whether" for c in token.children)
    if token.dep_ == "advcl" and marked and token.head.i < token.i:
        token.dep_ = "xcomp" if any(c.lower_ == "to" for c in token.children) else "ccomp"


def _second_object(token: Token) -> None:
    """'refused Laos any further aid', the thing refused read as a predicate of Laos."""
    verb = token.head
    if token.dep_ != "xcomp" or token.pos_ != "NOUN" or verb.lemma_ not in _TWO_OBJECTS:
        return
    first = next((c for c in verb.children if c.dep_ == "obj" and c.i > verb.i), None)
    if first is not None and first.right_edge.i + 1 == token.left_edge.i:
        first.dep_, token.dep_ = "iobj", "obj"


def _short_of(token: Token) -> None:
    """'stopped short of sending', the clause hung on the adverb."""
    adverb = token.head
    if token.dep_ != "advcl" or adverb.lower_ not in _SHORT:
        return
    if adverb.dep_ not in ("advmod", "xcomp"):
        return
    move(token, adverb.head, "advcl")
    adverb.dep_ = "compound:prt"


def _name_before_participle(token: Token) -> None:
    """'X claimed responsibility', the verb read as an adjective of its object."""
    noun = token.head
    if token.dep_ != "amod" or token.tag_ != "VBN" or noun.dep_ != "ROOT" or token.i == 0:
        return
    before = token.doc[token.i - 1]
    while before.dep_ in ("flat", "punct") and before.head.pos_ == "PROPN":
        before = before.head
    if before.pos_ != "PROPN" or before.head != noun or token.i + 1 != noun.i:
        return
    raise_over(token, noun)
    noun.dep_ = "obj"
    move(before, token, "nsubj")
    token.tag_, token.pos_ = "VBD", "VERB"
    for child in list(noun.children):
        if child.dep_ in ("obl", "punct", "advcl"):
            move(child, token, child.dep_)


def _two_subjects(token: Token) -> None:
    """ "Lithuania's neighbour Latvia has ...": a role and the name that it stands before."""
    if token.dep_ != "nsubj" or token.pos_ != "NOUN":
        return
    after = next((c for c in token.head.children if c.dep_ == "nsubj" and c.i > token.i), None)
    if after is not None and after.pos_ == "PROPN" and after.left_edge.i == token.right_edge.i + 1:
        move(after, token, "appos")


def _second_of_pair(token: Token) -> None:
    """'Officials from Peru and the US met': 'the US' read as a second subject of the verb."""
    first = next((c for c in token.head.children if c.dep_ == "nsubj"), token)
    last, start = first.right_edge, token.left_edge.i - 1
    if token.dep_ != "nsubj" or token.pos_ != "PROPN" or start < 1 or first.i > start:
        return
    joined = token.doc[start].lower_ == "and" and last.i == start - 1
    inner = last
    while inner.dep_ in ("flat", "compound") and inner.head != first:
        inner = inner.head
    if joined and inner.dep_ == "nmod" and inner.pos_ == "PROPN" and inner.head == first:
        move(token, inner, "conj")
        move(token.doc[start], token, "cc")


def _and_of_another(token: Token) -> None:
    """'Presidents X of Peru and Y of Chile met', Y joined to Peru."""
    if token.dep_ != "conj" or token.pos_ != "PROPN":
        return
    first = token.head
    while first.dep_ == "nmod" and case_of(first) == "of" and first.head.pos_ == "PROPN":
        first = first.head
    flat = [c.i for c in token.children if c.dep_ == "flat" and c.i > token.i]
    after = token.doc[min(max([token.i, *flat]) + 1, len(token.doc) - 1)]
    if first != token.head and after.lower_ == "of" and after.dep_ == "case":
        move(token, first, "conj")
        move(after.head, token, "nmod")


def _object_behind(token: Token) -> None:
    """'The army attacked Lagos', what was attacked read as a second subject."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.pos_ != "VERB" or token.i < verb.i:
        return
    labels = {c.dep_ for c in verb.children if c.i < verb.i}
    if "nsubj" in labels and not any(c.dep_ in ("obj", "ccomp", "cop") for c in verb.children):
        token.dep_ = "obj"


def _troops_before_participle(token: Token) -> None:
    """'Government troops ambushed rebels', the verb read as an adjective of its object."""
    noun, before = token.head, token.doc[token.i - 1] if token.i else token
    tagged = token.tag_ in ("VBN", "VBD")
    if token.dep_ != "amod" or not tagged or noun.dep_ != "obj" or noun.head != before:
        return
    if before.dep_ == "ROOT" and before.pos_ in _NOMINAL and noun.i > token.i:
        _make_root(token, before)
        move(noun, token, "obj")


def _verb_after_using(token: Token) -> None:
    """'Gunmen using rockets hit a base', what they used read as the subject of 'hit'."""
    using = token.head
    if token.dep_ != "ccomp" or using.tag_ != "VBG" or using.dep_ != "acl":
        return
    noun, tool = using.head, next((c for c in token.children if c.dep_ == "nsubj"), None)
    if noun.dep_ != "ROOT" or noun.pos_ not in _NOMINAL or tool is None:
        return
    if tool.left_edge.i == using.i + 1 and token.tag_ in ("VBD", "VBN", "VBZ", "VBP"):
        move(tool, using, "obj")
        _make_root(token, noun)


def _make_root(verb: Token, subject: Token) -> None:
    """Put `verb`, which stands behind and below `subject`, above it; what follows goes along."""
    behind = [c for c in subject.children if c.i > verb.i]
    verb.head = verb
    verb.dep_, verb.pos_ = "ROOT", "VERB"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    subject.head = verb
    subject.dep_ = "nsubj"
    for child in behind:
        if child.dep_ in ("obl", "punct", "advcl", "nmod", "obl:unmarked", "parataxis"):
            move(child, verb, "obl" if child.dep_ == "nmod" else child.dep_)


def _called_by_name(token: Token) -> None:
    """'met his Turkish counterpart, Recep Tayyip Erdogan', the name read as an address."""
    if token.dep_ != "vocative" or token.pos_ != "PROPN":
        return
    start = next((t for t in token.subtree if not t.is_punct), token).i
    if start < 2 or token.doc[start - 1].text != ",":
        return
    noun = token.doc[start - 2]
    if noun.pos_ == "NOUN" and not case_of(token):
        move(token, noun, "appos")


def _inserted_participle(token: Token) -> None:
    """'X, quoting Y, reported', the subject of the sentence read as that of the insertion."""
    verb = token.head
    if token.tag_ != "VBG" or token.dep_ != "ccomp" or verb.i < token.i:
        return
    subject = next((c for c in token.children if c.dep_ == "nsubj" and c.i < token.i), None)
    if subject is None or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    if token.doc[subject.right_edge.i + 1].text == ",":
        move(subject, verb, "nsubj")
        move(token, subject, "acl")


def _what_it_is_made_of(token: Token) -> None:
    """'a brigade of 2,200 soldiers was sent', 'of soldiers' read as a second subject."""
    if not token.dep_.startswith("nsubj") or case_of(token) != "of":
        return
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i > token.sent.start else token
    if before.head == token.head and before.dep_ == token.dep_ and before.i < token.i:
        move(token, before, "nmod")


def _finite_after_object(token: Token) -> None:
    """'The army said troops crossed the border', the verb read as a participle of 'troops'.

    A past tense is no participle, and one with an object of its own is no passive one.
    """
    noun = token.head
    if token.dep_ != "acl" or token.tag_ != "VBD" or noun.dep_ != "obj" or token.i < noun.i:
        return
    verb = noun.head
    if any(c.dep_ == "mark" or c.dep_.startswith("nsubj") for c in token.children):
        return
    if verb.pos_ == "VERB" and verb.i < noun.i and any(c.dep_ == "obj" for c in token.children):
        move(token, verb, "ccomp")
        if token.head == verb:
            move(noun, token, "nsubj")


def _name_before_apposition(token: Token) -> None:
    """'The US, its biggest ally, has sent', the name taken for one set before the clause."""
    if token.dep_ != "dislocated" or token.pos_ != "PROPN":
        return
    subject = token.head
    while subject.dep_ not in ("nsubj", "ROOT") and subject.head != subject:
        subject = subject.head
    if subject.dep_ != "nsubj" or subject.pos_ != "NOUN" or subject.i < token.i:
        return
    verb = subject.head
    move(token, verb, "nsubj")
    move(subject, token, "appos")


def _figure_of(token: Token) -> None:
    """'a unit of 2,200 marines was sent': 'of' hung on the figure, 'marines' on the verb."""
    figure = token.head
    if token.dep_ != "case" or token.lower_ != "of" or figure.dep_ != "nummod" or not token.i:
        return
    noun, before = figure.head, token.doc[token.i - 1]
    if noun.i < figure.i or before.pos_ not in _NOMINAL:
        return
    host = before.head if before.dep_ in ("compound", "flat") else before
    move(noun, host, "nmod")
    if noun.head == host:
        move(token, noun, "case")


def _case_inside_name(token: Token) -> None:
    """'from Saudi Arabia', the preposition hung on the first word of the name."""
    first, name = token.head, token.head.head
    inside = first.dep_ in ("amod", "compound") and first.i + 1 == name.i and token.i < first.i
    if token.dep_ == "case" and inside and name.pos_ == "PROPN" and not case_of(name):
        move(token, name, "case")


_STRICKEN = frozenset({"hit", "struck", "stricken", "torn", "ravaged", "affected", "devastated"})


def _stricken(token: Token) -> None:
    """'to flood-hit Libya', the parts of the adjective read as words of the clause."""
    doc = token.doc
    if token.lower_ not in _STRICKEN or token.i < token.sent.start + 2:
        return
    cause, hyphen = doc[token.i - 2], doc[token.i - 1]
    place = doc[token.i + 1] if token.i + 1 < token.sent.end else token
    while place.dep_ in ("compound", "amod") and place.head.i == place.i + 1:
        place = place.head
    if hyphen.text != "-" or place.pos_ not in _NOMINAL or place == token:
        return
    if place.head == token:  # 'hit' read as a verb that hits the place
        marks = [c for c in token.children if c.lower_ in ("to", "in", "for") and c.i < token.i]
        _take_over(place, token, "obl" if marks else place.dep_)
        for mark in marks:
            move(mark, place, "case")
    elif cause.dep_ in ("obl", "nmod") and place.head == cause.head:
        for case in [c for c in cause.children if c.dep_ in ("case", "det") and c.i < cause.i]:
            move(case, place, case.dep_)
        place.dep_ = cause.dep_
    else:
        return
    move(token, place, "amod")
    move(cause, token, "compound")
    move(hyphen, cause, "punct")


def _take_over(word: Token, above: Token, label: str) -> None:
    """Hang `word` where its governor `above` hangs, with `label`."""
    head = above.head
    word.head = word if head == above else head
    word.dep_ = "ROOT" if head == above else label


ALL = (
    _what_it_is_made_of,
    _finite_after_object,
    _name_before_apposition,
    _inserted_participle,
    _speech_at_the_end,
    _denied_after_but,
    _whether,
    _second_object,
    _short_of,
    _name_before_participle,
    _two_subjects,
    _second_of_pair,
    _and_of_another,
    _object_behind,
    _troops_before_participle,
    _verb_after_using,
    _called_by_name,
    _figure_of,
    _case_inside_name,
    _stricken,
)
