"""The carriers that travel between stages.

Every carrier is frozen and imports the standard library only, so that it can be printed, stored
and written by hand in a test. Offsets are Unicode code points into `Article.text`. Agents are
referred to by key: an ISO 3166 alpha-3 code for a state, the gazetteer's key for anything listed
there, and a key made from content for what the article alone introduces.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

Stance = Literal["asserts", "denies", "unconfirmed"]
Modality = Literal["actual", "alleged", "planned", "possible", "conditional"]
Phase = Literal["starts", "ongoing", "ends"]
ClaimKind = Literal[
    "accusation", "counterAccusation", "fullDenial", "partialDenial", "refutation", "retraction",
    "nonConfirmation", "nonDenial",
]  # fmt: skip
FigureKind = Literal[
    "killed", "wounded", "missing", "captured", "sent", "present", "money", "pieces"
]
EventStatus = Literal[
    "asserted", "contested", "allegedOnly", "consideredOnly", "negatedOnly", "deniedOnly",
    "unconfirmedOnly",
]  # fmt: skip
ReaderName = Literal["lexicon", "taught"]
AgentKind = Literal[
    "State", "Leader", "Person", "Organization", "IntergovernmentalOrganization",
    "GovernmentBody", "ArmedGroup", "Company", "Media", "Group", "Document",
]  # fmt: skip

ACTS_FOR: frozenset[AgentKind] = frozenset(
    {"Leader", "Person", "GovernmentBody", "Group", "Document"}
)
"""Kinds that count as the state or organisation they belong to when they act."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text as given, with what is known about it. `name` is the file's name without ending.

    `body` is the offset where its prose begins; what stands before is front matter. `url` is its
    address, "" where it has none; articles of one address are versions of a page, in order of
    `published` and `fetched`, the time in ISO form when it was taken from there. `digest` is the
    SHA-256 of its text where the text itself is left out, in hexadecimal. `corrected` tells that it
    says of itself that it corrects or renews an earlier report.
    """

    name: str
    text: str
    title: str = ""
    publisher: str = ""
    published: date | None = None
    published_basis: str = ""
    language: str = "en"
    source: str = ""
    body: int = 0
    url: str = ""
    digest: str = ""
    fetched: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """An input that gave no article: where it lies, why, and what would help."""

    source: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: `of` is the key of the state or organisation; None where not known."""

    office: str
    of: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """Somebody who acts or speaks. `of` is the key of the state or body it belongs to."""

    key: str
    kind: AgentKind
    label: str
    of: str | None = None
    iso3: str | None = None
    wikidata: str | None = None
    terms: tuple[Term, ...] = ()

    @property
    def principal(self) -> str:
        """The key that counts when this agent acts: its state or organisation, or itself."""
        return self.of if self.of and self.kind in ACTS_FOR else self.key


def principal(key: str, agents: Mapping[str, Agent]) -> str:
    """The key that counts when the agent `key` acts.

    Follows `Agent.principal` to its end: the spokesman of a state's army counts as the state. A
    key that `agents` does not hold counts as itself; a line that runs in a circle ends at the
    first key of the circle in the alphabet, wherever it was entered.
    """
    seen = [key]
    while seen[-1] in agents:
        above = agents[seen[-1]].principal
        if above in seen:
            return min(seen[seen.index(above) :])
        seen.append(above)
    return seen[-1]


def with_owners(keys: Iterable[str | None], agents: Mapping[str, Agent]) -> tuple[Agent, ...]:
    """The agents of `keys` and all that these belong to, sorted by key; unknown keys left out."""
    wanted = {key for key in keys if key}
    found: dict[str, Agent] = {}
    while wanted:
        key = wanted.pop()
        if key in agents and key not in found:
            found[key] = agents[key]
            wanted |= {found[key].of or key}
    return tuple(found[key] for key in sorted(found))


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words: `article.text[start:end] == quote`, always."""

    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its bounds, either may be open; `unit` is a lemma or an ISO 4217 code.

    `kind` says what it counts, "" before linking has looked or where nobody can tell.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    qualifier: str
    words: str
    kind: FigureKind | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """An interval of whole days, both ends included; None where the words do not tell.

    `basis` is "publication" where no words date it, but that it was told as news that day.
    """

    start: date | None
    end: date | None
    words: str
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One mention in one article that a claimant takes a stance on an event.

    `actors` and `recipients` are keys of the agents as mentioned (a president, a ministry);
    `Agent.principal` tells whom they count as. `claimant` None is the article's own voice;
    `via` holds outer speakers of a chain, outermost first. `about` is the id of the earlier claim
    of this article that this one takes up ("these claims"), if any. `label` is the words of an
    event that has no class below Event. `time` is when the event takes place, `said` when the
    claimant said so ("on Tuesday"). `kind` says what kind of accusation, denial or silence it is;
    None leaves it to the stance. `completed` are the keys of actors and recipients that its
    sentence leaves out and the article tells elsewhere: in the claim `about`, or else in what it is
    set in. `read_by` names the readers that found the claim, sorted;
    `certainty`, from 0 to 1 and rounded to two decimals, is the chance that it is wholly right,
    None where nobody reckoned it. `item` counts the items of a digest from 1; 0 where the article
    tells one story. None of these four is a part of `id`.
    """

    id: str
    article: str
    event_class: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    objects: tuple[str, ...]
    claimant: str | None
    stance: Stance
    modality: Modality
    negated: bool
    phase: Phase
    evidence: Evidence
    trigger: Evidence
    cue: str = ""
    via: tuple[str, ...] = ()
    quantity: Quantity | None = None
    time: TimeSpan | None = None
    place: str = ""
    label: str = ""
    about: str | None = None
    said: TimeSpan | None = None
    kind: ClaimKind | None = None
    read_by: tuple[ReaderName, ...] = ("lexicon",)
    certainty: float | None = None
    completed: tuple[str, ...] = ()
    item: int = 0


