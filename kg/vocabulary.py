"""The terms of `ontology/statecraft.ttl` and the few foreign ones the graph is written with.

A closed vocabulary: `SC.Denail` raises AttributeError instead of making a new IRI. A test holds
`SC` equal to what the ontology declares, but for the classes below `Event`: Python names none of
them, so that adding one is an edit of the ontology alone.
"""

# ruff: noqa: N815 - names are the ontology's, and properties there are in mixed case

from __future__ import annotations

from typing import TypeVar

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace

DATA = Namespace("https://w3id.org/statecraft/id/")
"""Where the IRIs of articles, claims, events and agents live."""

WIKIDATA = Namespace("http://www.wikidata.org/entity/")


_N = TypeVar("_N", bound=type[DefinedNamespace])


def _at_hand(namespace: _N) -> _N:
    """The namespace with its terms as plain attributes: a build asks for them a million times."""
    for name in namespace.__annotations__:
        setattr(namespace, name, namespace[name])
    return namespace


@_at_hand
class SC(DefinedNamespace):
    """Statecraft's own terms."""

    _NS = Namespace("https://w3id.org/statecraft/ontology#")
    _fail = True

    # Agents
    Agent: URIRef
    ArmedGroup: URIRef
    Company: URIRef
    GovernmentBody: URIRef
    Group: URIRef
    Document: URIRef
    IntergovernmentalOrganization: URIRef
    Leader: URIRef
    Media: URIRef
    Organization: URIRef
    Person: URIRef
    State: URIRef

    # Claims and what they hold
    AffirmedEvent: URIRef
    Affirmation: URIRef
    Article: URIRef
    Assertion: URIRef
    Attribution: URIRef
    Claim: URIRef
    ClaimKind: URIRef
    Correction: URIRef
    Dataset: URIRef
    Denial: URIRef
    Event: URIRef
    EventStatus: URIRef
    FigureKind: URIRef
    Evidence: URIRef
    Modality: URIRef
    NonConfirmation: URIRef
    Origin: URIRef
    Phase: URIRef
    Place: URIRef
    Publisher: URIRef
    Quantity: URIRef
    Reader: URIRef
    Reviewer: URIRef
    Series: URIRef
    Stance: URIRef
    Story: URIRef
    Term: URIRef
    TimeSpan: URIRef

    # Stances, modalities, phases, kinds of claims and figures, readers, statuses of events
    accusation: URIRef
    counterAccusation: URIRef
    fullDenial: URIRef
    nonConfirmation: URIRef
    nonDenial: URIRef
    partialDenial: URIRef
    refutation: URIRef
    retraction: URIRef
    captured: URIRef
    killed: URIRef
    missing: URIRef
    money: URIRef
    pieces: URIRef
    present: URIRef
    sent: URIRef
    wounded: URIRef
    actual: URIRef
    alleged: URIRef
    allegedOnly: URIRef
    asserted: URIRef
    asserts: URIRef
    conditional: URIRef
    consideredOnly: URIRef
    contested: URIRef
    deniedOnly: URIRef
    denies: URIRef
    ends: URIRef
    lexicon: URIRef
    negatedOnly: URIRef
    ongoing: URIRef
    planned: URIRef
    possible: URIRef
    starts: URIRef
    taught: URIRef
    unconfirmed: URIRef
    unconfirmedOnly: URIRef

    # Properties between nodes
    aboutEvent: URIRef
    aboutSeries: URIRef
    actor: URIRef
    actorAgent: URIRef
    attribution: URIRef
    claimant: URIRef
    claimantOf: URIRef
    completed: URIRef
    completedFrom: URIRef
    correctedBy: URIRef
    counters: URIRef
    disagreesInDate: URIRef
    disagreesInFigure: URIRef
    disagreesInParty: URIRef
    disagreesInStance: URIRef
    disagreesInStatement: URIRef
    disputes: URIRef
    eventClass: URIRef
    evidence: URIRef
    inArticle: URIRef
    inSeries: URIRef
    inState: URIRef
    inStory: URIRef
    kind: URIRef
    measures: URIRef
    modality: URIRef
    of: URIRef
    origin: URIRef
    outermost: URIRef
    phase: URIRef
    place: URIRef
    publishedBy: URIRef
    quantity: URIRef
    readBy: URIRef
    readOnlyBy: URIRef
    recipient: URIRef
    recipientAgent: URIRef
    retracts: URIRef
    reverses: URIRef
    revises: URIRef
    said: URIRef
    sameButForTime: URIRef
    speaker: URIRef
    reviewer: URIRef
    stance: URIRef
    status: URIRef
    takesUp: URIRef
    term: URIRef
    time: URIRef
    toldIn: URIRef
    via: URIRef

    # Properties with a literal
    becomes: URIRef
    certainty: URIRef
    claimId: URIRef
    cue: URIRef
    datesBasis: URIRef
    decided: URIRef
    eventLabel: URIRef
    firstDay: URIRef
    high: URIRef
    inputDigest: URIRef
    iso3: URIRef
    item: URIRef
    joinedBecause: URIRef
    key: URIRef
    lastDay: URIRef
    low: URIRef
    name: URIRef
    negated: URIRef
    object: URIRef
    office: URIRef
    placeKind: URIRef
    position: URIRef
    precision: URIRef
    publishedBasis: URIRef
    qualifier: URIRef
    quote: URIRef
    quoteEnd: URIRef
    quoteStart: URIRef
    reason: URIRef
    saidWords: URIRef
    sha256: URIRef
    slot: URIRef
    timeBasis: URIRef
    timeWords: URIRef
    trigger: URIRef
    triggerStart: URIRef
    unit: URIRef
    url: URIRef
    verdict: URIRef
    was: URIRef
    words: URIRef


@_at_hand
class OA(DefinedNamespace):
    """The terms of Web Annotation that evidence is written with."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    start: URIRef
