"""Repairs of clauses whose verb, subject or condition the parser takes for something else."""

from __future__ import annotations

from spacy.tokens import Token

from kg.knowledge.words import grammar
from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import child, is_last, move, raise_over

_TOPICAL = ("about", "of")
"""Prepositions of what is spoken of, and of nothing that acts beside it."""
_BEFORE_NOUN = ("det", "compound", "amod", "nmod:poss", "nummod")
"""What stands before a noun and belongs to it."""


def _reports(token: Token) -> None:
    """'..., the Daily Star reports', the verb read as a plural noun."""
    if token.tag_ != "NNS" or token.lower_ not in grammar().speech_plurals or not is_last(token):
        return
    name = token.doc[token.i - 1]
    if name.head != token or name.dep_ != "compound" or name.pos_ != "PROPN":
        return
    parts = [c for c in token.children if c.dep_ in ("det", "compound", "amod")]
    start = parts[0].left_edge.i
    if start == token.sent.start or not token.doc[start - 1].is_punct:
        return
    token.tag_, token.pos_, token.lemma_ = "VBZ", "VERB", lemma(token.text, "VERB")
    name.dep_ = "nsubj"
    for part in parts:
        move(part, name, part.dep_)


def reports_that(token: Token) -> None:
    """'Nigerian police report that X fled', the verb read as a noun behind its subject."""
    main = token.dep_ in ("ROOT", "conj", "parataxis", "ccomp") and token.tag_ in ("NN", "NNS")
    if not main or token.lower_ not in grammar().speech_twins or is_last(token):
        return
    clause = child(token, "acl", "ccomp")
    if clause is None or clause.i < token.i or token.nbor().lower_ != "that":
        return
    name = child(token, "nsubj") or token.doc[token.i - 1]
    between = token.doc[name.right_edge.i + 1 : token.i]
    beside = name.i < token.i and all(t.pos_ == "ADV" for t in between)
    if name.head != token or name.dep_ not in ("nsubj", "compound") or not beside:
        return
    token.tag_, token.pos_ = "VBZ" if token.tag_ == "NNS" else "VBP", "VERB"
    token.lemma_ = lemma(token.text, "VERB")
    for part in [c for c in token.children if c.dep_ in _BEFORE_NOUN and c != name]:
        move(part, name, part.dep_)
    name.dep_, clause.dep_ = "nsubj", "ccomp"


def _were_to(token: Token) -> None:
    """'Were Mali to ask, ...', the subject read as a predicate of 'were'."""
    if token.dep_ != "cop" or token.lower_ != "were" or token.i > token.head.i:
        return
    subject = token.head
    verbs = (c for c in subject.children if c.tag_ == "VB")
    verb = next((v for v in verbs if any(c.lower_ == "to" for c in v.children)), None)
    if verb is not None and verb.i < subject.head.i:
        raise_over(verb, subject)
        verb.dep_, subject.dep_ = "advcl", "nsubj"
        move(token, verb, "aux")


def _whether_to(token: Token) -> None:
    """'is weighing whether to send X, Y told Z', 'whether' hung on the verb of speech."""
    told = token.head
    if token.dep_ != "mark" or token.lower_ != "whether" or told.dep_ != "ccomp":
        return
    verb = next((c for c in told.children if c.dep_ == "advcl" and token.i < c.i < told.i), None)
    if verb is not None:
        move(verb, told.head, "xcomp")
        move(token, verb, "mark")
        told.dep_ = "parataxis"


def _reflexive(token: Token) -> None:
    """'denied herself sugar', the pronoun read as owner of the sugar."""
    verb = token.head.head
    if token.dep_ == "nmod:poss" and token.lower_ in grammar().reflexives and verb.pos_ == "VERB":
        move(token, verb, "iobj")


def _between_dashes(token: Token) -> None:
    """'sent tanks - a first gift - to Mali': what follows the insertion hung on a word of it."""
    if token.dep_ != "punct" or not _is_dash(token):
        return
    end = next((t for t in token.doc[token.i + 1 : token.sent.end] if _is_dash(t)), None)
    if end is None or end.i == token.i + 1:
        return
    inside = token.doc[token.i + 1 : end.i]
    above = inside.root.head
    if above.i < token.i:
        for late in [c for t in inside for c in t.children if c.i > end.i and not c.is_punct]:
            clausal = late.dep_ == "nmod" and above.pos_ == "VERB"
            move(late, above, "obl" if clausal else late.dep_)


def _is_dash(token: Token) -> bool:
    return token.text in ("—", "–", "--") or (token.text == "-" and bool(token.whitespace_))


def _subject_of_gerund(token: Token) -> None:
    """'lied about Chad attacking a town', Chad read as the topic and the clause set beside it."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.left_edge.i < token.i:
        return
    topic = token.doc[max(token.i - 1, 0)]
    while topic.dep_ in ("flat", "compound"):
        topic = topic.head
    case = child(topic, "case")
    if topic.head == token.head and case is not None and case.lower_ in _TOPICAL:
        move(topic, token, "nsubj")
        move(case, token, "mark")


def _gerund_as_subject(token: Token) -> None:
    """'Sending troops was ruled out', the gerund set beside a verb that has no subject then."""
    verb = token.head
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.i != token.sent.start < verb.i:
        return
    apart = any(t.text == "," for t in token.doc[token.i : verb.i]) or verb.tag_ == "VB"
    if not apart and child(verb, *labels.SUBJECT, *labels.PASSIVE_SUBJECT) is None:
        token.dep_ = "csubj" if child(verb, "aux:pass") is None else "csubj:pass"


def _clause_of_report(token: Token) -> None:
    """'Reports that Chad had shelled it proved false', the content read as the sentence."""
    mark, said, noun = (child(token, label) for label in ("mark", "xcomp", "nsubj"))
    if token.dep_ != "ROOT" or mark is None or said is None or noun is None:
        return
    if mark.lower_ == "that" and noun.i == mark.i - 1:
        raise_over(said, token)
        noun.head = said
        move(token, noun, "acl")


ALL = (
    _subject_of_gerund,
    _gerund_as_subject,
    _clause_of_report,
    _reports,
    _were_to,
    _whether_to,
    _reflexive,
    _between_dashes,
)
