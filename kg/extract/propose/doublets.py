"""One event in two words of a sentence: 'shelled the town, killing ten people in the attack'."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.context import Context
from kg.extract.frames.slots import Filled
from kg.extract.lemmas import lemma_of
from kg.knowledge.words import grammar
from kg.language import syntax, verbal
from kg.language.hanging import has
from kg.language.tree import Token, present
from kg.model import Claim


class Doublets:
    """Remembers which words of one article have told an event, as it is read."""

    def __init__(self, context: Context) -> None:
        self._context, harm = context, context.lexicon.harm
        self._toll, self._accidents = harm.toll_verbs, harm.accident_verbs
        self._benefits = context.lexicon.giving.benefit_verbs
        self._asking = context.lexicon.speech.requesting_verbs
        self._told: dict[int, Filled] = {}
        self._used: set[int] = set()

    def add(self, filled: Filled) -> None:
        """Notes that `filled` was read as a claim."""
        self._told[filled.trigger.i] = filled
        means = present(filled.means) if filled.frame.part == "verb" else []
        self._used |= {*_words_of(filled), *(t.i for t in means)}  # 'damaged in the airstrikes'

    def skip(self, filled: Filled) -> None:
        """Notes that the trigger of `filled` tells no event of its own."""
        self._used |= {filled.trigger.i, *_words_of(filled)}

    def is_theme(self, token: Token) -> bool:
        """Whether `token` is what another draft is about: 'ratified the treaty' is one event."""
        classes = {f.event_class for f in self._context.frames(token)}
        joint = classes & self._context.lexicon.joint
        return token.i in self._used or any(self._is_told_elsewhere(token, c) for c in joint)

    def is_second(self, filled: Filled) -> bool:
        """Whether `filled` tells an event that another word of its sentence tells."""
        trigger, event_class = filled.trigger, filled.frame.event_class
        return (
            trigger.i in self._used
            or self._is_joined(trigger, event_class)
            or self._is_told_elsewhere(trigger, event_class)
            or self._is_purpose(filled)
            or (self._is_noun_again if filled.frame.part == "noun" else self._is_verb_again)(filled)
        )

    def _tells(self, token: Token, event_class: str) -> Iterator[Filled]:
        """What `token` tells as an event of that class."""
        for frame in self._context.frames(token):
            if frame.event_class == event_class:
                filled = self._context.roles.fill(token, frame)
                if isinstance(filled, Filled):
                    yield filled

    def _is_joined(self, trigger: Token, event_class: str) -> bool:
        """'sanctions and travel bans on X': one event in two nouns."""
        link, first = syntax.governor(trigger)
        joined = link == "conjunct" and trigger.pos == "NOUN"
        return joined and any(self._claims_at(first, event_class))

    def _is_told_elsewhere(self, word: Token, event_class: str) -> bool:
        """'A treaty was signed': one event, told by the verb that comes behind its theme."""
        link, verb = syntax.governor(word)
        if word.pos == "VERB":
            return self._is_accident(word, event_class) or self._is_request(word, event_class)
        if link != "subject" or not syntax.is_passive(verb):
            return False
        return any(filled.theme == word for filled in self._tells(verb, event_class))

    def _is_accident(self, verb: Token, event_class: str) -> bool:
        """'The strike killed six', 'attacked it, killing six': the toll is no other event.

        That of an accident ('crashed, killing six') is none at all.
        """
        link, above = syntax.governor(verb)
        if link == "adverbial" and lemma_of(above) in self._accidents:
            return True
        noun = syntax.arguments(verb).subject
        words = [noun] if noun is not None and noun.pos == "NOUN" else []
        words += [above] if link == "adverbial" and verb.tag == "VBG" else []
        return any(filled for word in words for filled in self._tells(word, event_class))

    def _is_request(self, verb: Token, event_class: str) -> bool:
        """'Should X ask for arms, Y would send them': what is asked for is what is sent."""
        link, above = syntax.governor(verb)
        bound = syntax.mark_of(verb) in ("if", "unless") or verbal.is_inverted(verb)
        if link != "adverbial" or not bound or lemma_of(verb) not in self._asking:
            return False
        return any(self._tells(above, event_class))

    def _is_noun_again(self, filled: Filled) -> bool:
        """'killed ten in an ambush', 'held talks at a conference': named by its verb already."""
        link, above = syntax.governor(filled.trigger)
        first = self._of_class(above, filled)
        if self._met_there(filled, above):
            return True
        words = syntax.preposition_of(filled.trigger)
        errand = words in grammar().errand_prepositions and _adds_nobody(filled, first)
        inside = errand or words in grammar().retelling_prepositions
        return first is not None and (link == "object" or (link == "oblique" and inside))

    def _is_verb_again(self, filled: Filled) -> bool:
        """'shelled it, killing ten', 'the attack that killed ten': told by a word before."""
        trigger, event_class = filled.trigger, filled.frame.event_class
        link, above = syntax.governor(trigger)
        if trigger.tag == "VBG" and self._is_toll(trigger):
            before = trigger.tree[trigger.sentence.start : trigger.i]
            return any(self._of_class(t, filled) for t in before)
        if link == "relative":  # 'the attack that killed ten', 'died in an attack carried out'
            return self._is_claim(above, event_class) or self._was_means(above)
        beside = syntax.after(trigger, *grammar().retelling_prepositions)
        if any(n.i < trigger.i and self._is_claim(n, event_class) for n in beside):
            return True  # 'in the deal, X and Y agreed'
        return self._shares_thing(filled, link, above)

    def _shares_thing(self, filled: Filled, link: str, above: Token) -> bool:
        """'shelled and destroyed the base': one thing that two verbs of a class have happen to."""
        first = self._of_class(above, filled)
        if first is None:
            return False
        if filled.trigger.tag == "VBG" and link == "adverbial":
            return first.theme is not None and first.theme == filled.theme
        thing = syntax.arguments(filled.trigger).object
        return thing is not None and thing == syntax.arguments(above).object

    def _is_purpose(self, filled: Filled) -> bool:
        """'sent troops to aid Mali': what they are for, told with the sending."""
        verb = filled.trigger
        before = verb.tree[verb.sentence.start : verb.i]
        told = [self._told[t.i] for t in before if t.i in self._told and _holds(t, verb)]
        serving = syntax.mark_of(verb) == "to" and lemma_of(verb) in self._benefits
        return any(
            f.frame.purpose_tells_recipient and (serving or self._is_same(f, filled)) for f in told
        )

    @staticmethod
    def _is_same(first: Filled, second: Filled) -> bool:
        """'deployed soldiers to fight in Mali': what those do that are told to be sent."""
        same = first.frame.event_class == second.frame.event_class
        phases = {first.frame.phase, second.frame.phase}
        return same and first.theme == second.theme and "ends" not in phases

    def _met_there(self, filled: Filled, verb: Token) -> bool:
        """'X and Y held talks at a conference': the same parties, told by the talks."""
        told = [self._told[c.i] for c in verb.children if c.i in self._told]
        same = [f for f in told if f.frame.event_class == filled.frame.event_class]
        return any(_adds_nobody(filled, f) for f in same)

    def _claims_at(self, word: Token, event_class: str) -> Iterator[Claim]:
        """The claims of that class so far that `word` gave."""
        for claim in reversed(self._context.claims):
            if claim.trigger.start == word.idx and claim.event_class == event_class:
                yield claim

    def _is_claim(self, noun: Token, event_class: str) -> bool:
        """Whether `noun` gave a claim that names who is in it."""
        return any(claim.actors for claim in self._claims_at(noun, event_class))

    def _was_means(self, noun: Token) -> bool:
        """Whether what stands over `noun` told it: 'killed ten in an attack'."""
        told = self._told.get(syntax.governor(noun)[1].i)
        return told is not None and told.means == noun

    def _of_class(self, token: Token, filled: Filled) -> Filled | None:
        first = self._told.get(token.i)
        same = first is not None and first.frame.event_class in (
            filled.frame.event_class,
            *filled.frame.kin_classes,
        )
        return first if same else None

    def _is_toll(self, verb: Token) -> bool:
        """', killing ten': what an attack brought about, with no subject of its own."""
        return not has(verb, "subject", "passive subject") and lemma_of(verb) in self._toll


def _adds_nobody(filled: Filled, first: Filled | None) -> bool:
    """Whether all who meet by `filled` are told by `first` already."""
    known = {a.principal for a in first.actors} if first is not None else set()
    return filled.frame.joint and {a.principal for a in filled.actors} <= known


def _holds(word: Token, clause: Token) -> bool:
    """Whether `clause` hangs on `word`, or with it on 'approved' of 'approved the deployment'."""
    return word.is_ancestor(clause) or (word.pos == "NOUN" and word.head.is_ancestor(clause))


def _words_of(filled: Filled) -> set[int]:
    """The words of what the event is about: they tell no other one."""
    frame, theme = filled.frame, filled.theme
    if theme is None or not (frame.part == "verb" or frame.joint):
        return set()
    inside = syntax.after(theme, "in")
    words = (theme, *present(filled.holder), *inside, *syntax.conjuncts(theme))
    return {word.i for word in words}
