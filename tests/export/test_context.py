from rdflib import XSD

from kg.export.context import ID, VOCAB, Context, context

SC = "https://w3id.org/statecraft/ontology#"


def test_the_ontology_says_what_values_are():
    terms = context({}).terms
    assert (terms["actor"], terms["stance"], terms["key"]) == (ID, VOCAB, "")
    assert terms["negated"] == ""  # JSON has truths itself


def test_no_prefix_has_the_name_of_a_term():
    made = context(
        {"time": "urn:time", "dcterms": "urn:d", "claim": "urn:x/claim/", "event": "urn:x/event/"}
    )
    assert set(made.prefixes) == {"dcterms"} and made.base == "urn:x/"


def test_names_are_as_short_as_they_stay_unmistakable():
    made = Context({"time": ""}, {"xsd": str(XSD), "sc": SC, "ends": "http://example.org/"})
    assert made.short(f"{SC}Claim") == "Claim"
    assert made.short(f"{SC}ends") == "sc:ends"  # `ends` alone would be the prefix
    assert made.short(str(XSD.date)) == "xsd:date"
    assert made.short("http://example.net/x") == "http://example.net/x"
    assert made.short(f"{XSD}a/b") == f"{XSD}a/b"
