"""The graph in a store: SPARQL over it, the named queries, and the formats of their answers."""
