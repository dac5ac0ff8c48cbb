"""One claim with everything around it: what it says, in which words, and who else takes sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import QueryError
from kg.store.engine import Store
from kg.store.named import find
from kg.store.nearby import beside
from kg.store.parameters import filled

MAX_NAMED = 8  # so many ids are listed where a prefix fits several claims

FITTING = """PREFIX sc: <https://w3id.org/statecraft/ontology#>
SELECT ?id ?iri WHERE {
  ?claim a sc:Claim .
  BIND(STRAFTER(STR(?claim), "/claim/") AS ?id)
  FILTER(STRSTARTS(?id, ?__wanted))
  BIND(STR(?claim) AS ?iri)
} ORDER BY ?id"""
"""Id and IRI of each claim whose id begins so."""

READ = """PREFIX sc: <https://w3id.org/statecraft/ontology#>
SELECT ?reader ?certainty WHERE {
  VALUES (?by ?reader) { (sc:lexicon "lexicon") (sc:taught "taught") }
  ?claim a sc:Claim .
  FILTER(STRENDS(STR(?claim), "/claim/CLAIM"))
  FILTER NOT EXISTS { ?claim sc:readOnlyBy ?only . FILTER(?only != ?by) }
  OPTIONAL { ?claim sc:certainty ?certainty }
} ORDER BY ?reader"""
"""Who read one claim, a row a reader; `CLAIM` stands for its id."""

_ELSEWHERE = frozenset(
    {"claim", "article", "quote", "start", "end", "event", "event_label", "published", "outlet"}
    | {"story", "origin"}
)
"""Columns of claims.rq that the card holds under a name of their own; the rest are slots."""

RELATING = ("contradictions", "revisions", "history")
"""The queries that tell how one claim stands to another."""
RELATED = {
    "revises": ("revises", "revised by"),
    "reverses": ("reverses", "reversed by"),
    "retracts": ("retracts", "retracted by"),
    "counters": ("counters", "countered by"),
    "figure": ("disagrees in figure with",) * 2,
    "date": ("disagrees in date with",) * 2,
    "party": ("disagrees in party with",) * 2,
    "statement": ("disagrees in statement with",) * 2,
    "denial": ("", ""),  # told by `disputes`, where all of them are
}
"""What each of their rows says of its claim, and of the other one."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What another claim says of the same event; an empty claimant is the article's own voice.

    `because` is why linking holds it to be about that event, "" for the event's first claim.
    """

    claim: str
    claimant: str
    claimant_of: str
    stance: str
    modality: str
    negated: bool
    quote: str
    article: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim as a reader wants it.

    `slots` are the filled columns of claims.rq in their order; `start` and `end` count characters
    of the article's text. `others` are all other claims about the event, by article and offset;
    `because` is why this one was joined to it. `related` pairs how it stands to another claim (as
    "revises" or "revised by") with that claim's id. `read_by` names who read the claim and
    `certainty` tells how certain it is, "" where that is not known.
    """

    claim: str
    event: str
    event_label: str
    slots: tuple[tuple[str, str], ...]
    cue: str
    quote: str
    start: int
    end: int
    article: str
    title: str
    publisher: str
    published: str
    others: tuple[Voice, ...]
    disputes: tuple[str, ...]
    disputed_by: tuple[str, ...]
    verdicts: tuple[str, ...] = ()
    kind: str = ""
    because: str = ""
    related: tuple[tuple[str, str], ...] = ()
    read_by: tuple[str, ...] = ()
    certainty: str = ""

    def voices(self, stance: str) -> tuple[Voice, ...]:
        """The others that take this stance: "asserts", "denies" or "unconfirmed"."""
        return tuple(voice for voice in self.others if voice.stance == stance)


