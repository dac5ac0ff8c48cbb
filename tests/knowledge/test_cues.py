"""Cues and markers: closed effects, complements and kinds of denial."""

import pytest

from kg.errors import KnowledgeError
from kg.knowledge.cues import Cue, CueFile, Markers
from kg.knowledge.schema import read as read_file

MARKERS = "".join(f'{name} = ["{name}"]\n' for name in Markers.__struct_fields__)
GIVEN = f"""[[cue]]
effect = "deny"
kind = "retraction"
verbs = ["retract", "recant"]
complements = ["clause"]

[markers]
{MARKERS}"""


@pytest.fixture
def read(tmp_path):
    def reading(text: str) -> CueFile:
        path = tmp_path / "cues.toml"
        path.write_text(text, encoding="utf-8")
        return read_file(path, CueFile)

    return reading


def test_a_cue_holds_sets_of_words(read):
    (cue,) = read(GIVEN).cue
    verbs = frozenset({"retract", "recant"})
    assert cue == Cue("deny", verbs, complements=("clause",), kind="retraction")
    assert read(GIVEN.replace('kind = "retraction"\n', "")).cue[0].kind is None


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '"deny"',
            '"dney"',
            r"line 2: effect = 'dney': there is no such value .*mean 'deny'",
        ),
        ('effect = "deny"\n', "", r"line 1: \[cue\] effect: the key is missing"),
        ('"retraction"', '"retreat"', r"line 3: kind = 'retreat': .*Allowed: accusation, "),
        ('"clause"', '"sentence"', r"line 5: complements = 'sentence': .*Allowed: clause, noun"),
        ("verbs =", "verb =", r"line 4: \[cue\] verb: no such key is known here. .*mean 'verbs'"),
        ('"recant"', '"retract"', r"line 4: verbs = 'retract': it stands there already"),
        ("[markers]\n", '[markers]\nmaybe = ["x"]\n', r"line 8: \[markers\] maybe: no such key"),
        ('alleged = ["alleged"]\n', "", r"line 7: \[markers\] alleged: the key is missing"),
    ],
)
def test_an_error_states_line_and_rule(read, old, new, said):
    assert old in GIVEN
    with pytest.raises(KnowledgeError, match=said):
        read(GIVEN.replace(old, new, 1))
