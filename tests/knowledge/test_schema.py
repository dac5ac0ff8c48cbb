"""TOML into structs: whatever the struct does not foresee is refused with line, rule and remedy."""

from typing import Annotated, Literal

import pytest
from msgspec import Meta, Struct, field

from kg.errors import KnowledgeError
from kg.knowledge import schema
from kg.knowledge.names import IS, Word, Words, names

Fruit = Annotated[str, Meta(extra={IS: "fruit"})]
FRUITS = {"fruit": names({"apple", "pear", "red currant"}, "fruit.toml")}


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    eats: tuple[Fruit, ...] = ()
    favourite: Fruit = "apple"
    strict: bool = False
    weight: int = 1
    when: Literal["dawn", "noon"] = "noon"


class File(Struct, frozen=True, forbid_unknown_fields=True):
    kind: Fruit = field(name="class", default="apple")
    words: Words = frozenset()
    lines: tuple[str, ...] = ()
    times: dict[str, Literal["dawn", "noon"]] = {}
    counts: dict[Word, int] = {}
    meals: dict[Literal["dawn", "noon"], tuple[Word, ...]] = {}
    rule: tuple[Rule, ...] = ()


RULE = """# a file of rules
class = "pear"

[[rule]]
name = "one"

[[rule]]
name = "two"
eats = [
  "apple",
  "red currant",
]
"""


@pytest.fixture
def read(tmp_path):
    path = tmp_path / "rules" / "given.toml"
    path.parent.mkdir()

    def reading(text: str) -> File:
        path.write_text(text, encoding="utf-8")
        return schema.read(path, File, FRUITS)

    return reading


def test_a_file_becomes_a_struct(read):
    assert read(RULE) == File("pear", rule=(Rule("one"), Rule("two", ("apple", "red currant"))))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"red currant"', '"aple"', "line 11: eats = 'aple': there is no such fruit. Did you mean "
         "'apple'? Allowed: apple, pear, 'red currant' (fruit.toml)."),
        ('"pear"', '"pare"', "line 2: class = 'pare': there is no such fruit. Did you mean 'pear'"),
        ('"pear"', '"xxx"', "line 2: class = 'xxx': there is no such fruit. Allowed: apple, pear"),
        ('name = "two"', 'name = "two"\nnmae = "x"', "line 9: [rule] nmae: no such key is known "
         "here. Did you mean 'name'? Allowed: eats, favourite, name, strict, weight, when."),
        ('name = "two"\n', "", "line 7: [rule] name: the key is missing. Add it."),
        ('class = "pear"', 'clas = "pear"', "line 2: clas: no such key is known here. Did you "
         "mean 'class'? Allowed: class, counts, lines, meals, rule, times, words."),
        ('"red currant",\n]', '"pear",\n]\nfavourite = "plum"', "line 13: favourite = 'plum'"),
        ('name = "two"', 'name = 2', "line 8: name = 2: it has to be a text. Mend it."),
        ('name = "two"', 'name = "two"\nstrict = "yes"', "strict = 'yes': it has to be true or f"),
        ('name = "two"', 'name = "two"\nweight = "3"', "weight = '3': it has to be a whole number"),
        ('name = "two"', 'name = "two"\nwhen = "down"', "line 9: when = 'down': there is no such "
         "value here. Did you mean 'dawn'? Allowed: dawn, noon."),
        ('class = "pear"', 'words = "x"', "line 2: words = 'x': it has to be a list."),
        ('class = "pear"', 'words = [\n"x",\n3]', "words = 3: it has to be a word"),
        ('class = "pear"', 'words = [\n"x",\n"y",\n"x"]', "line 5: words = 'x': it stands there "
         "already. Leave one of them out."),
        ('class = "pear"', 'words = ["x", ""]', "words = '': it has to be"),
        ("[[rule]]", '[times]\n"up" = "noon"\n"down" = "non"\n[[rule]]', "line 6: down = 'non': "
         "there is no such value here. Did you mean 'noon'? Allowed: dawn, noon."),
        ("[[rule]]", '[counts]\n"one" = 1\n"two" = "2"\n[[rule]]', "line 6: two = '2': it has to "
         "be a whole number."),
        ("[[rule]]", '[counts]\n"" = 1\n[[rule]]', "line 4: [counts]: no key may be empty."),
        ("[[rule]]", '[meals]\nnon = ["x"]\n[[rule]]', "line 5: [meals] non: no such key is known "
         "here. Did you mean 'noon'? Allowed: dawn, noon."),
        ("[[rule]]", '[meals]\nnoon = [""]\n[[rule]]', "it has to be a word"),
        ("[[rule]]", "[rule]", "not valid TOML"),
    ],
)  # fmt: skip
def test_an_error_states_file_line_rule_and_remedy(read, old, new, said):
    assert old in RULE
    with pytest.raises(KnowledgeError) as raised:
        read(RULE.replace(old, new, 1))
    told = str(raised.value)
    assert told.startswith("rules/given.toml")
    assert said in told


def test_a_table_where_a_list_of_tables_belongs_is_refused(read):
    with pytest.raises(KnowledgeError, match=r"line 1: rule = .*: it has to be a list\."):
        read('[rule]\nname = "one"\n')


def test_a_file_that_is_no_toml_is_named_with_the_line(read):
    with pytest.raises(KnowledgeError, match=r"rules/given\.toml: not valid TOML .*line 2"):
        read('class = "pear"\nwords = "\n')


def test_a_file_is_read_as_utf8(read, tmp_path):
    assert read('words = ["matériel", "’ll"]\n').words == {"matériel", "’ll"}
    path = tmp_path / "latin.toml"
    path.write_bytes('words = ["matériel"]\n'.encode("cp1252"))
    with pytest.raises(KnowledgeError, match=r"latin\.toml: not valid TOML \('utf-8'"):
        schema.read(path, File, FRUITS)
