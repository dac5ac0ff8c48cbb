"""Dependency labels by what they say, Universal Dependencies and ClearNLP side by side."""

SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer", "csubj:outer"})
PASSIVE_SUBJECT = frozenset({"nsubj:pass", "csubj:pass", "nsubjpass", "csubjpass"})
OBJECT = frozenset({"obj", "dobj"})
DATIVE = frozenset({"iobj", "dative"})
COMPLEMENT = frozenset({"ccomp", "xcomp", "pcomp"})
ADVERBIAL = frozenset({"advcl", "advcl:relcl"})
RELATIVE = frozenset({"acl:relcl", "relcl"})
OBLIQUE = frozenset({"obl", "obl:agent", "obl:unmarked", "obl:tmod", "obl:npmod", "npadvmod"})
NOMINAL_MODIFIER = frozenset({"nmod", "nmod:unmarked", "nmod:poss", "poss", "nmod:desc"})
AUXILIARY = frozenset({"aux", "aux:pass", "auxpass"})
PASSIVE_AUXILIARY = frozenset({"aux:pass", "auxpass"})
POSSESSIVE = frozenset({"nmod:poss", "poss"})
ATTRIBUTE = frozenset({"amod", "compound", "nmod", "nmod:desc", "nn", "nmod:poss", "poss"})
PARATAXIS = frozenset({"parataxis", "intj", "discourse", "list", "dep"})
NEGATING = frozenset({"advmod", "neg", "det", "cc", "preconj"})
UNIVERSAL_ONLY = frozenset({"case", "obl", "nmod", "obj", "nsubj:pass", "aux:pass", "iobj"})

NOMINAL = ("NOUN", "PROPN", "PRON")
"""Parts of speech that head a noun phrase; `PHRASES` with those that may stand for a noun."""
PHRASES = (*NOMINAL, "NUM", "DET")
