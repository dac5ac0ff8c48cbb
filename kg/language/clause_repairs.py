"""Repairs of clauses whose verb, subject or condition the parser takes for something else.

Each names the reading it mends; `kg.language.repairs` runs them after its own.
"""

from __future__ import annotations

from spacy.tokens import Token

from kg.language import labels
from kg.language.lemma import lemma
from kg.language.trees import case_of, is_last, move, raise_over, set_apart

_NOUN_OR_VERB = frozenset({"plans", "aims", "hopes", "vows", "fears", "claims", "threats", "bids"})
"""Plurals that look like the third person of a verb which a clause hangs on."""
_NOUN_OR_SPEECH = frozenset({"reports", "claims", "notes", "comments", "estimates", "remarks"})
"""Plurals that look like the third person of a verb of saying."""
_REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves"})
_GIVING = frozenset({"give", "send", "sell", "lend", "grant", "offer", "hand", "promise", "deny"})
_TIMES = frozenset(
    {"day", "week", "month", "year", "hour", "minute", "time", "decade", "morning", "night"}
)
_REJECTING = frozenset({"reject", "deny", "dismiss", "dispute", "refute", "contest"})
_TOPICAL = frozenset({"about", "of"})
"""Prepositions of what is spoken of, and of nothing that acts beside it."""
_COMPASS = ("northern", "southern", "eastern", "western")


def _medium_at_the_end(token: Token) -> None:
    """'X sold tanks, the news site Y reported': the site read as a second thing sold."""
    noun = token.head
    if token.dep_ != "acl:relcl" or noun.dep_ not in ("obj", "appos") or not is_last(token):
        return
    name = next((c for c in token.children if c.dep_ == "nsubj"), None)
    if name is None or name.left_edge.i != noun.i + 1 or name.pos_ != "PROPN":
        return
    start = noun.left_edge.i
    if start > token.sent.start and token.doc[start - 1].text == ",":
        set_apart(token, noun)
        if noun.head == token:
            move(name, noun, "appos")


def _reports(token: Token) -> None:
    """'..., the Daily Star reports', the verb read as a plural noun."""
    name = token.doc[token.i - 1] if token.i else token
    if token.tag_ != "NNS" or token.lower_ not in _NOUN_OR_SPEECH or not is_last(token):
        return
    if name.head != token or name.dep_ != "compound" or name.pos_ != "PROPN":
        return
    parts = [c for c in token.children if c.i <= name.i and c.dep_ in ("det", "compound", "amod")]
    start = min(t.left_edge.i for t in parts)
    if start > token.sent.start and token.doc[start - 1].is_punct:
        _make_verb(token, name, parts)


def _plans_to(token: Token) -> None:
    """'Meyer plans to meet X', 'The US fears that', the verb read as a plural noun."""
    name = token.doc[token.i - 1] if token.i else token
    if token.tag_ != "NNS" or token.lower_ not in _NOUN_OR_VERB:
        return
    if name.head != token or name.dep_ != "compound" or name.pos_ != "PROPN":
        return
    clause = next((c for c in token.children if c.dep_ == "acl" and c.i > token.i), None)
    marks = [c.lower_ for c in clause.children if c.dep_ == "mark"] if clause is not None else []
    if clause is None or token.dep_ not in ("ROOT", "ccomp") or not {"to", "that"} & {*marks}:
        return
    parts = [c for c in token.children if c.i <= name.i and c.dep_ in ("det", "compound", "amod")]
    _make_verb(token, name, parts)
    clause.dep_ = "xcomp" if "to" in marks else "ccomp"


def _make_verb(token: Token, subject: Token, parts: list[Token]) -> None:
    """`token` as a verb in the present, said of `subject` with the `parts` of its phrase."""
    token.tag_, token.pos_ = "VBZ", "VERB"
    token.lemma_ = lemma(token.text, "VERB")
    subject.dep_ = "nsubj"
    for part in parts:
        if part != subject:
            move(part, subject, part.dep_)


def _compass(token: Token) -> None:
    """'flown to eastern Congo', the adjective read as the verb of a purpose."""
    mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "to"), None)
    place = next((c for c in token.children if c.dep_ == "obj" and c.i > token.i), None)
    if mark is None or place is None or not token.lower_.endswith(_COMPASS):
        return
    verb = token.head
    if verb == token:
        return
    place.head, place.dep_ = verb, "obl"
    for child in list(token.children):
        if child.i > place.i:
            child.head = verb
    token.head, token.dep_, token.tag_, token.pos_ = place, "amod", "JJ", "ADJ"
    mark.head, mark.dep_, mark.tag_, mark.pos_ = place, "case", "IN", "ADP"


