"""From a linked corpus to RDF: triples, inferred types, Turtle, and what validates them."""
