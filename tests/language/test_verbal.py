"""What stands right behind a noun and tells that it is to come."""

import pytest

from kg.language import verbal
from tests.language.trees import frozen


@pytest.mark.parametrize(
    ("text", "tags", "arcs", "told"),
    [
        ("Talks Set For Lima", "NNS VBN IN NNP", "0:ROOT 0:acl 3:case 1:obl", ["Set"]),
        ("Talks Set For Lima", "NNS VBN IN NNP", "1:nsubj 1:ROOT 3:case 1:obl", ["Set"]),
        ("Talks due in Lima", "NNS JJ IN NNP", "0:ROOT 3:case 3:case 0:obl", ["due"]),
        ("Talks set fires", "NNS VBD NNS", "1:nsubj 1:ROOT 1:obj", []),
        ("Talks held by Peru", "NNS VBN IN NNP", "0:ROOT 0:acl 3:case 1:obl", []),
    ],
)
def test_behind(text, tags, arcs, told):
    found = frozen(text, tags, arcs)
    assert [token.text for token in dict.fromkeys(verbal.behind(found[0]))] == told
