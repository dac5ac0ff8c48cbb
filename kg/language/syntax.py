"""The one place that reads dependency labels: Universal Dependencies and ClearNLP alike.

Rules ask for subject, object, oblique, complement, passive, negation and modal; `arguments` gives
them as deep roles (the agent of a passive is its subject, the noun of "a treaty signed by X" its
object), `governor` says what a word hangs on and how.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import Literal

from kg.knowledge.words import grammar
from kg.language import labels
from kg.language.tree import Token, present, remembered

Link = Literal[
    "root",
    "complement",  # clause that its governor says, plans, denies ...
    "content",  # noun or clause that fills a noun: "possibility of X", "claim that X"
    "object",
    "subject",
    "oblique",
    "modifier",  # inside a noun phrase, other than content
    "adverbial",
    "relative",
    "conjunct",
    "apposition",
    "parataxis",
]

_NOUNS = (*labels.PHRASES, "ADJ")
_KINDS: tuple[tuple[Link, frozenset[str]], ...] = (
    ("subject", labels.SUBJECT | labels.PASSIVE_SUBJECT),
    ("object", labels.OBJECT | labels.DATIVE | {"attr"}),
    ("conjunct", frozenset({"conj"})),
    ("relative", labels.RELATIVE),
    ("adverbial", labels.ADVERBIAL),
    ("oblique", labels.OBLIQUE),
    ("apposition", frozenset({"appos"})),
)
_LINKS = {label: link for link, names in _KINDS for label in names}
"""Labels that say what a word is to its head, whatever both are."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Deep arguments of a verb. `obliques` pairs a lower-case preposition with its noun."""

    subject: Token | None = None
    object: Token | None = None
    dative: Token | None = None
    obliques: tuple[tuple[str, Token], ...] = ()
    passive: bool = False


def is_passive(verb: Token) -> bool:
    """Whether `verb` is passive: by its auxiliary, its subject, or as a participle after a noun."""
    auxiliaries = [c for c in verb.children if c.dep in labels.AUXILIARY]
    suffers = verb.tag == "VBN" and child(verb, labels.PASSIVE_SUBJECT) is not None
    if auxiliaries:
        lemmas = {c.lemma.lower() for c in auxiliaries}
        passive = suffers or child(verb, labels.PASSIVE_AUXILIARY) is not None
        return passive and not lemmas.isdisjoint(("be", "get"))
    bare = verb.dep in ("acl", "advcl", "amod") or _agent(verb) is not None
    return suffers or (bare and verb.tag == "VBN")


def prepositions(token: Token) -> list[tuple[str, Token]]:
    """Prepositional phrases that hang on `token`: (lower-case preposition, its noun), in order."""
    found: list[tuple[str, Token]] = []
    for child in token.children:
        if child.dep in labels.OBLIQUE or child.dep == "nmod":
            if words := preposition_of(child):
                found.append((words, child))
        elif child.dep in ("prep", "agent") or _is_dative_preposition(child):
            found += _phrases_of(child)
    return found


def _phrases_of(preposition: Token) -> list[tuple[str, Token]]:
    """ClearNLP hangs the noun on its preposition, and that of 'out of' on 'out'."""
    inner = [c for c in preposition.children if c.dep == "prep"]
    hosts = [(preposition.lower, preposition)]
    hosts += [(f"{preposition.lower} {c.lower}", c) for c in inner]
    return [(words, n) for words, host in hosts for n in host.children if n.dep == "pobj"]


def after(token: Token, *words: str) -> list[Token]:
    """The nouns behind one of the prepositions `words` that hang on `token`, in order."""
    return [noun for preposition, noun in prepositions(token) if preposition in words]


def _is_dative_preposition(token: Token) -> bool:
    """ClearNLP calls both the noun of 'gave X tanks' and the 'to' of 'gave tanks to X' dative."""
    return token.dep == "dative" and token.pos in ("ADP", "SCONJ", "PART")


