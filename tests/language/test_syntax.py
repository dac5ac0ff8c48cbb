"""One syntax view over two schemes of labels: every question has one answer in both."""

import pytest

from kg.language import syntax, verbal
from tests.language.trees import Sentence, find, frozen

SENT = Sentence(
    "Turkey sent troops to Libya .",
    "NNP VBD NNS IN NNP .",
    "1:nsubj 1:ROOT 1:obj 4:case 1:obl 1:punct",
    "1:nsubj 1:ROOT 1:dobj 1:prep 3:pobj 1:punct",
)
GAVE = Sentence(
    "Chad gave Niger tanks",
    "NNP VBD NNP NNS",
    "1:nsubj 1:ROOT 1:iobj 1:obj",
    "1:nsubj 1:ROOT 1:dative 1:dobj",
)
GAVE_TO = Sentence(
    "Chad gave tanks to Niger",
    "NNP VBD NNS IN NNP",
    "1:nsubj 1:ROOT 1:obj 4:case 1:obl",
    "1:nsubj 1:ROOT 1:dobj 1:dative 3:pobj",
)
WERE_SENT = Sentence(
    "Troops were sent to Libya by Turkey",
    "NNS VBD VBN IN NNP IN NNP",
    "2:nsubj:pass 2:aux:pass 2:ROOT 4:case 2:obl 6:case 2:obl:agent",
    "2:nsubjpass 2:auxpass 2:ROOT 2:prep 3:pobj 2:agent 5:pobj",
)
HAVE_BEEN_SENT = Sentence(
    "Troops have been sent",
    "NNS VBP VBN VBN",
    "3:nsubj:pass 3:aux 3:aux:pass 3:ROOT",
    "3:nsubjpass 3:aux 3:auxpass 3:ROOT",
)
WAS_GIVEN = Sentence(
    "Niger was given tanks by Chad",
    "NNP VBD VBN NNS IN NNP",
    "2:nsubj:pass 2:aux:pass 2:ROOT 2:obj 5:case 2:obl:agent",
    "2:nsubjpass 2:auxpass 2:ROOT 2:dobj 2:agent 4:pobj",
)
HAS_SENT = Sentence(
    "Turkey has not sent troops",
    "NNP VBZ RB VBN NNS",
    "3:nsubj 3:aux 3:advmod 3:ROOT 3:obj",
    "3:nsubj 3:aux 3:neg 3:ROOT 3:dobj",
)
SAID = Sentence(
    "Egypt said that Turkey sent troops",
    "NNP VBD IN NNP VBD NNS",
    "1:nsubj 1:ROOT 4:mark 4:nsubj 1:ccomp 4:obj",
    "1:nsubj 1:ROOT 4:mark 4:nsubj 1:ccomp 4:dobj",
)
DENIED = Sentence(
    "Egypt denied sending troops",
    "NNP VBD VBG NNS",
    "1:nsubj 1:ROOT 1:xcomp 2:obj",
    "1:nsubj 1:ROOT 1:xcomp 2:dobj",
)
ACCUSED = Sentence(
    "Egypt accused Turkey of sending troops",
    "NNP VBD NNP IN VBG NNS",
    "1:nsubj 1:ROOT 1:obj 4:mark 1:advcl 4:obj",
    "1:nsubj 1:ROOT 1:dobj 1:prep 3:pcomp 4:dobj",
)
URGED = Sentence(
    "Egypt urged Turkey to send troops",
    "NNP VBD NNP TO VB NNS",
    "1:nsubj 1:ROOT 1:obj 4:mark 1:xcomp 4:obj",
    "1:nsubj 1:ROOT 1:dobj 4:aux 1:xcomp 4:dobj",
)
HIRED = Sentence(
    "Egypt hired men to send arms",
    "NNP VBD NNS TO VB NNS",
    "1:nsubj 1:ROOT 1:obj 4:mark 1:advcl 4:obj",
    "1:nsubj 1:ROOT 1:dobj 4:aux 1:advcl 4:dobj",
)
AFTER_NOUN = Sentence(
    "Troops sent by Turkey left Libya",
    "NNS VBN IN NNP VBD NNP",
    "4:nsubj 0:acl 3:case 1:obl:agent 4:ROOT 4:obj",
    "4:nsubj 0:acl 1:agent 2:pobj 4:ROOT 4:dobj",
)
FIGHTING = Sentence(
    "Troops fighting in Libya left",
    "NNS VBG IN NNP VBD",
    "4:nsubj 0:acl 3:case 1:obl 4:ROOT",
    "4:nsubj 0:acl 1:prep 2:pobj 4:ROOT",
)
WHICH = Sentence(
    "Turkey , which sent troops , left",
    "NNP , WDT VBD NNS , VBD",
    "6:nsubj 0:punct 3:nsubj 0:acl:relcl 3:obj 0:punct 6:ROOT",
    "6:nsubj 0:punct 3:nsubj 0:relcl 3:dobj 0:punct 6:ROOT",
)
THAT_IT_SENT = Sentence(
    "Troops that Turkey sent left Libya",
    "NNS WDT NNP VBD VBD NNP",
    "4:nsubj 3:obj 3:nsubj 0:acl:relcl 4:ROOT 4:obj",
    "4:nsubj 3:dobj 3:nsubj 0:relcl 4:ROOT 4:dobj",
)
JOINED_NOUNS = Sentence(
    "Turkey , Qatar and Oman sent troops",
    "NNP , NNP CC NNP VBD NNS",
    "5:nsubj 2:punct 0:conj 4:cc 0:conj 5:ROOT 5:obj",
    "5:nsubj 0:punct 0:conj 2:cc 2:conj 5:ROOT 5:dobj",
)
JOINED_VERBS = Sentence(
    "Turkey will send troops and impose sanctions",
    "NNP MD VB NNS CC VB NNS",
    "2:nsubj 2:aux 2:ROOT 2:obj 5:cc 2:conj 5:obj",
    "2:nsubj 2:aux 2:ROOT 2:dobj 2:cc 2:conj 5:dobj",
)
SHARED = Sentence(
    "Turkey armed and trained rebels",
    "NNP VBD CC VBD NNS",
    "1:nsubj 1:ROOT 3:cc 1:conj 3:obj",
    "1:nsubj 1:ROOT 1:cc 1:conj 3:dobj",
)
POSSIBILITY = Sentence(
    "Egypt raised the possibility of sending troops",
    "NNP VBD DT NN IN VBG NNS",
    "1:nsubj 1:ROOT 3:det 1:obj 5:mark 3:acl 5:obj",
    "1:nsubj 1:ROOT 3:det 1:dobj 3:prep 4:pcomp 5:dobj",
)
CLAIM = Sentence(
    "Egypt rejected a claim that Turkey sent troops",
    "NNP VBD DT NN IN NNP VBD NNS",
    "1:nsubj 1:ROOT 3:det 1:obj 6:mark 6:nsubj 3:acl 6:obj",
    "1:nsubj 1:ROOT 3:det 1:dobj 6:mark 6:nsubj 3:acl 6:dobj",
)
DEPLOYMENT = Sentence(
    "Turkey 's large deployment of troops to Libya failed",
    "NNP POS JJ NN IN NNS IN NNP VBD",
    "3:nmod:poss 0:case 3:amod 8:nsubj 5:case 3:nmod 7:case 3:nmod 8:ROOT",
    "3:poss 0:case 3:amod 8:nsubj 3:prep 4:pobj 3:prep 6:pobj 8:ROOT",
)
IF = Sentence(
    "If Turkey sends troops , Egypt may object",
    "IN NNP VBZ NNS , NNP MD VB",
    "2:mark 2:nsubj 7:advcl 2:obj 7:punct 7:nsubj 7:aux 7:ROOT",
    "2:mark 2:nsubj 7:advcl 2:dobj 7:punct 7:nsubj 7:aux 7:ROOT",
)
ACCORDING = Sentence(
    "Troops left , according to Egypt",
    "NNS VBD , VBG IN NNP",
    "1:nsubj 1:ROOT 1:punct 5:case 3:fixed 1:obl",
    "1:nsubj 1:ROOT 1:punct 1:prep 3:prep 4:pobj",
)
CARRIED_OUT = Sentence(
    "Turkey reportedly carried out an attack",
    "NNP RB VBD RP DT NN",
    "2:nsubj 2:advmod 2:ROOT 2:compound:prt 5:det 2:obj",
    "2:nsubj 2:advmod 2:ROOT 2:prt 5:det 2:dobj",
)
NO_TROOPS = Sentence(
    "No troops left Libya",
    "DT NNS VBD NNP",
    "1:det 2:nsubj 2:ROOT 2:obj",
    "1:det 2:nsubj 2:ROOT 2:dobj",
)
SENDING = Sentence(
    "Sending troops angered Egypt",
    "VBG NNS VBD NNP",
    "2:csubj 0:obj 2:ROOT 2:obj",
    "2:csubj 0:dobj 2:ROOT 2:dobj",
)
MINISTER = Sentence(
    "Modi , India 's leader , met Abe",
    "NNP , NNP POS NN , VBD NNP",
    "6:nsubj 0:punct 4:nmod:poss 2:case 0:appos 0:punct 6:ROOT 6:obj",
    "6:nsubj 0:punct 4:poss 2:case 0:appos 0:punct 6:ROOT 6:dobj",
)

