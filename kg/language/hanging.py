"""What a word is to the word it hangs on, by name, whatever the scheme of the parser's labels.

`syntax` composes deep arguments from the tree; here a single link is asked for as it stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from kg.language.tree import Token

Relation = Literal[
    "root",
    "subject",
    "passive subject",
    "clausal subject",
    "passive clausal subject",
    "object",
    "receiver",
    "content clause",  # 'said that X sent it'
    "open clause",  # 'decided to send it', with a subject from above; 'called it a lie'
    "noun clause",  # 'the decision to send it', 'troops sent by X'
    "relative clause",
    "adverbial clause",
    "sentence relative",  # 'X sent it, which Y denies'
    "aside",  # '..., X said'
    "conjunct",
    "apposition",
    "name part",  # 'Min' of 'Hong Min'
    "title",  # 'President' of 'President Hong'
    "compound",
    "particle",
    "owner",
    "adjective",
    "nominal",  # a noun below a noun, with a preposition
    "oblique",  # a noun below a verb, with a preposition
    "adverb",
    "determiner",
    "preposition",
    "auxiliary",
    "copula",
    "negation",
    "marker",
    "coordinator",
    "punctuation",
    "unclear",
    "set aside",  # what is said not to be so: 'Niger, not Chad', 'all except Chad'
    "other",
]

_LABELS: Final[Mapping[Relation, tuple[str, ...]]] = {
    "root": ("ROOT", "root"),
    "subject": ("nsubj", "nsubj:outer"),
    "passive subject": ("nsubj:pass", "nsubjpass"),
    "clausal subject": ("csubj", "csubj:outer"),
    "passive clausal subject": ("csubj:pass", "csubjpass"),
    "object": ("obj", "dobj"),
    "receiver": ("iobj", "dative"),
    "content clause": ("ccomp",),
    "open clause": ("xcomp", "oprd"),
    "noun clause": ("acl",),
    "relative clause": ("acl:relcl", "relcl"),
    "adverbial clause": ("advcl",),
    "sentence relative": ("advcl:relcl",),
    "aside": ("parataxis",),
    "conjunct": ("conj",),
    "apposition": ("appos",),
    "name part": ("flat", "flat:name"),
    "title": ("nmod:desc",),
    "compound": ("compound", "nn"),
    "particle": ("compound:prt", "prt"),
    "owner": ("nmod:poss", "poss"),
    "adjective": ("amod",),
    "nominal": ("nmod",),
    "oblique": ("obl",),
    "adverb": ("advmod",),
    "determiner": ("det",),
    "preposition": ("case",),
    "auxiliary": ("aux",),
    "copula": ("cop",),
    "negation": ("neg",),
    "marker": ("mark", "complm"),
    "coordinator": ("cc",),
    "punctuation": ("punct",),
    "unclear": ("dep",),
    "set aside": ("reparandum",),
}
"""The labels of each relation: Universal Dependencies first, then ClearNLP where it differs."""
_RELATION: Final = {label: name for name, labels in _LABELS.items() for label in labels}


def relation(token: Token) -> Relation:
    """What `token` is to its head; 'other' for links that no rule asks for."""
    return _RELATION.get(token.dep, "other")


def is_set_aside(token: Token) -> bool:
    """Whether `token` stands in a phrase that fills no role: 'except Chad and those from Mali'."""
    while relation(token) != "set aside":
        if token.pos == "VERB" or token.head == token:
            return False
        token = token.head
    return True


def below(token: Token, *relations: Relation) -> list[Token]:
    """The words right below `token` that are one of `relations` to it, in order."""
    return [child for child in token.children if relation(child) in relations]


def has(token: Token, *relations: Relation) -> bool:
    """Whether a word right below `token` is one of `relations` to it."""
    return any(relation(child) in relations for child in token.children)


def label(token: Token) -> str:
    """The parser's own label: for the taught network, which learnt them, and for nothing else."""
    return token.dep
