"""Frames of a file: defaults, sets of words, and the order in which they are tried."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.frames import Frame, frames
from kg.knowledge.names import names

CLOSED = {
    "event class": names({"Aid", "Attack"}),
    "semantic type": names({"force", "agent"}),
    "slot of a verb": names({"subject", "object", "to"}),
    "slot of a noun": names({"owner", "to"}),
}
SETS = {"give": frozenset({"give", "hand over"})}
GIVEN = """class = "Aid"

[defaults]
joint = true
halted = "negated"

[[noun]]
lemmas = ["relief"]
actor = ["owner"]

[[verb]]
lemmas = ["@give", "lend"]
actor = ["subject"]
recipient = ["to", "object"]
needs = ["actor|recipient"]
halted = "ends"

[[verb]]
lemmas = ["lend"]
"""


@pytest.fixture
def read(tmp_path):
    def reading(text: str) -> list[Frame]:
        path = tmp_path / "aid.toml"
        path.write_text(text, encoding="utf-8")
        return list(frames(path, CLOSED, SETS))

    return reading


def test_frames_hold_class_part_and_defaults_of_their_file(read):
    give, lend, relief = read(GIVEN)
    assert {f.event_class for f in (give, lend, relief)} == {"Aid"}
    assert (give.part, relief.part) == ("verb", "noun")
    assert all(f.joint for f in (give, lend, relief))


def test_a_frame_overrules_the_defaults(read):
    give, lend, _ = read(GIVEN)
    assert (give.halted, lend.halted) == ("ends", "negated")


def test_a_set_stands_for_its_words(read):
    give, *_ = read(GIVEN)
    assert give.lemmas == {"give", "hand over", "lend"}


def test_slots_keep_their_order(read):
    give, *_ = read(GIVEN)
    assert give.recipient == ("to", "object")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('class = "Aid"', 'class = "Ade"', r"aid\.toml line 1: class = 'Ade': .*mean 'Aid'"),
        ('class = "Aid"\n', "", r"line 1: class: the key is missing"),
        ("joint = true", "jiont = true", r"line 4: \[defaults\] jiont: .*mean 'joint'"),
        ("joint = true", 'lemmas = ["x"]', r"line 4: \[defaults\] lemmas: no such key"),
        ('actor = ["owner"]', 'actor = ["subject"]', r"line 9: actor = 'subject': .* of a noun"),
        ('actor = ["subject"]', 'actor = ["subjct"]', r"line 13: actor = 'subjct': .* of a verb"),
        ('"to", "object"', '"to", "onto"', r"line 14: recipient = 'onto': .*mean 'to'"),
        ("actor|recipient", "actor|recipeint", r"line 15: needs = 'recipeint': there is no such n"),
        (
            'halted = "ends"',
            'halted = "end"',
            r"line 16: halted = 'end': .*mean 'ends'\? Allowed",
        ),
        ('"@give"', '"@gvie"', r"line 12: lemmas = '@gvie': .*set of words. Did you mean '@give'"),
        ('halted = "ends"', 'kin_classes = ["Atack"]', r"line 16: kin_classes = 'Atack': .*Attack"),
        ('halted = "ends"', 'theme_types = ["forse"]', r"'forse': .*semantic type.*mean 'force'"),
        ('["@give", "lend"]', '["lend", "lend"]', r"line 12: lemmas = 'lend': it stands there al"),
        ("[[noun]]", "[[nuon]]", r"line 7: nuon: no such key .*mean 'noun'"),
    ],
)
def test_an_error_states_line_rule_and_remedy(read, old, new, said):
    assert old in GIVEN
    with pytest.raises(KnowledgeError, match=said):
        read(GIVEN.replace(old, new, 1))