both = pytest.mark.parametrize("scheme", ["universal", "clear"])


def text(token):
    return token.text if token is not None else None


def pairs(found):
    return [(words, token.text) for words, token in found]


@both
@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        (SENT, "sent", ("Turkey", "troops", None, [("to", "Libya")], False)),
        (GAVE, "gave", ("Chad", "tanks", "Niger", [], False)),
        (GAVE_TO, "gave", ("Chad", "tanks", None, [("to", "Niger")], False)),
        (WERE_SENT, "sent", ("Turkey", "Troops", None, [("to", "Libya")], True)),
        (HAVE_BEEN_SENT, "sent", (None, "Troops", None, [], True)),
        (WAS_GIVEN, "given", ("Chad", "tanks", "Niger", [], True)),
        (HAS_SENT, "sent", ("Turkey", "troops", None, [], False)),
        (SAID, "sent", ("Turkey", "troops", None, [], False)),
        (DENIED, "sending", ("Egypt", "troops", None, [], False)),
        (ACCUSED, "sending", ("Turkey", "troops", None, [], False)),
        (URGED, "send", ("Turkey", "troops", None, [], False)),
        (HIRED, "send", ("Egypt", "arms", None, [], False)),
        (AFTER_NOUN, "sent", ("Turkey", "Troops", None, [], True)),
        (FIGHTING, "fighting", ("Troops", None, None, [("in", "Libya")], False)),
        (WHICH, "sent", ("Turkey", "troops", None, [], False)),
        (THAT_IT_SENT, "sent", ("Turkey", "Troops", None, [], False)),
        (JOINED_VERBS, "impose", ("Turkey", "sanctions", None, [], False)),
        (SHARED, "armed", ("Turkey", "rebels", None, [], False)),
        (SHARED, "trained", ("Turkey", "rebels", None, [], False)),
        (POSSIBILITY, "sending", ("Egypt", "troops", None, [], False)),
        (CLAIM, "sent", ("Turkey", "troops", None, [], False)),
        (ACCORDING, "left", ("Troops", None, None, [("according to", "Egypt")], False)),
    ],
    ids=lambda value: value.text if isinstance(value, Sentence) else "",
)
def test_arguments(scheme, sentence, verb, expected):
    found = syntax.arguments(find(sentence.tree(scheme), verb))
    assert (
        text(found.subject),
        text(found.object),
        text(found.dative),
        pairs(found.obliques),
        found.passive,
    ) == expected


