from dataclasses import replace

import pytest

from kg.rdf import iris
from kg.rdf.claims import claim_triples
from kg.vocabulary import SC
from tests.rdf.corpus import AGENTS, COMEDY, DENIED, LIFTED, SAID, UNCONFIRMED

HELD = {agent.key: agent for agent in AGENTS}


def said(claim, term) -> set[str]:
    return {str(o) for _, p, o in claim_triples(claim, HELD) if p == term}


def test_stance_modality_polarity_and_phase():
    assert said(SAID, SC.stance) == {str(SC.asserts)}
    assert said(UNCONFIRMED, SC.modality) == {str(SC.alleged)}
    assert said(SAID, SC.negated) == {"false"}
    assert said(LIFTED, SC.phase) == {str(SC.ends)}


def test_who_acts_counts_as_their_state_and_is_named_beside_it():
    assert said(LIFTED, SC.actor) == {str(iris.agent("NOR"))}
    assert said(LIFTED, SC.actorAgent) == {str(iris.agent("nor-foreign-ministry"))}
    assert said(SAID, SC.actorAgent) == set()


def test_the_claimant_and_whom_it_speaks_for():
    assert said(SAID, SC.claimantOf) == {str(iris.agent("ETH"))}
    assert said(LIFTED, SC.claimant) == said(LIFTED, SC.claimantOf) == set()
    assert said(UNCONFIRMED, SC.outermost) == {str(iris.agent("nordic-wire"))}


def test_a_figure_with_an_open_bound_has_no_other():
    assert said(SAID, SC.low) == {"1000"} and said(SAID, SC.high) == {"2500"}
    assert len(said(LIFTED, SC.low)) == 1 and said(LIFTED, SC.high) == set()
    assert said(COMEDY, SC.quantity) == set()


def test_what_is_taken_up_tells_where_a_party_was_completed_from():
    assert said(DENIED, SC.takesUp) == {str(iris.claim(SAID.id))}
    assert said(DENIED, SC.completed) == {str(iris.agent("ETH"))}
    assert said(DENIED, SC.completedFrom) == {str(iris.claim(SAID.id))}
    replaced = replace(DENIED, recipients=("NOR",))
    assert said(replaced, SC.completed) == said(replaced, SC.completedFrom) == set()


@pytest.mark.parametrize(
    ("claim", "kind", "written"),
    [
        (DENIED, "fullDenial", set()),
        (DENIED, "partialDenial", {str(SC.partialDenial)}),
        (UNCONFIRMED, "nonConfirmation", set()),
        (SAID, "accusation", {str(SC.accusation)}),
        (SAID, None, set()),
    ],
)
def test_the_usual_kind_is_not_written(claim, kind, written):
    assert said(replace(claim, kind=kind), SC.kind) == written
