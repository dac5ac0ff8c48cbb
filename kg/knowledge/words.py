"""Word lists of `ontology/lexicon/`, a struct a file; the files say what each list is for."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from kg import resources
from kg.knowledge.names import Role, Words
from kg.knowledge.schema import read


class Parties(Struct, frozen=True, forbid_unknown_fields=True):
    """Common nouns and other words for those who act and speak: states, bodies, groups, people."""

    state_nouns: Words
    body_nouns: Words
    movement_nouns: Words
    pair_nouns: Words
    side_nouns: Words
    group_nouns: Words
    unaffiliated_nouns: Words
    media_nouns: Words
    document_nouns: Words
    relational_nouns: Words
    aide_nouns: Words
    opposed_nouns: Words
    opposed_modifiers: Words
    opposed_roles: frozenset[Role]
    unnamed_roles: frozenset[Role]
    abridged_roles: frozenset[Role]
    generic_roles: frozenset[Role]
    former_modifiers: Words
    titles: Words
    attributive_names: Words
    leading_suffixes: Words
    place_suffixes: Words
    siding_suffixes: Words
    site_endings: Words
    body_endings: Words
    silent_endings: Words


class Mentions(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that take up an event or a statement, and what tells that they do."""

    event_nouns: Words
    claim_nouns: Words
    content_nouns: Words
    involvement_nouns: Words
    demonstratives: Words
    circumstance_nouns: Words


class Speech(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of speaking, asking and answering besides the cues."""

    addressing_verbs: Words
    citing_verbs: Words
    relaying_verbs: Words
    comment_verbs: Words
    answering_verbs: Words
    comment_nouns: Words
    claiming_verbs: Words
    attributing_verbs: Words
    requesting_verbs: Words
    offering_nouns: Words
    refused_nouns: Words
    void_nouns: Words
    false_words: Words
    true_words: Words


class Carriers(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs and nouns that carry an event noun, and what becomes of the event."""

    support_verbs: Words
    support_nouns: Words
    ending_verbs: Words
    ending_nouns: Words
    blocking_verbs: Words
    cancelling_words: Words
    two_sided_nouns: Words
    stopping_verbs: Words
    reviving_verbs: Words
    lasting_words: Words
    announcing_verbs: Words
    ordering_verbs: Words
    going_verbs: Words
    absorbing_verbs: Words
    occurrence_verbs: Words


class Amounts(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of how much, besides those around figures in quantities.toml."""

    container_nouns: Words
    share_words: Words
    worth_words: Words
    figure_verbs: Words
    figure_nouns: Words


class Harm(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of those whom violence hits, and of what is no attack."""

    toll_verbs: Words
    killing_verbs: Words
    dying_verbs: Words
    wounding_verbs: Words
    dead_words: Words
    casualty_words: Words
    accident_verbs: Words
    welcome_words: Words


class Giving(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs that tell who gets, brings or uses what is given."""

    bringing_verbs: Words
    arrival_verbs: Words
    getting_verbs: Words
    taking_verbs: Words
    using_verbs: Words
    benefit_verbs: Words


class Grammar(Struct, frozen=True, forbid_unknown_fields=True):
    """Closed classes of words that syntax, and the repairs of its misreadings, go by."""

    negations: Words
    forgoing_words: Words
    nobody_words: Words
    asking_words: Words
    committing_verbs: Words
    controlling_prepositions: Words
    particles: Words
    when_words: Words
    abbreviated_titles: Words
    whole_words: Words
    attributive_participles: Words
    gerund_verbs: Words
    split_particles: Words
    handing_verbs: Words
    stopping_adverbs: Words
    postposed_adjectives: Words
    speech_plurals: Words
    speech_twins: Words
    reflexives: Words
    adding_words: Words
    counting_words: Words
    excepting_words: Words
    excepting_phrases: Words
    further_words: Words
    cleft_openers: Words
    bare_auxiliaries: Words
    likewise_words: Words
    ranking_words: Words
    retelling_prepositions: Words
    errand_prepositions: Words


@cache
def grammar() -> Grammar:
    """The shipped lists of grammar.toml, read once; KnowledgeError where it breaks its schema."""
    return read(resources.ontology("lexicon", "grammar.toml"), Grammar)