@both
@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (SENT, "sent", ("root", "sent")),
        (SENT, "Turkey", ("subject", "sent")),
        (SENT, "troops", ("object", "sent")),
        (SENT, "Libya", ("oblique", "sent")),
        (GAVE, "Niger", ("object", "gave")),
        (WERE_SENT, "Troops", ("subject", "sent")),
        (WERE_SENT, "Turkey", ("oblique", "sent")),
        (SAID, "sent", ("complement", "said")),
        (DENIED, "sending", ("complement", "denied")),
        (ACCUSED, "sending", ("adverbial", "accused")),
        (URGED, "send", ("complement", "urged")),
        (AFTER_NOUN, "sent", ("relative", "Troops")),
        (WHICH, "sent", ("relative", "Turkey")),
        (JOINED_NOUNS, "Qatar", ("conjunct", "Turkey")),
        (JOINED_VERBS, "impose", ("conjunct", "send")),
        (POSSIBILITY, "sending", ("content", "possibility")),
        (CLAIM, "sent", ("content", "claim")),
        (DEPLOYMENT, "troops", ("content", "deployment")),
        (DEPLOYMENT, "Turkey", ("modifier", "deployment")),
        (DEPLOYMENT, "large", ("modifier", "deployment")),
        (IF, "sends", ("adverbial", "object")),
        (SENDING, "Sending", ("subject", "angered")),
        (MINISTER, "leader", ("apposition", "Modi")),
    ],
    ids=lambda value: value.text if isinstance(value, Sentence) else str(value),
)
def test_governor(scheme, sentence, word, expected):
    link, above = syntax.governor(find(sentence.tree(scheme), word))
    assert (link, above.text) == expected


