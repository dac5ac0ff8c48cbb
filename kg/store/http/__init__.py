"""A graph over HTTP, read only: SPARQL 1.1 Protocol, Graph Store Protocol, pages for people."""
