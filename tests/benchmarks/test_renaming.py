"""Names change and nothing else does."""

from tests.benchmarks.renaming import Thing, World

THINGS = (
    Thing("AAA", "name", ("Alphaland", "Republic of Alphaland")),
    Thing("AAA", "adjective", ("Alphan",)),
    Thing("AAA", "leader president", ("Ana Field",)),
    Thing("AAA", "surname president", ("Field",), ("Ana Field",)),
    Thing("AAA", "place city", ("Aton",)),
    Thing("BBB", "name", ("Betaland",)),
    Thing("BBB", "adjective", ("Betan",)),
    Thing("BBB", "leader president", ("Bo Hill",)),
    Thing("BBB", "surname president", ("Hill",), ("Bo Hill",)),
)
TEXT = "The Republic of Alphaland, Ana Field said in Aton, sent 40 Alphan troops to Betaland."


def exchanged() -> World:
    """A world in which the two states stand for each other."""
    worlds = (World(number, THINGS) for number in range(1, 20))
    return next(world for world in worlds if world.told("Alphaland") == "Betaland")


def test_states_leaders_and_adjectives_are_those_of_the_other():
    told = exchanged().told(TEXT)
    assert told == "The Betaland, Bo Hill said in Aton, sent 40 Betan troops to Alphaland."


def test_every_word_that_is_no_name_stays():
    words = ("sent", "said", "40", "troops", "The")
    told = exchanged().told(TEXT)
    assert [told.count(word) for word in words] == [TEXT.count(word) for word in words]


def test_a_surname_is_one_only_beside_the_full_name():
    assert exchanged().told("Ana Field left. Field smiled.") == "Bo Hill left. Hill smiled."
    assert exchanged().told("Field mice in Alphaland.") == "Field mice in Betaland."


def test_a_part_of_a_word_is_no_name():
    assert exchanged().told("Alphalanders and Alphans") == "Alphalanders and Alphans"


def test_the_first_world_is_as_it_is():
    assert World(0, THINGS).told(TEXT) == TEXT


def test_a_world_is_the_same_each_time():
    assert World(3, THINGS).told(TEXT) == World(3, THINGS).told(TEXT)