@remembered
def preposition_of(noun: Token) -> str:
    """The preposition in front of `noun` ('to', 'according to'), '' where there is none."""
    cases = [c for c in noun.children if c.dep == "case" and c.i < noun.i]
    if cases:
        words = [w for c in cases for w in (c, *(f for f in c.children if f.dep == "fixed"))]
        return " ".join(w.lower for w in sorted(words, key=lambda w: w.i))
    if noun.dep != "pobj":
        return ""
    near, outer = noun.head, noun.head.head
    return f"{outer.lower} {near.lower}" if near.dep == outer.dep == "prep" else near.lower


def gerunds(token: Token) -> list[tuple[str, Token]]:
    """Clauses hung on `token` by a preposition or marker: ('of', 'sending'), ('if', 'sends')."""
    found = []
    for child in token.children:
        if child.dep in labels.ADVERBIAL | labels.COMPLEMENT | {"acl"}:
            found.append((mark_of(child), child))
        elif child.dep == "prep":
            found += [(child.lower, n) for n in child.children if n.dep == "pcomp"]
    return found


def mark_of(verb: Token) -> str:
    """The word that introduces the clause of `verb`: 'that', 'if', 'of', 'to' or ''."""
    before = [c for c in verb.children if c.i < verb.i]
    marks = [c.lower for c in before if c.dep in ("mark", "complm")]
    marks += [verb.head.lower] if verb.dep == "pcomp" else []
    marks += [c.lower for c in before if c.dep == "case" or c.tag == "WRB"]
    return marks[0] if marks else ""


def _agent(verb: Token) -> Token | None:
    found = (n for n in after(verb, "by") if n.dep in ("obl:agent", "obl", "pobj"))
    return next(found, None)


def child(token: Token, labels: frozenset[str]) -> Token | None:
    """The first word right below `token` with one of the `labels`."""
    return next((c for c in token.children if c.dep in labels), None)


@remembered
def arguments(verb: Token) -> Arguments:
    """Deep arguments of `verb`, with those the sentence leaves out (control, and, who)."""
    if verb.dep == "cop" and preposition_of(verb.head):
        place = (preposition_of(verb.head), verb.head)  # 'the forces are in Mali'
        return Arguments(child(verb.head, labels.SUBJECT), obliques=(place,))
    surface = child(verb, labels.SUBJECT | labels.PASSIVE_SUBJECT)
    first = _relative(surface, verb) if surface else _understood(verb)
    return _of_passive(verb, first) if is_passive(verb) else _of_active(verb, first)


def _of_passive(verb: Token, first: Token | None) -> Arguments:
    """'The tanks were given to Mali by Chad', 'Mali was given tanks': `first` receives there."""
    agent, second = _agent(verb), child(verb, labels.OBJECT)
    obliques = tuple(o for o in prepositions(verb) if agent is None or o[1] != agent)
    if second is not None:
        return Arguments(agent, second, first, obliques, passive=True)
    return Arguments(agent, first, _dative(verb), obliques, passive=True)


def _of_active(verb: Token, first: Token | None) -> Arguments:
    """'gave Nepal rice': of two objects the first receives; a bare noun behind it is one too."""
    thing = _relative(child(verb, labels.OBJECT), verb) or _shared_object(verb)
    receiver = _dative(verb)
    if receiver is None:
        receiver, thing = _two_objects(verb) or (None, thing)
    elif thing is None:
        bare = (c for c in verb.children if c.dep == "obl:unmarked" and c.i > receiver.i)
        thing = next(bare, None)
    return Arguments(first, thing, receiver, tuple(prepositions(verb)))


def _two_objects(verb: Token) -> tuple[Token, Token] | None:
    """Both objects behind `verb`, where the second follows right on the first."""
    both = [c for c in verb.children if c.dep in labels.OBJECT and c.i > verb.i]
    beside = len(both) == 2 and both[1].left_edge.i == both[0].right_edge.i + 1
    return (both[0], both[1]) if beside else None


