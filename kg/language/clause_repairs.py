"""Repairs of clauses whose verb, subject or condition the parser takes for something else.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import child, is_last, move, raise_over

_NOUN_OR_SPEECH = frozenset({"reports", "claims", "notes", "comments", "estimates", "remarks"})
"""Plurals that look like the third person of a verb of saying."""
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_TOPICAL = frozenset({"about", "of"})
"""Prepositions of what is spoken of, and of nothing that acts beside it."""


def _reports(token: Token) -> None:
    """'..., the Daily Star reports', the verb read as a plural noun."""
    if token.tag_ != "NNS" or token.lower_ not in _NOUN_OR_SPEECH or not is_last(token):
        return
    name = token.doc[token.i - 1] if token.i else token
    if name.head != token or name.dep_ != "compound" or name.pos_ != "PROPN":
        return
    parts = [c for c in token.children if c.dep_ in ("det", "compound", "amod")]
    start = min(t.left_edge.i for t in parts)
    if start > token.sent.start and token.doc[start - 1].is_punct:
        _make_verb(token, name, parts)


def _make_verb(token: Token, subject: Token, parts: list[Token]) -> None:
    """`token` as a verb in the present, said of `subject` with the `parts` of its phrase."""
    token.tag_, token.pos_ = "VBZ", "VERB"
    token.lemma_ = lemma(token.text, "VERB")
    subject.dep_ = "nsubj"
    for part in parts:
        if part != subject:
            move(part, subject, part.dep_)


def _were_to(token: Token) -> None:
    """'Were Mali to ask, ...', the subject read as a predicate of 'were'."""
    if token.dep_ != "cop" or token.lower_ != "were" or token.i > token.head.i:
        return
    subject = token.head
    verbs = (c for c in subject.children if c.tag_ == "VB" and c.i > subject.i)
    verb = next((v for v in verbs if any(c.lower_ == "to" for c in v.children)), None)
    if verb is None or subject.head == subject or subject.head.i < verb.i:
        return
    raise_over(verb, subject)
    verb.dep_, subject.dep_ = "advcl", "nsubj"
    move(token, verb, "aux")


def _whether_to(token: Token) -> None:
    """'is weighing whether to send X, Y told Z', 'whether' hung on the verb of speech."""
    if token.dep_ != "mark" or token.lower_ != "whether":
        return
    told = token.head
    if told.dep_ != "ccomp":
        return
    verb = next((c for c in told.children if c.dep_ == "advcl" and token.i < c.i < told.i), None)
    to = token.i + 1 < len(token.doc) and token.nbor().lower_ == "to"
    weighing = told.head
    if verb is None or not to or weighing.i > token.i:
        return
    move(verb, weighing, "xcomp")
    move(token, verb, "mark")
    told.dep_ = "parataxis"


def _reflexive(token: Token) -> None:
    """'denied herself sugar', the pronoun read as owner of the sugar."""
    if token.dep_ != "nmod:poss" or token.lower_ not in _REFLEXIVE:
        return
    thing = token.head
    verb = thing.head
    if thing.dep_ in labels.OBJECT and verb.pos_ == "VERB" and verb.i < token.i:
        move(token, verb, "iobj")


def _between_dashes(token: Token) -> None:
    """'sent tanks - a first gift - to Mali': what follows the insertion hung on a word of it."""
    if token.dep_ != "punct" or not _is_dash(token):
        return
    end = next((t for t in token.doc[token.i + 1 : token.sent.end] if _is_dash(t)), None)
    if end is None:
        return
    inside = token.doc[token.i + 1 : end.i]
    above = next((t.head for t in inside if not token.i < t.head.i < end.i), None)
    if above is None or above.i > token.i:
        return
    for late in [c for t in inside for c in t.children if c.i > end.i and not c.is_punct]:
        move(late, above, "obl" if late.dep_ == "nmod" and above.pos_ == "VERB" else late.dep_)


def _is_dash(token: Token) -> bool:
    if token.text != "-":
        return token.text in ("—", "–", "--")
    return token.i > 0 and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)


def _subject_of_gerund(token: Token) -> None:
    """'lied about Chad attacking a town', Chad read as the topic and the clause set beside it."""
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.left_edge.i < token.i:
        return
    verb = token.head
    topic = token.doc[token.i - 1] if token.i else token
    while topic.head.i < token.i and topic.dep_ in ("flat", "compound") and topic.head != verb:
        topic = topic.head
    case = child(topic, "case")
    if topic.head == verb and topic.dep_ == "obl" and case is not None and case.lower_ in _TOPICAL:
        move(topic, token, "nsubj")
        move(case, token, "mark")


def _gerund_as_subject(token: Token) -> None:
    """'Sending troops was ruled out', the gerund set beside a verb that has no subject then."""
    verb = token.head
    if token.dep_ != "advcl" or token.tag_ != "VBG" or token.i != token.sent.start < verb.i:
        return
    if any(t.text == "," for t in token.doc[token.i : verb.i]) or verb.tag_ == "VB":
        return
    if not any(c.dep_ in labels.SUBJECT | labels.PASSIVE_SUBJECT for c in verb.children):
        passive = any(c.dep_ == "aux:pass" for c in verb.children)
        token.dep_ = "csubj:pass" if passive else "csubj"


def _clause_of_report(token: Token) -> None:
    """'Reports that Chad had shelled it proved false', the content read as the sentence."""
    mark, said = child(token, "mark"), child(token, "xcomp")
    if token.dep_ != "ROOT" or mark is None or mark.lower_ != "that":
        return
    noun, *own = [c for c in token.children if c.dep_ == "nsubj"] or [token]
    if said is not None and said.tag_ == "VBD" and own and noun.i == mark.i - 1:
        raise_over(said, token)
        noun.head = said
        move(token, noun, "acl")


def _agent_of_participle(token: Token) -> None:
    """'The raid launched by Chad killed nine', the participle read as the verb of its noun.

    What is launched by somebody is no launching: with its agent a bare participle is passive.
    """
    verb = token.head
    bare = not any(c.dep_ in ("nsubj", "mark", "cc", "aux") for c in token.children)
    if token.tag_ not in ("VBD", "VBZ", "VBP") or verb.i > token.i or not bare:
        return
    by = next((c for c in verb.children if c.dep_ == "obl:agent"), None)
    noun = next((c for c in verb.children if c.dep_ == "nsubj" and c.i < verb.i), None)
    if by is None or noun is None or by.right_edge.i + 1 != token.i or not _is_bare(verb):
        return
    raise_over(token, verb)
    noun.head = token
    move(verb, noun, "acl")
    verb.tag_ = "VBN"
    for word in list(verb.children):
        if word.i > token.i:
            word.head = token


def _is_bare(verb: Token) -> bool:
    """Whether nothing beside its subject makes `verb` a finite one: no object, no auxiliary."""
    barred = ("obj", "aux", "aux:pass", "cop", "ccomp")
    return verb.tag_ in ("VBD", "VBN") and not any(c.dep_ in barred for c in verb.children)


ALL = (
    _agent_of_participle,
    _subject_of_gerund,
    _gerund_as_subject,
    _clause_of_report,
    _reports,
    _were_to,
    _whether_to,
    _reflexive,
    _between_dashes,
)
