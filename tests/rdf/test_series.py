from rdflib import RDFS

from kg.rdf import iris
from kg.rdf.series import series_triples
from kg.vocabulary import SC
from tests.rdf.corpus import CORPUS, MET

BY_ID = {one.id: one for one in CORPUS.series}


def test_its_class_and_parties():
    found = list(series_triples(BY_ID["s-deployment"]))
    node = iris.series("s-deployment")
    assert (node, SC.actor, iris.agent("ERI")) in found
    assert (node, SC.recipient, iris.agent("ETH")) in found
    assert "Deployment: Eritrea → Ethiopia" in {str(o) for _, p, o in found if p == RDFS.label}


def test_events_are_in_it_and_vague_claims_about_it():
    events, vague = (list(series_triples(BY_ID[name])) for name in ("s-sanction", "s-meeting"))
    assert [s for s, p, _ in events if p == SC.inSeries] == [iris.event("e3")]
    assert [s for s, p, _ in events if p == SC.aboutSeries] == []
    assert [s for s, p, _ in vague if p == SC.aboutSeries] == [iris.claim(MET.id)]