def _dative(verb: Token) -> Token | None:
    found = (c for c in verb.children if c.dep in labels.DATIVE)
    return next((c for c in found if not _is_dative_preposition(c)), None)


def _relative(token: Token | None, verb: Token) -> Token | None:
    """The antecedent, where `token` is 'which', 'that' or 'who' of a relative clause."""
    clause = verb.dep in labels.RELATIVE | labels.ADVERBIAL
    return verb.head if clause and token is not None and token.tag in ("WDT", "WP") else token


def _understood(verb: Token) -> Token | None:
    """The subject that the clause shares with what it hangs on."""
    head, label = verb.head, verb.dep
    if label == "conj":
        return subject(head) if is_verbal(head) else None
    if label == "acl":
        participle = verb.tag in ("VBG", "VBN") and not mark_of(verb)
        return head if participle else _owner_of_content(head)
    if label == "pcomp":
        above = head.head
        return _controller(verb, above) if is_verbal(above) else _owner_of_content(above)
    if label in labels.RELATIVE:
        return head
    if label == "csubj":
        return owner(subject(head))
    return _of_complement(verb) if label in labels.COMPLEMENT | labels.ADVERBIAL else None


def _of_complement(verb: Token) -> Token | None:
    """'refused to send', 'is ready to send': the subject comes from above."""
    head = verb.head
    if is_verbal(head):
        return _controller(verb, head)
    ready = head.pos == "ADJ" and verb.dep in labels.COMPLEMENT
    return subject(head.head) if ready and is_verbal(head.head) else None


def _owner_of_content(noun: Token) -> Token | None:
    if is_verbal(noun):
        return subject(noun)
    asks = noun.lemma in grammar().asking_words  # 'calls by X to act' ask somebody else
    told = [] if asks else present(owner(noun), *after(noun, "by"))
    told += [n for n in after(noun, "of") if n.pos == "PROPN"]
    clauses = (c for c in islice(noun.ancestors, _MAX_HOPS) if is_verbal(c))
    return next(iter(told), None) or next((subject(c) for c in clauses), None)


_MAX_HOPS = 6
"""Longest chain of nouns between a content clause and its verb; longer ones are misparses."""


def _controller(verb: Token, head: Token) -> Token | None:
    """Object control for 'accuse X of doing', 'urge X to do'; else the governor's subject."""
    above, mark = arguments(head), mark_of(verb)
    thing, who = above.object or above.dative, above.subject or above.object
    if verb.dep == "xcomp" and head.lemma in grammar().committing_verbs:
        return who  # 'promised Mali to send troops'
    if thing is None and mark == "to" and head.lemma in grammar().asking_words:
        return next(iter(after(head, "on", "upon", "to")), who)  # 'called on Mali to send troops'
    named = mark == "to" and thing is not None and thing.pos == "PROPN"
    controls = named or verb.dep == "xcomp" or mark in grammar().controlling_prepositions
    return thing if controls and thing is not None and thing.i < verb.i else who


_NEAR = 2
"""Words from a verb to another joined to it that may share its object."""


def _shared_object(verb: Token) -> Token | None:
    """'sent and trained troops': the object of the last verb of the chain."""
    joined = (c for c in verb.children if c.dep == "conj" and is_verbal(c))
    near = next((c for c in joined if c.i - verb.i <= _NEAR), None)
    return child(near, labels.OBJECT) if near is not None else None


def subject(verb: Token) -> Token | None:
    """Surface subject of `verb`, its own or shared; the patient where it is passive."""
    own = child(verb, labels.SUBJECT | labels.PASSIVE_SUBJECT)
    if own is not None:
        return _relative(own, verb)
    return _understood(verb)


def owner(noun: Token | None) -> Token | None:
    """Who has `noun`: "Russia's claims", "its plans"; None where nobody is said to."""
    return None if noun is None else child(noun, labels.POSSESSIVE)


