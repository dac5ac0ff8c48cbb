"""The names of an article, those that several share told apart: people, regions, seats.

What stands beside a name decides: 'Israel Okafor' is a person, 'Moscow, Idaho' a town in Idaho,
and 'Brussels' may be the state or an organisation that sits there.
"""

from __future__ import annotations

from kg.extract.mentions import regions
from kg.extract.mentions.knowledge import Knowledge
from kg.extract.mentions.namesakes import with_people
from kg.extract.mentions.seats import Seats
from kg.extract.mentions.sites import Sites
from kg.knowledge import homonyms
from kg.language.names import Name
from kg.language.tree import Tree


def told_apart(tree: Tree, knowledge: Knowledge) -> tuple[Name, ...]:
    """All names of `tree` in order, none overlapping, each with what it stands for here."""
    told = homonyms.load()
    names = with_people(tree, tree.names, knowledge, told.kinds)
    names = regions.Regions(tree, knowledge, told).read(names)
    names = Sites(tree, knowledge, told).read(names)
    return Seats(tree, knowledge, told).read(names)
