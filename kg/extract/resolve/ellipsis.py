"""Events told by a bare auxiliary or a stand-in verb: "Peru has not", "did so", "lift them".

What they stand for is the nearest claim before them, of the same sentence or the one before.
"""

from __future__ import annotations

from dataclasses import replace

from kg.extract.context import Context
from kg.extract.lemmas import lemma_of, names_of
from kg.extract.resolve.completion import place
from kg.extract.write.draft import Draft
from kg.knowledge.words import grammar
from kg.language import syntax
from kg.language.hanging import Relation, relation
from kg.language.tree import Token
from kg.model import Agent, Claim

_BESIDE: frozenset[Relation] = frozenset(
    {
        "subject",
        "passive subject",
        "adverb",
        "negation",
        "punctuation",
        "coordinator",
        "auxiliary",
        "unclear",
        "marker",
    }
)
"""What may stand beside a bare auxiliary."""
_STOOD_FOR = {"it": "NN", "them": "NNS"}
"""The nouns that a pronoun may stand for, by their tag."""
_STAND_INS = {"do": ("so", "likewise", "the same"), "follow": ("suit",), "act": ("likewise",)}
"""Verbs that stand for another, by what follows them."""


class Ellipsis:
    """Drafts claims of clauses that leave out what was just said."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, trigger: Token) -> Draft | None:
        """The draft of `trigger` as a verb that stands for a claim before it; None elsewhere."""
        if trigger.pos == "PRON":
            return self._handled(trigger)
        if trigger.pos not in ("VERB", "AUX"):
            return None
        bare = self._is_bare(trigger)
        if not bare and not self._stands_in(trigger):
            return None
        actors = self._context.agents.of_phrase(syntax.subject(trigger))
        earlier = self._nearest(trigger, frozenset(a.principal for a in actors), bare=bare)
        if earlier is None or not actors:
            return None
        return self._repeated(trigger, earlier, actors)

    def _is_bare(self, verb: Token) -> bool:
        """'Serbia has not.', 'and so did Chad': nothing but a subject and a yes or no."""
        free = relation(verb) in ("root", "conjunct", "aside")
        if not free or lemma_of(verb) not in grammar().bare_auxiliaries:
            return False
        told = syntax.negation(verb) or any(
            c.lower in grammar().likewise_words for c in verb.children
        )
        return bool(told) and all(relation(c) in _BESIDE for c in verb.children)

    def _stands_in(self, verb: Token) -> bool:
        """'do so', 'did the same', 'followed suit'; not 'the first to do so'."""
        phrases = [words.split() for words in _STAND_INS.get(lemma_of(verb), ())]
        if not phrases:
            return False
        subject = syntax.subject(verb)
        ranked = {t.lower for t in syntax.attributes(subject)} if subject is not None else set()
        if relation(verb) == "noun clause" or (
            syntax.mark_of(verb) == "to" and ranked & grammar().ranking_words
        ):
            return False
        after = [t.lower for t in verb.tree[verb.i + 1 : verb.i + 3]]
        return any(after[: len(words)] == words for words in phrases)

    def _nearest(self, verb: Token, doers: frozenset[str], *, bare: bool) -> Claim | None:
        """The last asserted claim before `verb`; a bare auxiliary tells of somebody else."""
        first = max(verb.sentence.start - 1, 0)
        start = verb.tree[verb.tree[first].sentence.start].idx
        principals = self._context.principals
        found = (
            c
            for c in self._context.told(verb)
            if c.stance == "asserts"
            and start <= c.trigger.start < verb.idx
            and not (bare and doers & principals((*c.actors, *c.recipients)))
        )
        return max(found, key=place, default=None)

    def _repeated(self, trigger: Token, earlier: Claim, actors: tuple[Agent, ...]) -> Draft:
        scope, subject = self._context.scope(trigger, None), syntax.subject(trigger)
        if trigger.lower in self._context.lexicon.markers.planned_modals:
            scope = scope.raised("planned")
        # 'X has sent none, and neither has Y': what is negated again stays so
        again = earlier.negated and any(c.lower in ("neither", "nor") for c in trigger.children)
        return Draft(
            event_class=earlier.event_class,
            trigger=trigger,
            scope=scope,
            actors=actors,
            recipients=self._context.named(earlier.recipients),
            words=() if subject is None else (subject,),
            phase=earlier.phase,
            negated=again or scope.negated != earlier.negated,
            about=earlier.id,
        )

    def _handled(self, pronoun: Token) -> Draft | None:
        """'It will restore them': sanctions, say, that the sentence before told of."""
        link, verb = syntax.governor(pronoun)
        tag = _STOOD_FOR.get(pronoun.lower)
        if tag is None or link != "object":
            return None
        lexicon = self._context.lexicon
        words = names_of(verb, lexicon.idioms)
        ends = not lexicon.carriers.ending_verbs.isdisjoint(words)
        if not ends and lexicon.carriers.reviving_verbs.isdisjoint(words):
            return None
        earlier = self._nearest(pronoun, frozenset(), bare=False)
        noun = self._context.tree.at(earlier.trigger.start) if earlier is not None else None
        if earlier is None or noun is None or noun.tag != tag:
            return None
        actors = self._context.agents.of_phrase(syntax.subject(verb))
        draft = self._repeated(verb, earlier, actors or self._context.named(earlier.actors))
        lasts = any(f.halted == "ends" for f in self._context.frames(noun))
        negated = draft.scope.negated != (ends and not lasts)
        return replace(draft, phase="ends" if ends and lasts else "starts", negated=negated)
