"""A single link by its name, in both schemes of labels."""

import pytest

from kg.language import labels
from kg.language.hanging import below, has, label, relation
from tests.language.trees import Sentence, find, frozen

SENT = Sentence(
    "Troops were sent by Peru , Lima said",
    "NNS VBD VBN IN NNP , NNP VBD",
    "2:nsubj:pass 2:aux:pass 2:ROOT 4:case 2:obl:agent 2:punct 7:nsubj 2:parataxis",
    "2:nsubjpass 2:auxpass 7:ccomp 2:agent 3:pobj 7:punct 7:nsubj 7:ROOT",
)


@pytest.mark.parametrize("scheme", ["universal", "clear"])
def test_one_name_covers_both_schemes(scheme):
    doc = SENT.tree(scheme)
    assert relation(find(doc, "Troops")) == "passive subject"
    assert relation(find(doc, "Lima")) == "subject"
    assert below(find(doc, "sent"), "passive subject", "subject") == [find(doc, "Troops")]
    assert has(find(doc, "said"), "subject") and not has(find(doc, "said"), "object")


def test_a_label_that_no_rule_asks_for_is_other():
    doc = SENT.tree("universal")
    assert relation(find(doc, "Peru")) == "other"
    assert label(find(doc, "Peru")) == "obl:agent"


def test_the_classes_of_labels_that_syntax_goes_by_are_named_too():
    known = labels.SUBJECT | labels.PASSIVE_SUBJECT | labels.OBJECT | labels.POSSESSIVE
    for name in sorted(known):
        lima = frozen("Lima denied", "NNP VBD", f"1:{name} 1:ROOT")[0]
        assert relation(lima) != "other", name
