"""Noun phrases that act and are acted on: states, bodies, officials, people, things, deeds."""

from __future__ import annotations

from kg.training.parser.nouns import Nouns
from kg.training.parser.tree import Tree
from kg.training.parser.words import case, comma, leaf


class Phrases(Nouns):
    """Draws whole noun phrases; every method gives a fresh tree."""

    def thing(self, key: str) -> Tree:
        """A noun of class `key` as object or complement, with article, owner, number or bare."""
        if key == "goods" and self.chance(0.12):
            worth = self.noun("goods")
            return self.money().after("nmod", case(worth, self.rng.choice(("of", "in"))))
        if key in ("goods", "forces", "people") and self.chance(0.35):
            return self.counted(key)
        noun = self.noun(key)
        if self.chance(0.3):
            noun.before("amod", leaf(self.pick("adjectives", "any"), "JJ", "ADJ"))
        return self.determined(noun)

    def determined(self, noun: Tree) -> Tree:
        """`noun` with 'the', 'its', an owner or nothing, as its number asks."""
        draw = self.rng.random()
        if noun.tag == "NNP":
            return noun
        if draw < 0.15:
            return noun.before("nmod:poss", self.owner())
        if draw < 0.3:
            word = self.rng.choice(("its", "its", "their", "his"))
            return noun.before("nmod:poss", leaf(word, "PRP$", "PRON"))
        if draw < 0.5:
            near = ("these", "those") if noun.plural else ("this", "that")
            word = self.rng.choice(("the", "the", "the", "any", *near))
            return noun.before("det", leaf(word, "DT", "DET"))
        if noun.plural or noun.word not in self.countable or draw < 0.55:
            return noun
        first = next(noun.words())[0].word
        article = "an" if first[0].lower() in "aeiou" else "a"
        return noun.before("det", leaf(article, "DT", "DET"))

    def owner(self) -> Tree:
        """'Chad's', 'the ministry's'."""
        who = self.rng.choice((self.names.state, self.names.capital, self.names.group, self.body))()
        if who.word.endswith("s"):
            return self.names.capital().after("case", leaf("'s", "POS", "PART"))
        return who.after("case", leaf("'s", "POS", "PART"))

    def body(self) -> Tree:
        """'the Chadian military', 'Chad's foreign ministry', 'the ministry of defence'."""
        noun = self.noun("bodies", plural=False)
        draw = self.rng.random()
        if draw < 0.5:
            adjective = self.names.adjective()
            noun.before(self.names.adjective_label(adjective), adjective)
        elif draw < 0.65:
            owner = self.names.state().after("case", leaf("'s", "POS", "PART"))
            return noun.before("nmod:poss", owner)
        elif draw < 0.75:
            noun.after("nmod", case(self.names.state(), "of"))
        return noun.before("det", leaf("the", "DT", "DET"))

    def place(self) -> Tree:
        """A state, a town, 'the northern border', 'the Caspian coast'."""
        draw = self.rng.random()
        if draw < 0.4:
            return self.names.state()
        if draw < 0.7:
            return self.names.town()
        spot = self.noun("spots", plural=False)
        if self.chance(0.5):
            spot.after("nmod", case(self.names.state(), self.rng.choice(("of", "with"))))
        elif self.chance(0.6):
            adjective = self.names.adjective()
            spot.before(self.names.adjective_label(adjective), adjective)
        return spot.before("det", leaf("the", "DT", "DET"))

    def person(self) -> Tree:
        """A person by name: with title, with nationality, with 'Mr.', with an apposition."""
        draw = self.rng.random()
        name = self.names.full_name() if draw < 0.65 else self.names.surname()
        if draw < 0.4:
            title = self.names.title()
            if self.chance(0.5):
                adjective = self.names.adjective()
                title.before(self.names.adjective_label(adjective), adjective)
                return name.before("nmod:desc", title)
            name.before("nmod:desc", title)
            if self.chance(0.4):
                owner = self.names.state().after("case", leaf("'s", "POS", "PART"))
                name.before("nmod:poss", owner)
        elif draw < 0.5:
            office = self.noun("officials", plural=False)
            adjective = self.names.adjective()
            office.before(self.names.adjective_label(adjective), adjective)
            name.before("nmod:desc", office)
        elif 0.75 < draw < 0.9:
            name.before("nmod:desc", leaf(self.rng.choice(("Mr.", "Mrs.", "Ms.")), "NNP", "PROPN"))
        if 0.45 < draw < 0.62:
            name.after("appos", self.role())
        return name

    def role(self) -> Tree:
        """', the president of Chad,' with its commas."""
        office = self.noun("officials", plural=False)
        owner = self.rng.random()
        if owner < 0.35:
            office.before("det", leaf("the", "DT", "DET"))
            office.after("nmod", case(self.names.state(), "of"))
        elif owner < 0.6:
            office.before("det", leaf("a", "DT", "DET"))
            office.after("nmod", case(self.body(), self.rng.choice(("for", "with", "at"))))
        elif owner < 0.8:
            office.before("nmod:poss", self.owner())
        else:
            adjective = self.names.adjective()
            office.before(self.names.adjective_label(adjective), adjective)
            office.before("det", leaf("the", "DT", "DET"))
        return office.before("punct", comma()).after("punct", comma())

    def officials(self) -> Tree:
        """'two Chadian officials', 'a spokesman for the army', 'the minister'."""
        office = self.noun("officials")
        if self.chance(0.45):
            adjective = self.names.adjective()
            office.before(self.names.adjective_label(adjective), adjective)
        if office.plural:
            draw = self.rng.random()
            if draw < 0.2:
                return office.before("nummod", leaf(self.rng.choice(self.numerals), "CD", "NUM"))
            return office.before("det", leaf("the", "DT", "DET")) if draw < 0.4 else office
        if self.chance(0.3):
            office.after("nmod", case(self.body(), self.rng.choice(("for", "from", "at", "of"))))
        first = next(office.words())[0].word
        article = "an" if first[0].lower() in "aeiou" else "a"
        word = "the" if self.chance(0.5) else article
        return office.before("det", leaf(word, "DT", "DET"))

    def some_group(self) -> Tree:
        """'the rebels', 'Chadian militants', 'the two countries', 'both sides'."""
        group = self.noun("groups")
        if group.plural and self.chance(0.3):
            number = leaf(self.rng.choice(("two", "three", "four", "two")), "CD", "NUM")
            return group.before("nummod", number).before("det", leaf("the", "DT", "DET"))
        if self.chance(0.4):
            adjective = self.names.adjective()
            group.before(self.names.adjective_label(adjective), adjective)
        if group.plural and self.chance(0.4):
            return group
        return group.before("det", leaf("the", "DT", "DET"))

    def pronoun(self) -> Tree:
        """'it', 'he', 'she', 'they'."""
        word = self.rng.choice(("it", "it", "he", "he", "she", "they", "we"))
        return Tree(word, "PRP", "PRON", plural=word in ("they", "we"))

    def agent(self, pronouns: bool = True) -> Tree:
        """Whoever acts: a state, its body, an official, a group, a pronoun, two of them."""
        draw = self.rng.random()
        if draw < 0.08 and pronouns:
            return self.pronoun()
        if draw < 0.15:
            return self.joined()
        kinds = (
            (self.names.state, 5),
            (self.names.capital, 3),
            (self.body, 6),
            (self.officials, 4),
            (self.person, 4),
            (self.names.group, 3),
            (self.some_group, 2),
            (self.names.people_of, 2),
        )
        return self.rng.choices([k for k, _ in kinds], [n for _, n in kinds])[0]()

    def joined(self) -> Tree:
        """'Chad and Mali', 'both Chad and Mali', 'the army, the navy and the police'."""
        kind = self.rng.choice((self.names.state, self.names.capital, self.body, self.names.group))
        first, second = kind(), kind()
        if self.chance(0.2):
            third = kind().before("punct", comma())
            first.after("conj", third)
        elif self.chance(0.25):
            first.before("cc:preconj", leaf("both", "CC", "CCONJ"))
        second.before("cc", leaf(self.rng.choice(("and", "and", "and", "or")), "CC", "CCONJ"))
        first.after("conj", second)
        first.plural = True
        return first

    def deed(self) -> Tree:
        """'the deployment of troops to Chad': an event as a noun, its arguments hung on it."""
        entries: str = self.vocabulary["nouns"]["deeds"]
        name, key, preposition = self.rng.choice(entries.split()).split("|")
        if name == "arms":
            name = "supply"
        noun = leaf(name, "NN", "NOUN")
        noun.after("nmod", case(self.thing(key), "of"))
        if self.chance(0.7):
            there = self.place() if key == "forces" else self.agent(pronouns=False)
            noun.after("nmod", case(there, preposition))
        return self.determined(noun)