@dataclass(frozen=True, slots=True)
class Declined:
    """A sentence that held a trigger but gave no claim, with the reason."""

    article: str
    sentence: Evidence
    trigger: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one article gave. `agents` holds every agent its claims name, and its principal."""

    article: Article
    claims: tuple[Claim, ...]
    declined: tuple[Declined, ...]
    agents: tuple[Agent, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What claims of one or many articles are about. Actors and recipients are principals' keys.

    `claims` are claim ids in order of article and offset; `joined` says in words why each after
    the first was held to be about this event, "" where it but takes up another. `status` says
    what all its claims together make of it, None before linking has looked; `affirmed` whether one
    of them asserts it as actual, and not negated.
    """

    id: str
    event_class: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    time: TimeSpan | None
    label: str
    claims: tuple[str, ...]
    joined: tuple[str, ...] = ()
    status: EventStatus | None = None
    affirmed: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """What the same parties do in one class over time ("the strikes", "aid since 2022").

    `events` are ids in order of time; `claims` those that are about none of the events but about
    all of it, in order of article and offset.
    """

    id: str
    event_class: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    label: str
    events: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that are copies or rewrites of one report; `articles` are names, sorted.

    Stories of one `publisher` (a key, called `published_by`, "" if unknown) are not independent.
    """

    id: str
    articles: tuple[str, ...]
    publisher: str = ""
    published_by: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Whom claims go back to: one named speaker, or what one story says without naming its source.

    Claims of one origin count once, however many articles carry them. `speaker` is the key of the
    named speaker; `story` the id of the story that the words are known from where there is none.
    """

    id: str
    label: str
    claims: tuple[str, ...]
    speaker: str | None = None
    story: str | None = None


RelationKind = Literal[
    "revises", "reverses", "retracts", "counters",
    "figure", "date", "party", "stance", "statement",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """How a claim stands to an earlier or other one, both by id.

    `revises`: a later figure of the same voice. `reverses`: the same voice asserts what it denied,
    or denies what it asserted. `retracts`: takes back. `counters`: accuses the accuser. The others
    name what two voices disagree in: a figure, a date, who did it, whether it was (`stance`: one
    denies it, once for each two speakers; `statement`: one says that it was not).
    """

    kind: RelationKind
    claim: str
    other: str


Verdict = Literal["reject", "accept", "change"]


@dataclass(frozen=True, slots=True)
class Correction:
    """What a reader says of a claim: one row of corrections.csv, named by `source`.

    The claim is meant by id, else by its words in an article (and its class, where given). `slot`
    and `value` are filled where the verdict is a change, as columns of claims.csv have them.
    """

    source: str
    verdict: Verdict
    who: str
    claim: str = ""
    article: str = ""
    quote: str = ""
    event_class: str = ""
    slot: str = ""
    value: str = ""
    why: str = ""
    when: date | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction with the claim it found; `was` is what stood in the slot before a change."""

    correction: Correction
    claim: str
    article: str
    evidence: Evidence
    was: str = ""


@dataclass(frozen=True, slots=True)
class Software:
    """A program that made a graph, or the weights of one, with the digest of its files."""

    name: str
    version: str
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Dataset:
    """What a graph says of itself. `licence` is an IRI, "" where nobody has given one."""

    name: str
    software: tuple[Software, ...] = ()
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Everything linked: what the exports, the store and the page are made from. All sorted.

    `disputes` pairs the id of a denying claim with the id of an asserting claim it denies;
    `alike` pairs events that are the same but for their time, the earlier first. `base` is where
    the corpus' own IRIs live, "" for the place of them all.
    """

    articles: tuple[Article, ...]
    agents: tuple[Agent, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    stories: tuple[Story, ...]
    disputes: tuple[tuple[str, str], ...]
    declined: tuple[Declined, ...] = ()
    origins: tuple[Origin, ...] = ()
    relations: tuple[Relation, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    series: tuple[Series, ...] = ()
    corrections: tuple[Applied, ...] = ()
    base: str = ""
    dataset: Dataset | None = None
