"""Dependency labels by what they say, Universal Dependencies and ClearNLP side by side.

Below them the closed classes of words that syntax itself goes by.
"""

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
POSSESSIVE = frozenset({"nmod:poss", "poss"})
ATTRIBUTE = frozenset({"amod", "compound", "nmod", "nmod:desc", "nn", "nmod:poss", "poss"})
PARATAXIS = frozenset({"parataxis", "intj", "discourse", "list", "dep"})
UNIVERSAL_ONLY = frozenset({"case", "obl", "nmod", "obj", "nsubj:pass", "aux:pass", "iobj"})

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
FORGOING = frozenset({"instead", "rather", "without", "far"})
NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
ASKING = frozenset({"call", "appeal", "request", "demand", "plea", "pressure"})
COMMITTING = frozenset({"promise", "vow", "pledge", "swear", "threaten", "guarantee", "assure"})
CONTROLLED = frozenset({"of", "from", "for", "into", "on", "over"})
PARTICLES = frozenset({"back", "home", "out", "off", "away", "over", "short"})