def attributes(noun: Token) -> list[Token]:
    """Words in front of `noun` that describe it: adjectives, nouns, possessors; nested ones too."""
    found: list[Token] = []
    for child in noun.children:
        if child.i < noun.i and child.dep in labels.ATTRIBUTE and not preposition_of(child):
            found += [*attributes(child), child, *conjuncts(child)]
    return sorted(found, key=lambda t: t.i)


def apposition(noun: Token) -> list[Token]:
    """Noun phrases that rename `noun`."""
    return [c for c in noun.children if c.dep == "appos"]


def has_determiner(token: Token) -> bool:
    """Whether an article or a possessor makes `token` a noun, whatever its tag says."""
    return any(c.dep in ("det", "nmod:poss", "poss") and c.i < token.i for c in token.children)


def name_end(token: Token) -> int:
    """One past the last word of the name that `token` begins ('Hong' of 'Hong Min')."""
    parts = [c for c in token.children if c.dep in ("flat", "flat:name") and c.i > token.i]
    return max((name_end(part) for part in parts), default=token.i + 1)


def conjuncts(token: Token) -> list[Token]:
    """Words joined to `token` by and/or, not itself; only those that follow it.

    A list needs its 'and': what a comma alone joins is a misread apposition.
    """
    found = _chain(token)
    joined = any(c.dep == "cc" for t in (token, *found) for c in t.children)
    return found if joined else []


def _chain(token: Token) -> list[Token]:
    found: list[Token] = []
    for child in token.children:
        excepted = child.pos in _NOUNS and any(c.lower == "but" for c in child.children)
        if child.dep == "conj" and not excepted:  # 'all states but Peru'
            found += [child, *_chain(child)]
    return found


def is_verbal(token: Token) -> bool:
    """Whether `token` heads a clause: a verb, or a predicate with a copula or a subject."""
    if token.pos in ("VERB", "AUX"):
        return token.dep not in labels.AUXILIARY
    return any(
        c.dep == "cop" or c.dep in labels.SUBJECT | labels.PASSIVE_SUBJECT for c in token.children
    )


def negation(token: Token) -> Token | None:
    """The word that negates `token`: not, never, no; None where none does."""
    for child in token.children:
        if child.lower in grammar().negations and child.dep in labels.NEGATING:
            return child
        if child.lower == "longer" and any(c.lower == "no" for c in child.children):
            return child
    return None


def adverbs(token: Token) -> list[Token]:
    """Adverbs and adjectives that hang on `token`."""
    return [c for c in token.children if c.dep in ("advmod", "amod", "acomp") and not c.is_punct]


def governor(token: Token) -> tuple[Link, Token]:
    """What `token` hangs on, and how; ('root', token) at the top."""
    head, label = token.head, token.dep
    if head == token:
        return "root", token
    if label in ("pobj", "pcomp"):
        link: Link = "oblique" if label == "pobj" else "adverbial"
        return (link if is_verbal(head.head) else "content"), head.head
    if label in labels.COMPLEMENT:
        return ("complement" if is_verbal(head) else "content"), head
    return _LINKS.get(label) or _other_link(token, label), head


def _other_link(token: Token, label: str) -> Link:
    if label == "acl":
        return "content" if mark_of(token) or token.tag == "VB" else "relative"
    if label == "nmod" and preposition_of(token):
        return "content"
    modifies = label in labels.NOMINAL_MODIFIER | labels.ATTRIBUTE
    aside = label in labels.PARATAXIS or is_verbal(token)
    return "parataxis" if aside and not modifies else "modifier"


def noun_head(token: Token) -> Token:
    """The head of the noun phrase that `token` stands in as an attribute; itself elsewhere."""
    while token.dep in labels.ATTRIBUTE and not preposition_of(token) and token.head.pos in _NOUNS:
        token = token.head
    return token


def span(token: Token) -> tuple[int, int]:
    """First token and one past the last of the subtree of `token`."""
    return token.left_edge.i, token.right_edge.i + 1
