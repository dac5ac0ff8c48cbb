"""A corpus written by hand, for every test of the graph and of what reads it.

Two articles of one story dispute whether Eritrea sent troops into Ethiopia; Norway's sanction and
a joint meeting stand beside it. It holds one of everything: each stance, each phase, a figure
with both bounds and one with an open bound, a time that is resolved and one kept as words, a
leader with two terms, a group, a body, a chain of speakers, a claim in the article's own voice, a
claim taken up by another, private media, an event without a class of its own, claims of either
reader and of both, some of them with a certainty.

The quotes are cut out of the texts here, so that `text[start:end] == quote` holds by itself.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from kg.model import (
    Agent,
    Applied,
    Article,
    Claim,
    Corpus,
    Correction,
    Declined,
    Event,
    Evidence,
    Origin,
    Quantity,
    Relation,
    Series,
    Story,
    Term,
    TimeSpan,
)

BORDER = Article(
    name="border report",
    text=(
        "Ethiopian officials said on Monday that Eritrea had sent more than 1,000 but under 2,500 "
        "troops to Tigray. Eritrea denied the reports. Norway has not confirmed the movements, "
        "its foreign ministry told Nordic Wire.\n"
        'President Isaias Afwerki called these claims "a comedy".'
    ),
    title="Ethiopia says <Eritrea> sent troops",
    publisher="Nordic Wire",
    published=date(2021, 3, 2),
    published_basis="index",
    source="articles/border report.txt",
)
SANCTIONS = Article(
    name="sanctions",
    text=(
        "Norway may lift its sanctions on Eritrea, worth at least 1.50 million kroner, some day. "
        "Eritrea would refrain from arming rebels if Ethiopia and Norway met, “analysts” said."
    ),
    title="Norway weighs an end to sanctions",
    publisher="Fjord Times",
    published=date(2021, 4, 9),
    published_basis="text",
    source="articles/sanctions.html",
)


def _words(article: Article, quote: str) -> Evidence:
    start = article.text.index(quote)
    return Evidence(quote, start, start + len(quote))


AGENTS = (
    Agent("ERI", "State", "Eritrea", iso3="ERI", wikidata="Q986"),
    Agent("ETH", "State", "Ethiopia", iso3="ETH", wikidata="Q115"),
    Agent("NOR", "State", "Norway", iso3="NOR", wikidata="Q20"),
    Agent("fjord-times-analysts", "Group", "analysts"),
    Agent("group/ETH/officials", "Group", "Ethiopian officials", of="ETH"),
    Agent("isaias-afwerki", "Leader", "Isaias Afwerki", of="ERI", wikidata="Q57472",
          terms=(Term("head of state", "ERI", date(1993, 5, 24)),
                 Term("chair of the assembly", "ERI"))),
    Agent("nordic-wire", "Media", "Nordic Wire"),
    Agent("nor-foreign-ministry", "GovernmentBody", "Ministry of Foreign Affairs of Norway",
          of="NOR"),
    Agent("tigray-rebels", "ArmedGroup", "rebels"),
)  # fmt: skip

SAID = Claim(
    id="c1f0a1",
    article=BORDER.name,
    event_class="Deployment",
    actors=("ERI",),
    recipients=("ETH",),
    objects=("troops",),
    claimant="group/ETH/officials",
    stance="asserts",
    modality="actual",
    negated=False,
    phase="starts",
    evidence=_words(BORDER, "Eritrea had sent more than 1,000 but under 2,500 troops to Tigray"),
    trigger=_words(BORDER, "sent"),
    cue="said",
    quantity=Quantity(
        Decimal(1000), Decimal(2500), "troops", "between", "more than 1,000 but under 2,500 troops"
    ),
    time=TimeSpan(date(2021, 3, 1), date(2021, 3, 1), "on Monday"),
    place="Tigray",
    read_by=("lexicon", "taught"),
    certainty=0.8,
)
DENIED = Claim(
    id="c2f0b2",
    article=BORDER.name,
    event_class="Deployment",
    actors=("ERI",),
    recipients=("ETH",),
    objects=(),
    claimant="ERI",
    stance="denies",
    modality="actual",
    negated=False,
    phase="starts",
    evidence=_words(BORDER, "Eritrea denied the reports"),
    trigger=_words(BORDER, "reports"),
    cue="denied",
    about=SAID.id,
    completed=("ETH",),
)
UNCONFIRMED = Claim(
    id="c3f0c3",
    article=BORDER.name,
    event_class="Deployment",
    actors=("ERI",),
    recipients=(),
    objects=(),
    claimant="nor-foreign-ministry",
    stance="unconfirmed",
    modality="alleged",
    negated=False,
    phase="ongoing",
    evidence=_words(BORDER, "Norway has not confirmed the movements"),
    trigger=_words(BORDER, "movements"),
    cue="has not confirmed",
    via=("nordic-wire",),
    read_by=("taught",),
    certainty=0.35,
)
COMEDY = Claim(
    id="c4f0d4",
    article=BORDER.name,
    event_class="Event",
    actors=(),
    recipients=(),
    objects=(),
    claimant="isaias-afwerki",
    stance="denies",
    modality="actual",
    negated=False,
    phase="ongoing",
    evidence=_words(BORDER, 'called these claims "a comedy"'),
    trigger=_words(BORDER, "claims"),
    cue="called",
    label='these claims "a comedy"',
    about=SAID.id,
)
LIFTED = Claim(
    id="c5f0e5",
    article=SANCTIONS.name,
    event_class="Sanction",
    actors=("nor-foreign-ministry",),
    recipients=("isaias-afwerki",),
    objects=("sanctions",),
    claimant=None,
    stance="asserts",
    modality="possible",
    negated=False,
    phase="ends",
    evidence=_words(
        SANCTIONS,
        "Norway may lift its sanctions on Eritrea, worth at least 1.50 million kroner, some day",
    ),
    trigger=_words(SANCTIONS, "sanctions"),
    quantity=Quantity(Decimal("1.50E+6"), None, "NOK", "at least", "at least 1.50 million kroner"),
    time=TimeSpan(None, None, "some day"),
)
ARMED = Claim(
    id="c6f0f6",
    article=SANCTIONS.name,
    event_class="ArmsTransfer",
    actors=("ERI",),
    recipients=("tigray-rebels",),
    objects=(),
    claimant="fjord-times-analysts",
    stance="asserts",
    modality="conditional",
    negated=True,
    phase="ongoing",
    evidence=_words(SANCTIONS, "Eritrea would refrain from arming rebels"),
    trigger=_words(SANCTIONS, "arming"),
    cue="said",
    time=TimeSpan(date(2021, 4, 9), None, "would"),
)
MET = Claim(
    id="c7f0a7",
    article=SANCTIONS.name,
    event_class="Meeting",
    actors=("ETH", "NOR"),
    recipients=(),
    objects=(),
    claimant="fjord-times-analysts",
    stance="asserts",
    modality="conditional",
    negated=False,
    phase="starts",
    evidence=_words(SANCTIONS, "Ethiopia and Norway met"),
    trigger=_words(SANCTIONS, "met"),
    cue="said",
)

EVENTS = (
    Event("e1", "Deployment", ("ERI",), ("ETH",), TimeSpan(date(2021, 3, 1), date(2021, 3, 1), ""),
          "Deployment: Eritrea to Ethiopia", (SAID.id, DENIED.id, UNCONFIRMED.id),
          ("takes up the claim", "same class and actor"), status="contested", affirmed=True),
    Event("e2", "Event", (), (), None, 'these claims "a comedy"', (COMEDY.id,),
          status="deniedOnly"),
    Event("e3", "Sanction", ("NOR",), ("ERI",), None, "Sanction: Norway on Eritrea", (LIFTED.id,),
          status="consideredOnly"),
    Event("e4", "ArmsTransfer", ("ERI",), ("tigray-rebels",), None,
          "ArmsTransfer: Eritrea to rebels", (ARMED.id,), status="negatedOnly"),
)  # fmt: skip

SERIES = (
    Series("s-arms", "ArmsTransfer", ("ERI",), ("tigray-rebels",),
           "Arms transfer: Eritrea → rebels", events=("e4",)),
    Series("s-deployment", "Deployment", ("ERI",), ("ETH",), "Deployment: Eritrea → Ethiopia",
           events=("e1",)),
    Series("s-meeting", "Meeting", ("ETH", "NOR"), (), "Meeting: Ethiopia, Norway",
           claims=(MET.id,)),
    Series("s-sanction", "Sanction", ("NOR",), ("ERI",), "Sanction: Norway → Eritrea",
           events=("e3",)),
)  # fmt: skip

REJECTED = Correction("corrections.csv, row 2", "reject", "Ada Lovelace", "c0ffee", why="a joke")
CHANGED = Correction(
    "corrections.csv, row 3", "change", "Ada Lovelace", DENIED.id, slot="stance", value="denies",
    when=date(2021, 3, 4),
)  # fmt: skip

CORPUS = Corpus(
    articles=(BORDER, SANCTIONS),
    agents=AGENTS,
    claims=(SAID, DENIED, UNCONFIRMED, COMEDY, LIFTED, ARMED, MET),
    events=EVENTS,
    stories=(Story("s1", (BORDER.name, SANCTIONS.name), "delta-press", "Delta Press"),),
    disputes=((DENIED.id, SAID.id),),
    origins=(
        Origin("eri", "Eritrea", (DENIED.id,), speaker="ERI"),
        Origin("s1", "the article border report in its own voice", (LIFTED.id,), story="s1"),
    ),
    relations=(Relation("figure", UNCONFIRMED.id, SAID.id),),
    alike=(("e1", "e3"),),
    series=SERIES,
    corrections=(
        Applied(REJECTED, "c0ffee", BORDER.name, _words(BORDER, '"a comedy"')),
        Applied(CHANGED, DENIED.id, BORDER.name, DENIED.evidence, "asserts"),
    ),
    declined=(Declined(SANCTIONS.name, _words(SANCTIONS, "some day"), "day", "no event class"),),
)