def _were_to(token: Token) -> None:
    """'Were Mali to ask, ...', the subject read as a predicate of 'were'."""
    subject = token.head
    if token.lower_ != "were" or token.dep_ != "cop" or token.i > subject.i:
        return
    verb = next(
        (
            c
            for c in subject.children
            if c.tag_ == "VB" and c.i > subject.i and any(m.lower_ == "to" for m in c.children)
        ),
        None,
    )
    if verb is None or subject.head == subject or subject.head.i < verb.i:
        return
    verb.head, verb.dep_ = subject.head, "advcl"
    subject.head, subject.dep_ = verb, "nsubj"
    move(token, verb, "aux")


def _apposed_to_verb(token: Token) -> None:
    """'a plan to invade Mali', the name read as an apposition of the verb or of the plan."""
    verb = token.doc[token.left_edge.i - 1] if token.left_edge.i else token
    if token.dep_ != "appos" or verb.tag_ != "VB" or token.head not in (verb, verb.head):
        return
    if not case_of(token) and not any(c.dep_ in labels.OBJECT for c in verb.children):
        move(token, verb, "obj")


def _whether_to(token: Token) -> None:
    """'is weighing whether to send X, Y told Z', 'whether' hung on the verb of speech."""
    told = token.head
    if token.lower_ != "whether" or token.dep_ != "mark" or told.dep_ != "ccomp":
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
    thing = token.head
    verb = thing.head
    owner = token.lower_ in _REFLEXIVE and token.dep_ == "nmod:poss"
    if owner and thing.dep_ in labels.OBJECT and verb.pos_ == "VERB" and verb.i < token.i:
        move(token, verb, "iobj")


def _subject_of_noun(token: Token) -> None:
    """'Hearing aids were given', the first noun read as the subject of the second."""
    noun = token.head
    plain = not any(c.dep_ in ("cop", "aux") for c in noun.children)
    inner = token.dep_ == "nsubj" and noun.tag_ in ("NN", "NNS")
    if inner and noun.dep_.startswith("nsubj") and plain and token.i + 1 == noun.i:
        token.dep_ = "compound"


def _case_of_attribute(token: Token) -> None:
    """'went to Saudi Arabia', the preposition hung on the first word of the name."""
    word = token.head
    noun = word.head
    inner = token.dep_ == "case" and token.tag_ != "POS" and word.dep_ in ("amod", "compound")
    if inner and noun.i > word.i and noun.dep_ in ("obl", "nmod") and not case_of(noun):
        move(token, noun, "case")


def _described_speaker(token: Token) -> None:
    """'..., a daily close to the court wrote', the adjective read as a predicate of the daily."""
    word = token.head
    if token.dep_ != "advcl" or token.tag_ != "VBD" or not is_last(token) or word.pos_ != "ADJ":
        return
    speaker = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    if speaker is None or speaker.left_edge.i == token.sent.start:
        return
    if token.doc[speaker.left_edge.i - 1].text == "," and word != token.sent.root:
        set_apart(token, speaker)
        if speaker.head == token:
            move(word, speaker, "amod")


def _thing_given(token: Token) -> None:
    """'had given the state two drones', the thing given read as a span of time."""
    verb = token.head
    if token.dep_ != "obl:unmarked" or token.tag_ not in ("NN", "NNS"):
        return
    if lemma(verb.text, "VERB") not in _GIVING or lemma(token.text, "NOUN") in _TIMES:
        return
    before = [
        c for c in verb.children if c.dep_ == "obj" and c.right_edge.i + 1 == token.left_edge.i
    ]
    if before and not any(c.dep_ == "iobj" for c in verb.children):
        before[0].dep_, token.dep_ = "iobj", "obj"


def _between_dashes(token: Token) -> None:
    """'sent tanks - a first gift - to Mali': what follows the insertion hung on a word of it."""
    if not _is_dash(token) or token.dep_ != "punct":
        return
    end = next((t for t in token.doc[token.i + 1 : token.sent.end] if _is_dash(t)), None)
    if end is None or end.i - token.i < 2:
        return
    inside = token.doc[token.i + 1 : end.i]
    top = next((t for t in inside if not token.i < t.head.i < end.i), None)
    if top is None or top.head == top or top.head.i > token.i:
        return
    above = top.head
    for late in [c for t in inside for c in t.children if c.i > end.i and not c.is_punct]:
        move(late, above, "obl" if late.dep_ == "nmod" and above.pos_ == "VERB" else late.dep_)
    if top.dep_ == "obj" and any(c.dep_ == "obj" and c.i < token.i for c in above.children):
        top.dep_ = "parataxis"


def _is_dash(token: Token) -> bool:
    spaced = token.i > 0 and bool(token.nbor(-1).whitespace_) and bool(token.whitespace_)
    return token.text in ("—", "–", "--") or (token.text == "-" and spaced)


