from kg.link.classes import class_tree
from kg.link.rate import MUCH, with_rates
from tests.link.sights import told


def busy(*given):
    return [one.sight.busy for one in with_rates(given, class_tree())]


def test_what_stands_alone_or_nowhere_in_time_is_not_busy():
    assert busy(told("a"), told("b", published=None)) == [0.0, 0.0]


def test_only_the_week_around_and_the_same_parties_count():
    near, far = told("b", "2021-03-08"), told("c", "2021-03-09")
    assert busy(told("a"), far)[0] == 0.0
    assert busy(told("a"), told("b", "2021-03-02", recipients=("TCD",)))[0] == 0.0
    assert 0.0 < busy(told("a"), near)[0] < busy(told("a"), near, told("d"))[0] < 1.0


def test_no_more_than_all_there_is():
    assert busy(*(told(f"a{n}") for n in range(MUCH + 9)))[0] == 1.0
