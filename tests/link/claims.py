"""Claims written by hand: two neighbours at the Horn of Africa and their guests."""

from __future__ import annotations

from datetime import date
from typing import Any

from kg.model import Agent, Article, Claim, Evidence, Reading, TimeSpan

STATES = {"ERI": "Eritrea", "ETH": "Ethiopia", "TCD": "Chad", "SDN": "Sudan"}
AGENTS = (
    *(Agent(code, "State", label, iso3=code) for code, label in STATES.items()),
    Agent("eri-ministry", "GovernmentBody", "Eritrean information ministry", of="ERI"),
    Agent("eth-leader", "Leader", "Prime minister of Ethiopia", of="ETH"),
    Agent("au", "IntergovernmentalOrganization", "African Union"),
)


def span(start: str | None, end: str | None = None, words: str = "then") -> TimeSpan:
    def day(text: str | None) -> date | None:
        return date.fromisoformat(text) if text else None

    return TimeSpan(day(start), day(end or start), words)


def year(number: int) -> TimeSpan:
    return span(f"{number}-01-01", f"{number}-12-31", f"in {number}")


def claim(article: str, at: int, **slots: Any) -> Claim:
    evidence = Evidence("words", at, at + 5)
    given: dict[str, Any] = {
        "id": f"{article}.{at}",
        "article": article,
        "event_class": "Deployment",
        "actors": ("ERI",),
        "recipients": ("ETH",),
        "objects": (),
        "claimant": None,
        "stance": "asserts",
        "modality": "actual",
        "negated": False,
        "phase": "starts",
        "evidence": evidence,
        "trigger": evidence,
    }
    return Claim(**given | slots)


def reading(
    name: str, *claims: Claim, published: str | None = "2021-03-01", text: str = ""
) -> Reading:
    day = date.fromisoformat(published) if published else None
    return Reading(Article(name, text or f"Text of {name}.", published=day), claims, (), AGENTS)
