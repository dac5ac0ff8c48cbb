"""Where an article itself puts the places that no table knows, on trees by hand."""

from kg.extract.mentions.geography import Geography
from kg.knowledge.gazetteer import Entry
from kg.language.names import Name
from tests.extract.trees import parsed, word

COMMA = parsed(
    "Rebels attacked Kidal , Mali . They fled Kidal .",
    "NNS VBD NNP , NNP . PRP VBD NNP .",
    "1:nsubj 1:ROOT 1:obj 4:punct 2:conj 1:punct 7:nsubj 7:ROOT 7:obj 7:punct",
)
WITHIN = parsed(
    "Rebels attacked Kidal in northern Mali .",
    "NNS VBD NNP IN JJ NNP .",
    "1:nsubj 1:ROOT 1:obj 5:case 5:amod 2:nmod 1:punct",
)
OWNED = parsed(
    "Rebels attacked Mali 's Kidal .",
    "NNS VBD NNP POS NNP .",
    "1:nsubj 1:ROOT 4:nmod:poss 2:case 1:obj 1:punct",
)
UNTOLD = parsed("Rebels attacked Kidal .", "NNS VBD NNP .", "1:nsubj 1:ROOT 1:obj 1:punct")


def geography(doc) -> Geography:
    """The article's geography, where Mali is all that the gazetteer knows."""
    mali = (Entry("name", "MLI", "Mali"),)
    return Geography(doc, {t.i: Name(t.i, t.i + 1, mali, "Mali") for t in doc if t.text == "Mali"})


def test_a_state_behind_a_comma_has_the_place():
    found = geography(COMMA)
    assert found.state(COMMA[2]) == "MLI"
    assert found.placed == {"Kidal"}


def test_what_is_told_once_holds_for_the_whole_article():
    assert geography(COMMA).state(COMMA[8]) == "MLI"


def test_a_state_that_it_lies_in_or_that_owns_it_has_the_place():
    assert geography(WITHIN).state(word(WITHIN, "Kidal")) == "MLI"
    assert geography(OWNED).state(word(OWNED, "Kidal")) == "MLI"


def test_a_place_of_which_nothing_is_told_is_nobodys():
    found = geography(UNTOLD)
    assert found.is_unknown(word(UNTOLD, "Kidal"))
    assert found.state(word(UNTOLD, "Kidal")) is None


def test_what_a_table_knows_is_not_unknown():
    found = geography(WITHIN)
    assert not found.is_unknown(word(WITHIN, "Mali"))
    assert found.state(word(WITHIN, "Mali")) is None
    assert not found.is_unknown(word(WITHIN, "Rebels"))


def test_the_setting_is_the_state_of_most_places_told():
    assert geography(WITHIN).setting(lambda offset: True) == "MLI"
    assert geography(WITHIN).setting(lambda offset: False) is None
    assert geography(UNTOLD).setting(lambda offset: True) is None