@both
def test_prepositions_of_nouns_and_their_phrases(scheme):
    deployment = DEPLOYMENT.tree(scheme)
    noun = find(deployment, "deployment")
    assert pairs(syntax.prepositions(noun)) == [("of", "troops"), ("to", "Libya")]
    assert syntax.preposition_of(find(deployment, "Libya")) == "to"
    assert syntax.preposition_of(noun) == ""
    assert syntax.preposition_of(find(deployment, "Turkey")) == ""  # 's is no preposition
    assert syntax.preposition_of(find(ACCORDING.tree(scheme), "Egypt")) == "according to"


@both
def test_owner_attributes_and_head_of_a_noun(scheme):
    deployment = DEPLOYMENT.tree(scheme)
    noun = find(deployment, "deployment")
    assert text(syntax.owner(noun)) == "Turkey"
    assert [t.text for t in syntax.attributes(noun)] == ["Turkey", "large"]
    assert syntax.noun_head(find(deployment, "large")) == noun
    assert text(syntax.noun_head(find(deployment, "troops"))) == "troops"
    assert syntax.owner(find(deployment, "troops")) is None
    assert syntax.owner(None) is None
    assert [t.text for t in syntax.apposition(find(MINISTER.tree(scheme), "Modi"))] == ["leader"]


@both
def test_conjuncts_need_their_and(scheme):
    joined = JOINED_NOUNS.tree(scheme)
    assert [t.text for t in syntax.conjuncts(find(joined, "Turkey"))] == ["Qatar", "Oman"]
    comma = Sentence(
        "Modi , minister , left",
        "NNP , NN , VBD",
        "4:nsubj 2:punct 0:conj 0:punct 4:ROOT",
        "4:nsubj 0:punct 0:conj 0:punct 4:ROOT",
    )
    assert syntax.conjuncts(find(comma.tree(scheme), "Modi")) == []


