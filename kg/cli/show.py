"""`kg show`: one claim in full."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.console import FILE

if TYPE_CHECKING:
    from rich.text import Text

    from kg.store.show import ClaimCard, Voice

MARKS = ("»", "«")  # around the quote, so that it shows without colour
STANCES = {
    "asserts": "Who claims it",
    "denies": "Who denies it",
    "unconfirmed": "Who does not confirm it",
}


def command(
    claim: Annotated[str, typer.Argument(help="The claim's id or IRI, or how its id begins.")],
    graph: Annotated[Path, typer.Option(help=f"The file it is in: {FILE}.")] = Path(
        "graph/graph.ttl"
    ),
) -> None:
    """Print a claim with its sentence, its article, and who else claims or denies the event."""
    from kg.store.engine import Store
    from kg.store.show import claim_card

    print_card(claim_card(Store.load(graph), _identifier(claim)), graph)


def print_card(card: ClaimCard, graph: Path) -> None:
    """Print a claim with all around it; its sentence is looked up beside `graph`."""
    from kg.cli.console import say, text

    say(text(f"Claim {card.claim}", "bold"), text(f"  about  {card.event_label}"))
    read = (("read_by", ", ".join(card.read_by)), ("certainty", card.certainty))
    told = (("kind", card.kind), ("cue", card.cue), ("joined", card.because), *read)
    for name, value in (*card.slots, *told):
        if value:
            say(text(f"  {name:<15}", "dim"), text(value))
    say(text("\n"), _sentence(card, graph), text("\n"))
    source = ", ".join(filter(None, (card.title, card.publisher, card.published)))
    say(text(f"  {card.article}", "dim"), text(f"  {source}  characters {card.start}-{card.end}"))
    for line in card.verdicts:
        say(text("  review  ", "dim"), text(line))
    own = dict(card.slots)["stance"]
    for stance, heading in STANCES.items():
        _others(f"{heading} too" if stance == own else heading, card.voices(stance))
    _links(card)


def _identifier(claim: str) -> str:
    """The id in an IRI, in a prefixed name, or as it is."""
    return re.split(r"[/:#]", claim.strip("<>"))[-1]


def _sentence(card: ClaimCard, graph: Path) -> Text:
    """The sentence with the quote marked; the quote alone where the build's texts are gone."""
    from rich.text import Text

    from kg.cli.console import text
    from kg.corpus.output import ARTICLES
    from kg.show.passage import passage

    before, quote, after = "", card.quote, ""
    file = graph.parent / ARTICLES / f"{card.article}.txt"
    if file.is_file():
        words = file.read_bytes().decode()
        if words[card.start : card.end] == card.quote:
            before, quote, after = passage(words, card.start, card.end)
    opening, closing = MARKS
    marked = text(f"{opening}{quote}{closing}", "bold reverse")
    return Text.assemble("  ", text(before), marked, text(after))


def _others(heading: str, voices: tuple[Voice, ...]) -> None:
    from kg.cli.console import say, text

    if not voices:
        return
    say(text(f"\n{heading}", "bold"))
    for voice in voices:
        who = voice.claimant or "the article"
        of = f" ({voice.claimant_of})" if voice.claimant_of else ""
        held = voice.modality + (", negated" if voice.negated else "")
        told = text(f"{who}{of}, {held}: “{voice.quote}”")
        say(text(f"  {voice.claim}  ", "dim"), told, text(f"  {voice.article}", "dim"))
        if voice.because:
            say(text(f"                joined: {voice.because}", "dim"))


def _links(card: ClaimCard) -> None:
    from kg.cli.console import say, text

    for heading, claims in (("Denies", card.disputes), ("Denied by", card.disputed_by)):
        if claims:
            say(text(f"\n{heading:<10}", "bold"), text(", ".join(claims)))
    for how in dict.fromkeys(how for how, _ in card.related):
        claims = tuple(claim for told, claim in card.related if told == how)
        say(text(f"\n{how.capitalize():<10}", "bold"), text(" "), text(", ".join(claims)))
