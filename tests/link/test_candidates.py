from kg.link.candidates import NEIGHBOURS, keys, pairs
from kg.link.classes import class_tree
from tests.link.sights import told

TREE = class_tree()


def paired(*given):
    return set(pairs(given, TREE))


def test_two_articles_that_share_a_party_are_compared():
    assert paired(told("a"), told("b", recipients=("TCD",))) == {(0, 1)}


def test_those_of_another_kind_or_other_parties_are_not():
    other = told("b", actors=("TCD",), recipients=("SDN",))
    assert paired(told("a"), other, told("c", event_class="Meeting")) == set()


def test_one_article_is_not_compared_with_itself():
    assert paired(told("a"), told("a", at=9)) == set()


def test_a_line_reaches_so_far_and_each_pair_comes_once():
    many = [told(f"a{n:02}", f"2021-03-{n + 1:02}") for n in range(NEIGHBOURS + 3)]
    found = list(pairs(many, TREE))
    assert len(found) == len(set(found))
    assert (0, NEIGHBOURS) in found and (0, NEIGHBOURS + 1) not in found


def test_a_rare_place_makes_a_line_of_its_own():
    lines = set(keys(told(place="Kassala"), TREE))
    (word,) = {line[2] for line in lines if len(line) == 3}
    assert "kassala".startswith(word)
    assert not [line for line in keys(told(), TREE) if len(line) == 3]


def test_of_later_places_every_pair_comes():
    many = [told(f"a{n:02}", f"2021-03-{n + 1:02}", place=f"Town{n % 3}") for n in range(20)]
    many += [told(f"b{n}", actors=("TCD",), recipients=("SDN",)) for n in range(3)]
    for of in (0, 7, 21, 23):
        late = {pair for pair in pairs(many, TREE) if pair[1] >= of}
        assert late <= set(pairs(many, TREE, of)) <= set(pairs(many, TREE))
