from itertools import product
from typing import get_args

import pytest

from kg.errors import KnowledgeError
from kg.export.coding import event_rule
from kg.knowledge import coding as module
from kg.knowledge.classes import classes_above
from kg.knowledge.coding import coding
from kg.knowledge.source import Source
from kg.model import AgentKind, Modality, Phase
from kg.resources import ontology

TEXT = ontology("coding.toml").read_text(encoding="utf-8")


def read(tmp_path, text):
    path = tmp_path / "coding.toml"
    path.write_text(text, encoding="utf-8")
    return module._read(Source.load(path))


def test_every_kind_of_agent_is_coded():
    assert set(get_args(AgentKind)) <= set(coding().actors)


@pytest.mark.parametrize("name", [*classes_above(), "Event"])
def test_every_class_phase_and_modality_has_a_rule(name):
    for phase, modality, abroad in product(get_args(Phase), get_args(Modality), ("b", "")):
        claim = {
            "class": name, "phase": phase, "modality": modality, "actor_keys": "a",
            "recipient_keys": abroad, "claimant_key": "", "claimant_of_key": "",
        }  # fmt: skip
        rule = event_rule(claim)
        assert rule is not None
        assert (rule.plover and rule.cameo) or rule.note


def test_what_has_no_code_says_why():
    assert all(rule.note for rule in (*coding().rule, *coding().statement) if not rule.cameo)


def test_no_code_is_listed_that_no_rule_gives():
    given = {rule.cameo for rule in (*coding().rule, *coding().statement)}
    assert set(coding().cameo) == given - {""}
    assert set(coding().plover) == {r.plover for r in (*coding().rule, *coding().statement)} - {""}


@pytest.mark.parametrize(
    ("was", "becomes", "told"),
    [
        ('cameo = "1622"', 'cameo = "1629"', "no such CAMEO code"),
        ('plover = "CONSULT"', 'plover = "CONSULTS"', "Did you mean 'CONSULT'"),
        ('class = "Aid"', 'class = "Help"', "no such event class"),
        ('mode = "allege"', 'mode = "accuse"', "ACCUSE has no such mode. Allowed: allege"),
        ('note = "it has no class"', "", "no note says why"),
        ('phase = ["ends"]', 'phases = ["ends"]', "no such key is known here"),
    ],
)
def test_a_slip_is_refused_with_its_line(tmp_path, was, becomes, told):
    assert was in TEXT
    with pytest.raises(KnowledgeError, match=r"coding.toml line \d+") as caught:
        read(tmp_path, TEXT.replace(was, becomes, 1))
    assert told in str(caught.value)
