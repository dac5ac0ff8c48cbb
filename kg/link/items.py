"""Which item of a digest a claim stands in: each of its paragraphs tells a matter of its own.

Reading tells digests from articles and divides them into stories, for which neighbours on the same
parties are one: what one of them leaves out the other may tell. They are two events all the same,
so that linking counts paragraphs; one that leans on what stands before belongs to that.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.knowledge.linking import linking_words
from kg.model import Article, Claim

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_FIRST = re.compile(r"[\w’']+|[“\"]")


def with_items(claims: Iterable[Claim], articles: Mapping[str, Article]) -> list[Claim]:
    """`claims` of digests with the paragraph that each stands in, from 1; others as they are.

    Where the text is not at hand, items stay as reading counted them.
    """
    held: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        held[claim.article].append(claim)
    return [claim for name in held for claim in _divided(held[name], articles.get(name))]


def _divided(claims: list[Claim], article: Article | None) -> list[Claim]:
    if article is None or not article.text or not any(claim.item for claim in claims):
        return claims
    lines = _LINE.finditer(article.text, article.body)
    starts = [line.start() for line in lines if not _leans(line.group())]
    return [
        replace(claim, item=max(bisect_right(starts, claim.trigger.start), 1)) for claim in claims
    ]


def _leans(line: str) -> bool:
    first = _FIRST.search(line)
    return first is None or first.group().lower() in linking_words().leaning
