"""Prefixes that answers are written with are those that the ontology and the queries mean."""

import re

from kg.store.named import catalogue
from kg.store.prefixes import PREFIXES, WELL_KNOWN
from kg.vocabulary import SC


def test_our_own_is_that_of_the_vocabulary():
    assert PREFIXES["sc"] == str(SC)


def test_no_name_stands_for_two():
    assert len(set(WELL_KNOWN.values())) == len(WELL_KNOWN)
    assert PREFIXES.items() <= WELL_KNOWN.items()


def test_queries_that_ship_mean_the_same_by_them():
    declared = re.compile(r"^PREFIX (\w+): <([^>]+)>", re.MULTILINE)
    pairs = {pair for query in catalogue() for pair in declared.findall(query.text)}
    assert pairs and all(WELL_KNOWN.get(name, iri) == iri for name, iri in pairs)
