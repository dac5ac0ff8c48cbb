"""Articles that are dated after the day on which they can have been published.

An article that was fetched was there by then; of any other it is only known that it is read today.
The clock is read for this part of the report alone: what a build writes of an article does not
depend on the day on which it is read. A day is let pass, for somewhere it is tomorrow already.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from kg.model import Article, Unread
from kg.read.dates import published

_SPARE = timedelta(days=1)
REMEDY = (
    "Correct its date, where its metadata or index.csv has it: what is told as news is "
    "reckoned from it, and so is 'last week'."
)


def ahead(articles: Iterable[Article], today: date) -> tuple[Unread, ...]:
    """A line for each article whose date of publication lies ahead, in order of name."""
    told = (_line(article, today) for article in sorted(articles, key=lambda a: a.name))
    return tuple(line for line in told if line)


def _line(article: Article, today: date) -> Unread | None:
    fetched = published(article.fetched)
    by = fetched or today
    if article.published is None or article.published <= by + _SPARE:
        return None
    which = f"the day on which it was fetched, {by}" if fetched else f"today, {by}"
    reason = f"its date of publication, {article.published}, is after {which}"
    return Unread(article.name, reason, REMEDY)