@both
@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (HAS_SENT, "sent", "not"),
        (NO_TROOPS, "troops", "No"),
        (SENT, "sent", None),
        (JOINED_VERBS, "impose", None),
    ],
)
def test_negation(scheme, sentence, word, expected):
    assert text(syntax.negation(find(sentence.tree(scheme), word))) == expected


@both
@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (HAS_SENT, "sent", ["has"]),
        (JOINED_VERBS, "send", ["will"]),
        (JOINED_VERBS, "impose", ["will"]),  # shared with the verb it is joined to
        (SHARED, "trained", []),
        (IF, "object", ["may"]),
        (HAVE_BEEN_SENT, "sent", ["have", "been"]),
    ],
)
def test_modals(scheme, sentence, word, expected):
    assert [t.text for t in verbal.modals(find(sentence.tree(scheme), word))] == expected


@both
@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        (SAID, "sent", "that"),
        (IF, "sends", "if"),
        (POSSIBILITY, "sending", "of"),
        (ACCUSED, "sending", "of"),
        (DENIED, "sending", ""),
        (SENT, "sent", ""),
    ],
)
def test_mark(scheme, sentence, word, expected):
    assert syntax.mark_of(find(sentence.tree(scheme), word)) == expected


@both
def test_gerunds(scheme):
    noun = find(POSSIBILITY.tree(scheme), "possibility")
    assert pairs(syntax.gerunds(noun)) == [("of", "sending")]
    assert pairs(syntax.gerunds(find(ACCUSED.tree(scheme), "accused"))) == [("of", "sending")]
    assert pairs(syntax.gerunds(find(IF.tree(scheme), "object"))) == [("if", "sends")]


@both
@pytest.mark.parametrize(
    ("sentence", "word", "finite"),
    [
        (SENT, "sent", True),
        (HAS_SENT, "sent", True),
        (JOINED_VERBS, "send", True),
        (DENIED, "sending", False),
        (URGED, "send", False),
        (AFTER_NOUN, "sent", False),
    ],
)
def test_finite(scheme, sentence, word, finite):
    assert verbal.is_finite(find(sentence.tree(scheme), word)) is finite


@both
def test_particle_adverb_and_span(scheme):
    doc = CARRIED_OUT.tree(scheme)
    verb = find(doc, "carried")
    assert verbal.particle(verb) == "out"
    assert verbal.particle(find(SENT.tree(scheme), "sent")) == ""
    assert [t.text for t in syntax.adverbs(verb)] == ["reportedly"]
    assert syntax.span(find(doc, "attack")) == (4, 6)
    assert syntax.span(verb) == (0, 6)


@both
def test_verbs_head_clauses_and_their_auxiliaries_do_not(scheme):
    doc = HAS_SENT.tree(scheme)
    assert syntax.is_verbal(find(doc, "sent"))
    assert not syntax.is_verbal(find(doc, "has"))
    assert not syntax.is_verbal(find(doc, "troops"))


@both
def test_surface_subject_of_a_passive_is_its_patient(scheme):
    assert text(syntax.subject(find(WERE_SENT.tree(scheme), "sent"))) == "Troops"
    assert text(syntax.subject(find(JOINED_VERBS.tree(scheme), "impose"))) == "Turkey"


def test_a_predicate_with_a_copula_heads_its_clause():
    doc = frozen(
        "Turkey is ready to leave", "NNP VBZ JJ TO VB", "2:nsubj 2:cop 2:ROOT 4:mark 2:xcomp"
    )
    assert syntax.is_verbal(find(doc, "ready"))
    assert verbal.is_finite(find(doc, "ready"))
    assert text(syntax.arguments(find(doc, "leave")).subject) == "Turkey"


def test_a_tree_without_arguments_gives_none():
    found = syntax.arguments(find(frozen("Leave", "VB", "0:ROOT"), "Leave"))
    assert (found.subject, found.object, found.dative, found.obliques) == (None, None, None, ())
