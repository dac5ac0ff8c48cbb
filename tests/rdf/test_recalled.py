from datetime import date

from kg.knowledge.gazetteer import load
from kg.model import Term
from kg.rdf.recalled import basis


def test_every_office_of_the_gazetteer_says_how_its_dates_are_known():
    for key in list(load().leaders)[:200]:
        for term in load().agent(key).terms:
            assert basis(key, term), (key, term)


def test_an_office_that_the_gazetteer_does_not_have_says_nothing():
    assert basis("nobody", Term("chair", "NOR", date(2000, 1, 1))) == ""
