"""A graph into any store that speaks the SPARQL 1.1 Graph Store Protocol."""
