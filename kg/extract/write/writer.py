"""From a filled frame and its scope to claims: figures, times, words, and the id."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.measure.measures import Measures
from kg.extract.measure.timing import Timing
from kg.extract.write.draft import Draft
from kg.language import syntax
from kg.language.hanging import below
from kg.language.tree import Span, Token, Tree, present
from kg.model import Agent, Article, Claim, Evidence, Quantity, TimeSpan

_ID_LENGTH = 12
"""Hex digits of a claim's id: 48 bits, no collision to be feared below a million claims."""
_LEADING = ("DET", "ADP", "PUNCT", "SPACE", "PRON", "ADV", "CCONJ")
"""Parts of speech that begin a noun phrase and are left out of what an object is called."""


class ClaimWriter:
    """Writes the claims of one article; its figures and times are found beforehand."""

    def __init__(self, article: Article, tree: Tree, measures: Measures, timing: Timing) -> None:
        self._article, self._tree = article, tree
        self._measures, self._timing = measures, timing

    def write(
        self, draft: Draft, claimants: tuple[Agent, ...], via: tuple[Agent, ...]
    ) -> list[Claim]:
        """One claim a claimant, or one without where the article speaks itself.

        `via` are the speakers around the claimants, outermost first.
        """
        evidence, quantity = self._evidence(draft), self._quantity(draft)
        trigger = self.words(draft.trigger.i, draft.trigger.i + 1)
        timed = _timed(draft)
        claims = []
        for claimant in claimants or (None,):
            claim = Claim(
                id="",
                article=self._article.name,
                event_class=draft.event_class,
                actors=tuple(a.key for a in draft.actors),
                recipients=tuple(a.key for a in draft.recipients),
                objects=(self._phrase(draft.theme),) if draft.theme is not None else (),
                claimant=claimant.key if claimant else None,
                stance=draft.scope.stance,
                modality=draft.scope.modality,
                negated=draft.negated,
                phase=draft.phase,  # type: ignore[arg-type]  # the lexicon checks it against Phase
                evidence=evidence,
                trigger=trigger,
                cue=" ".join(t.text for t in sorted({*draft.scope.cues}, key=lambda t: t.i)),
                via=tuple(a.key for a in via if a != claimant),
                quantity=quantity,
                time=self.time(draft),
                place=draft.place,
                label=draft.label,
                about=draft.about,
                said=self._timing.said(draft.trigger, draft.scope, timed),
                kind=draft.scope.kind,
                completed=draft.completed,
            )
            claims.append(replace(claim, id=_identity(claim)))
        return claims

    def time(self, draft: Draft) -> TimeSpan | None:
        """When the event of `draft` takes place, where its sentence says so."""
        return self._timing.of(draft.trigger, draft.scope, _timed(draft))

    def sentence(self, token: Token) -> Evidence:
        """The sentence around `token`, without the white space about it."""
        return self.words(token.sentence.start, token.sentence.end)

    def words(self, start: int, end: int) -> Evidence:
        """The words of tokens `start` to `end` (exclusive), without the white space about them."""
        span = self._tree[start:end]
        first = span.start_char + len(span.text) - len(span.text.lstrip())
        quote = span.text.strip()
        return Evidence(quote, first, first + len(quote))

    def _evidence(self, draft: Draft) -> Evidence:
        """The shortest run of words of the sentence that tells the claim.

        It holds the trigger, roles, cues and, of each party, the name nearest to the trigger.
        """
        sentence = draft.trigger.sentence
        kept = [draft.trigger, *draft.words, *draft.scope.cues, *draft.scope.deciding]
        if draft.scope.stance != "asserts":
            kept += draft.scope.speakers[:1]
        ranges = [
            self._extent(t, draft.trigger) for t in kept if t.sentence.start == sentence.start
        ]
        start, end = self._with_names(_around(ranges), draft)
        if end - start == 1:
            start, end = self._clause(draft.trigger)
        return self.words(start, end)

    def _with_names(self, held: tuple[int, int], draft: Draft) -> tuple[int, int]:
        """`held` with a name of each party that it leaves out: 'X has aided Y and *armed Z*'."""
        at = draft.trigger.i
        for names in draft.named:
            if not any(held[0] <= name.start and name.end <= held[1] for name in names):
                near = min(names, key=lambda name: (min(abs(t.i - at) for t in name), name.start))
                phrase = self._extent(near.root, draft.trigger)
                held = _around([held, phrase, (near.start, _closed(near))])
        return held

    def _clause(self, trigger: Token) -> tuple[int, int]:
        """The clause around `trigger`, without the marks at its ends: one word is no evidence."""
        verbs = (t for t in (trigger, *trigger.ancestors) if syntax.is_verbal(t))
        head = next((t for t in verbs if t.left_edge.i < t.right_edge.i), trigger.sentence.root)
        clause = self._tree[head.left_edge.i : head.right_edge.i + 1]
        held = [trigger.i, *(t.i for t in clause if t.is_word)]
        return min(held), max(held) + 1

    def _extent(self, token: Token, trigger: Token) -> tuple[int, int]:
        """The phrase of `token` up to its head; what hangs behind it stays out."""
        if token == trigger or token.is_ancestor(trigger) or syntax.is_verbal(token):
            return token.i, token.i + 1
        ends = [token.i + 1, *(c.i + 1 for c in syntax.conjuncts(token))]
        ends += [c.right_edge.i + 1 for c in below(token, "name part")]
        left = token.left_edge.i
        return (left if left > trigger.i or token.i < trigger.i else token.i), max(ends)

    def _phrase(self, theme: Token) -> str:
        """The words of `theme` up to itself, without articles and the like in front."""
        before = self._tree[theme.left_edge.i : theme.i]
        start = next((t.i for t in before if t.pos not in _LEADING), theme.i)
        return self.words(start, theme.i + 1).quote

    def _quantity(self, draft: Draft) -> Quantity | None:
        """The figure of the object, else what the frame looks for: a price, a number of victims."""
        measures, trigger, theme = self._measures, draft.trigger, draft.theme
        words = present(draft.figure, theme, None if syntax.is_verbal(trigger) else trigger)
        for token in words:
            if found := measures.counted(token, draft.unit):
                return (measures.dead_beside(token) if draft.figures == "toll" else None) or found
        noun = theme or trigger
        found = measures.worth(noun) or measures.inside(noun)
        if found is None and theme is not None:
            found = measures.raised(trigger, theme)
        return found or self._looked_for(draft)

    def _looked_for(self, draft: Draft) -> Quantity | None:
        """What the frame looks for elsewhere in the sentence."""
        match draft.figures:
            case "hit" if draft.reached is not None:
                return self._measures.counted(draft.reached)
            case "price":
                return self._measures.price(draft.trigger)
            case "toll":
                return self._measures.toll(draft.trigger)
        return None


def _around(ranges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The range from the first start to the last end."""
    return min(start for start, _ in ranges), max(end for _, end in ranges)


def _closed(name: Span) -> int:
    """Where a phrase may end that ends in `name`: 'the Chadian army', not 'the Chadian'."""
    noun = name.root.head
    return max(name.end, noun.i + 1) if noun.pos in ("NOUN", "PROPN") else name.end


def _identity(claim: Claim) -> str:
    """The id that follows from what the claim says and where: the same in every build."""
    parts = (
        claim.article,
        str(claim.evidence.start),
        str(claim.evidence.end),
        str(claim.trigger.start),
        claim.event_class,
        "|".join(claim.actors),
        "|".join(claim.recipients),
        "|".join(claim.objects),
        claim.claimant or "",
        claim.stance,
    )
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:_ID_LENGTH]


def _timed(draft: Draft) -> list[Token]:
    """The words on which a time of the event may hang: its theme, and its roles behind it."""
    behind = [t for t in draft.words if t.i > draft.trigger.i]
    return behind if draft.theme is None else [draft.theme, *behind]