def _role_between_commas(token: Token) -> None:
    """'talks with X, Peru's minister, were long': the role of X read as a second subject."""
    if token.dep_ != "nsubj" or token.pos_ != "NOUN":
        return
    doc, words = token.doc, [token.i, *(t.i for t in token.subtree if not t.is_punct)]
    first, last = min(words), max(words)
    if first < 2 or last + 1 >= len(doc):
        return
    name = doc[first - 2]
    commas = doc[first - 1].text == doc[last + 1].text == ","
    if not commas or name.pos_ != "PROPN" or name.sent.start != token.sent.start:
        return
    verb = token.head
    clause = verb.head if verb.dep_ == "cop" else verb
    if any(c.dep_ == "nsubj" and c.i < first and c != token for c in clause.children):
        while name.dep_ == "flat":
            name = name.head
        move(token, name, "appos")


def _participle_before_noun(token: Token) -> None:
    """'has halted previously approved sales to X': the participle read as what is halted."""
    verb, noun = token.head, next((c for c in token.children if c.dep_ == "obj"), None)
    between = token.doc[verb.i + 1 : token.i]
    if token.dep_ != "xcomp" or token.tag_ != "VBN" or noun is None or verb.i > token.i:
        return
    adverbs = len(between) > 0 and all(t.pos_ == "ADV" and t.head == token for t in between)
    if not adverbs or noun.left_edge.i != token.i + 1 or verb.pos_ != "VERB":
        return
    for child in list(token.children):
        if child.dep_ == "obl" and child.i > noun.i:
            move(child, noun, "nmod")
    move(noun, verb, "obj")
    move(token, noun, "amod")


def _subject_of_gerund(token: Token) -> None:
    """'lied about Chad attacking a town', Chad read as the topic and the clause set beside it."""
    verb = token.head
    if token.tag_ != "VBG" or token.dep_ != "advcl" or any(c.i < token.i for c in token.children):
        return
    topic = token.doc[token.i - 1] if token.i else token
    while topic.head.i < token.i and topic.dep_ in ("flat", "compound") and topic.head != verb:
        topic = topic.head
    case = next((c for c in topic.children if c.dep_ == "case"), None)
    if topic.head != verb or topic.dep_ != "obl" or case is None or case.lower_ not in _TOPICAL:
        return
    move(topic, token, "nsubj")
    move(case, token, "mark")


def _clause_of_report(token: Token) -> None:
    """'Reports that Chad had shelled it proved false', the content read as the sentence."""
    mark = next((c for c in token.children if c.dep_ == "mark" and c.lower_ == "that"), None)
    said = next((c for c in token.children if c.dep_ == "xcomp" and c.i > token.i), None)
    if mark is None or said is None or token.dep_ != "ROOT" or said.tag_ != "VBD":
        return
    noun = next((c for c in token.children if c.dep_ == "nsubj" and c.i == mark.i - 1), None)
    if noun is None or not any(c.dep_ == "nsubj" and c.i > mark.i for c in token.children):
        return
    raise_over(said, token)
    noun.head = said
    move(token, noun, "acl")


def _what_is_rejected(token: Token) -> None:
    """'..., a charge Chad rejects', the noun read as a part or as the bearer of the name."""
    if token.pos_ != "PROPN" or token.i < 3 or token.i + 1 >= len(token.doc):
        return
    noun, verb = token.nbor(-1), token.nbor()
    if noun.pos_ != "NOUN" or lemma(verb.text, "VERB") not in _REJECTING:
        return
    part = (noun.head, noun.dep_, token.head, token.dep_) == (token, "compound", verb, "nsubj")
    bearer = (token.head, token.dep_, noun.head, noun.dep_) == (noun, "appos", verb, "nsubj")
    article, comma = noun.nbor(-1), noun.nbor(-2)
    told = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < noun.i), None)
    if not (part or bearer) or article.lower_ not in ("a", "an") or comma.text != ",":
        return
    if told is None:
        return
    raise_over(told, verb)
    noun.head, noun.dep_ = told, "parataxis"
    move(article, noun, "det")
    move(verb, noun, "acl:relcl")
    move(token, verb, "nsubj")


ALL = (
    _what_is_rejected,
    _subject_of_gerund,
    _clause_of_report,
    _medium_at_the_end,
    _reports,
    _plans_to,
    _compass,
    _were_to,
    _apposed_to_verb,
    _whether_to,
    _reflexive,
    _subject_of_noun,
    _case_of_attribute,
    _described_speaker,
    _thing_given,
    _between_dashes,
    _role_between_commas,
    _participle_before_noun,
)
