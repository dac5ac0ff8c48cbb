"""The closed sets that the gazetteer declares: its states, its organisations and its roles."""

from __future__ import annotations

from kg import resources
from kg.knowledge.names import Closed, names
from kg.knowledge.rows import Row, Table
from kg.knowledge.tables import OrganisationRow, RoleRow, StateRow

OTHER = "other"
"""The office of leaders.csv for what no row of roles.csv names."""


def keys() -> Closed:
    """The sets by what their members are called; KnowledgeError where columns are not as told."""
    states = _table("states", StateRow).column("key")
    organisations = _table("organisations", OrganisationRow).column("key")
    roles = _table("roles", RoleRow).column("role")
    files = "gazetteer/states.csv", "gazetteer/organisations.csv"
    return {
        "state": names(states, files[0]),
        "organisation": names(organisations, files[1]),
        "state or organisation": names(states | organisations, " and ".join(files)),
        "role": names(roles, "gazetteer/roles.csv"),
        "office": names(roles | {OTHER}, "gazetteer/roles.csv"),
    }


def _table(name: str, kind: type[Row]) -> Table[Row]:
    return Table.load(resources.ontology("gazetteer", f"{name}.csv"), kind)