def claim_card(store: Store, claim_id_or_prefix: str) -> ClaimCard:
    """The card of the claim with this id, or of the only one whose id begins so.

    QueryError where none does, or several do.
    """
    found = _fitting(store, claim_id_or_prefix)
    claim = _one(claim_id_or_prefix, sorted(found))
    store = beside(store, ox.NamedNode(found[claim]))  # what follows asks for rows of all claims
    said = {row["claim"]: row for row in store.query(find("claims").text).records()}
    drawn = {row["claim"]: row for row in store.query(find("network").text).records()}
    row, more = said[claim], drawn[claim]
    joined = {row["claim"]: row["because"] for row in store.query(find("joins").text).records()}
    read = store.query(READ.replace("CLAIM", claim)).records()
    same = [c for c, d in drawn.items() if c != claim and _about(d) == _about(more) != ("", "")]
    return ClaimCard(
        claim=claim,
        event=more["event"],
        event_label=_label(more),
        slots=tuple((k, v) for k, v in row.items() if v and k not in _ELSEWHERE),
        cue=more["cue"],
        quote=row["quote"],
        start=int(row["start"]),
        end=int(row["end"]),
        article=row["article"],
        title=more["title"],
        publisher=more["publisher"],
        published=more["published"],
        others=tuple(_voice(said[c], joined.get(c, "")) for c in same),
        disputes=_ids(more["disputes"]),
        verdicts=_verdicts(store, claim),
        disputed_by=tuple(c for c, d in drawn.items() if claim in _ids(d["disputes"])),
        kind=more["kind"],
        because=joined.get(claim, ""),
        related=_related(store, claim),
        read_by=tuple(row["reader"] for row in read),
        certainty=read[0]["certainty"] if read else "",
    )


def _fitting(store: Store, wanted: str) -> dict[str, str]:
    """Id to IRI of the claims whose id begins so."""
    return dict(store.query(filled(FITTING, {"wanted": wanted})).rows)  # type: ignore[arg-type]


def _about(drawn: Mapping[str, str]) -> tuple[str, str]:
    """The event, or the series of a claim that is about none of its events."""
    return drawn["event"], "" if drawn["event"] else drawn["series"]


def _label(drawn: Mapping[str, str]) -> str:
    alone = not drawn["event"] and drawn["series"]
    return f"{drawn['event_label']}, no one event told" if alone else drawn["event_label"]


def _verdicts(store: Store, claim: str) -> tuple[str, ...]:
    """What reviewers said of the claim, a line each."""
    rows = store.query(find("corrections").text).records()
    return tuple(_verdict(row) for row in rows if row["claim"] == claim)


def _verdict(row: dict[str, str]) -> str:
    change = f" {row['slot']} from '{row['was']}' to '{row['becomes']}'" if row["slot"] else ""
    when = f", {row['when']}" if row["when"] else ""
    why = f": {row['why']}" if row["why"] else ""
    return f"{row['verdict']}{change} by {row['who']}{when}{why}"


def _related(store: Store, claim: str) -> tuple[tuple[str, str], ...]:
    """How the claim stands to others, in words, and to which."""
    rows = [row for name in RELATING for row in store.query(find(name).text).records()]
    found = []
    for row in rows:
        told, heard = RELATED[row.get("turn") or row.get("kind") or "revises"]
        other = row.get("other_claim") or row.get("earlier_claim") or ""
        found += [(told, other)] if row["claim"] == claim and told else []
        found += [(heard, row["claim"])] if other == claim and heard else []
    return tuple(sorted(set(found)))


def _voice(row: dict[str, str], because: str) -> Voice:
    return Voice(
        row["claim"],
        row["claimant"],
        row["claimant_of"],
        row["stance"],
        row["modality"],
        row["negated"] == "true",
        row["quote"],
        row["article"],
        because,
    )


def _ids(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _one(wanted: str, claims: list[str]) -> str:
    if wanted in claims:
        return wanted
    fitting = [claim for claim in claims if claim.startswith(wanted)] if wanted else []
    if len(fitting) == 1:
        return fitting[0]
    if not fitting:
        remedy = "Ids are in the first column of `kg query claims`."
        raise QueryError(wanted or "an empty id", "no claim has an id that begins so", remedy)
    named = ", ".join(fitting[:MAX_NAMED]) + (" …" if len(fitting) > MAX_NAMED else "")
    rule = f"{len(fitting)} claims have an id that begins so"
    raise QueryError(wanted, rule, f"Give more of it: {named}")
