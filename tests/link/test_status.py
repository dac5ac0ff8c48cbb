"""The status of an event follows from its claims: no two sets of claims that differ share one."""

from __future__ import annotations

import pytest

from kg.link.corpus import link
from kg.link.disputes import contested
from tests.link.claims import claim, reading

ACTUAL = {"modality": "actual"}
DENIAL = {"stance": "denies", "claimant": "ERI"}


@pytest.mark.parametrize(
    ("slots", "status", "affirmed"),
    [
        ([ACTUAL], "asserted", True),
        ([ACTUAL, DENIAL], "contested", True),
        ([{"modality": "possible"}, DENIAL], "contested", False),
        ([{"modality": "alleged"}], "allegedOnly", False),
        ([{"modality": "planned"}], "consideredOnly", False),
        ([{"modality": "conditional"}], "consideredOnly", False),
        ([{"negated": True}], "negatedOnly", False),
        ([DENIAL], "deniedOnly", False),
        ([{"stance": "unconfirmed", "claimant": "ERI"}], "unconfirmedOnly", False),
    ],
    ids=str,
)
def test_what_claims_make_of_their_event(slots, status, affirmed):
    told = (claim("a", 10 * i, place="Keren", **s) for i, s in enumerate(slots))
    [event] = link([reading("a", *told)]).events
    assert (event.status, event.affirmed) == (status, affirmed)


def test_an_event_is_contested_where_a_denial_filed_elsewhere_disputes_it():
    said = claim("a", 0, claimant="SDN")
    denial = claim("a", 9, event_class="Event", about="a.0", label="a comedy", **DENIAL)
    corpus = link([reading("a", said, denial)])
    assert "contested" in {event.status for event in corpus.events if "a.0" in event.claims}
    assert contested(corpus) == sum(event.status == "contested" for event in corpus.events)
