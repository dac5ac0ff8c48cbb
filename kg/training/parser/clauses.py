"""Clauses of made-up news, with their trees."""

from __future__ import annotations

from collections.abc import Callable

from kg.training.parser.phrases import Phrases
from kg.training.parser.tree import Tree
from kg.training.parser.verbs import Form, Verbs
from kg.training.parser.words import aux, case, comma, inflect, leaf, marked, to_mark


class Clauses(Verbs):
    """Draws clauses; a clause is the tree of its verb."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__(phrases)
        self._lists = phrases.vocabulary["lists"]

    def of_class(self, name: str) -> Tree:
        """A noun phrase for an argument class of the vocabulary's frames."""
        makers: dict[str, Callable[[], Tree]] = {
            "agent": lambda: self.phrases.agent(pronouns=False),
            "place": self.phrases.place,
            "person": self.phrases.person,
            "deed": self.phrases.deed,
            "year": lambda: leaf(str(self.rng.randint(1995, 2030)), "CD", "NUM"),
        }
        return makers[name]() if name in makers else self.phrases.thing(name)

    def event(self, form: Form, subject: Tree | None = None, frame: str = "") -> Tree:
        """What somebody does: a verb of the frames with object, obliques and perhaps a time."""
        frames = self.phrases.vocabulary["frames"]
        verbs, key, obliques = frames[frame or self.rng.choice(sorted(frames))]
        lemma = self.rng.choice(verbs.split())
        passive = bool(key) and key != "agent" and form != "gerund" and self.phrases.chance(0.12)
        if subject is not None and passive:
            return self._passive(lemma, form, subject, key, obliques)
        verb = self.group(lemma, form, bool(subject and subject.plural))
        if subject is not None:
            verb.before("nsubj", subject)
        if (
            lemma in ("give", "send", "offer", "lend", "sell")
            and key == "goods"
            and self.phrases.chance(0.3)
        ):
            verb.after("iobj", self.of_class("agent")).after("obj", self.phrases.thing(key))
        else:
            if key:
                thing = self.of_class(key)
                if key in ("goods", "forces", "sanctions") and self.phrases.chance(0.08):
                    kin = {"goods": "transfer", "forces": "deploy", "sanctions": "impose"}[key]
                    self.reduced(thing, kin)
                verb.after("obj", thing)
            self._obliques(verb, obliques)
        return self._time(verb)

    def _passive(self, lemma: str, form: Form, agent: Tree, key: str, obliques: str) -> Tree:
        patient = self.of_class(key)
        verb = self.group(lemma, form, patient.plural, passive=True).before("nsubj:pass", patient)
        if agent.tag != "PRP" and self.phrases.chance(0.7):
            verb.after("obl:agent", case(agent, "by"))
            self._obliques(verb, obliques)
        else:
            self._obliques(verb, obliques)
        return self._time(verb)

    def _obliques(self, verb: Tree, obliques: str) -> None:
        if not self.phrases.chance(0.7):
            return
        preposition, key = self.rng.choice(obliques.split()).split(":")
        verb.after("obl", case(self.of_class(key), preposition))

    def _time(self, verb: Tree) -> Tree:
        if self.phrases.chance(0.25):
            label, tree = self.phrases.when()
            verb.after(label, tree)
        return verb

    def clause(self, depth: int = 1, subject: Tree | None = None) -> Tree:
        """A finite clause: an event, a plan, a request, a refusal, a nested statement."""
        who = subject or self.phrases.agent()
        makers: tuple[tuple[Callable[[], Tree], float], ...] = (
            (lambda: self.event(self.form(), who), 10),
            (lambda: self.control(who), 4),
            (lambda: self.content(who), 3),
            (lambda: self.predicate(who), 1.5),
            (lambda: self.statement(who, depth - 1), 3 if depth > 0 else 0),
        )
        verb = self.rng.choices([m for m, _ in makers], [n for _, n in makers])[0]()
        if self.phrases.chance(0.14):
            self.join(verb)
        return verb

    def join(self, verb: Tree) -> Tree:
        """'... and imposed sanctions on Chad': a second verb with the same subject."""
        finite = next((c for label, c in verb.left if label == "aux"), None)
        tag = verb.tag if finite is not None or verb.tag in ("VBD", "VBZ", "VBP", "VB") else ""
        if not tag or any(label == "conj" for label, _ in verb.right):
            return verb
        frame = self.rng.choice(("impose", "transfer", "agree", "judge", "deploy", "attack"))
        lemma = self.rng.choice(self.phrases.vocabulary["frames"][frame][0].split())
        second = leaf(inflect(lemma, tag), tag, "VERB")
        second.right = self.event("gerund", frame=frame).right
        second.before("cc", leaf(self.rng.choice(("and", "and", "but")), "CC", "CCONJ"))
        if self.phrases.chance(0.2):
            second.before("punct", comma())
        return verb.after("conj", second)

    def control(self, who: Tree) -> Tree:
        """'plans to send', 'urged X to stop', 'is considering sending', 'accused X of arming'."""
        kind = self.rng.choice(self._lists["controls"].split())
        form, pick = self.form(), self.phrases.pick
        if kind == "passive":
            return self._passive_control(who, form)
        if kind == "hint":
            entry = pick("control", "hint_at")
            lemma, preposition = entry.split("|")
            verb = self.group(lemma, form, who.plural).before("nsubj", who)
            return verb.after("advcl", marked(self.event("gerund"), preposition))
        if kind in ("to", "ing", "from"):
            key = {"to": "subject_to", "ing": "gerund", "from": "gerund_from"}[kind]
            verb = self.group(pick("control", key), form, who.plural).before("nsubj", who)
            if kind == "to":
                self._when_before(verb)
                return verb.after("xcomp", to_mark(self.event("base")))
            inner = self.event("gerund")
            return (
                verb.after("advcl", marked(inner, "from"))
                if kind == "from"
                else verb.after("xcomp", inner)
            )
        whom = self.phrases.agent(pronouns=False)
        if kind == "on":
            verb = self.group("call", form, who.plural).before("nsubj", who)
            return verb.after("obl", case(whom, "on")).after("xcomp", to_mark(self.event("base")))
        key = {"object": "object_to", "told": "told_to", "stop": "stop_from", "of": "accuse_of"}[
            kind
        ]
        verb = self.group(pick("control", key), form, who.plural).before("nsubj", who)
        verb.after("iobj" if kind == "told" else "obj", whom)
        if kind in ("object", "told"):
            return verb.after("xcomp", to_mark(self.event("base")))
        return verb.after("advcl", marked(self.event("gerund"), "of" if kind == "of" else "from"))

    def _passive_control(self, who: Tree, form: Form) -> Tree:
        """'is accused of sending', 'is believed to have sent', 'was urged to stop'."""
        if self.phrases.chance(0.4):
            lemma = self.phrases.pick("control", "accuse_of")
            verb = self.group(lemma, form, who.plural, passive=True).before("nsubj:pass", who)
            return verb.after("advcl", marked(self.event("gerund"), "of"))
        lemma = self.phrases.pick("control", "passive_to")
        verb = self.group(lemma, form, who.plural, passive=True).before("nsubj:pass", who)
        inner = self.event("base")
        if self.phrases.chance(0.4) and inner.tag == "VB" and not inner.left:
            inner.word, inner.tag = inflect(inner.word, "VBN"), "VBN"
            inner.before("aux", aux("have", "VB"))
        return verb.after("xcomp", to_mark(inner))

    def _when_before(self, verb: Tree) -> None:
        if self.phrases.chance(0.2):
            label, tree = self.phrases.when()
            verb.after(label, tree)

    def content(self, who: Tree) -> Tree:
        """'discussed the option of sending', 'rejected calls to send', 'denied claims that'."""
        verbs = self.phrases.vocabulary["frames"]["judge"][0].split()
        lemma = self.rng.choice(
            [*verbs, "deny", "deny", "announce", "confirm", "express", "make", "consider"]
        )
        verb = self.group(lemma, self.form(), who.plural).before("nsubj", who)
        return verb.after("obj", self.filled())

    def filled(self) -> Tree:
        """A noun with the clause that fills it."""
        kind = self.rng.choice(
            (
                "of_gerund",
                "to_infinitive",
                "to_infinitive",
                "that_clause",
                "that_clause",
                "in_gerund",
            )
        )
        word = self.phrases.pick("content", kind)
        plural = self.phrases.chance(0.4) and word not in (
            "evidence",
            "cooperation",
            "assistance",
            "proof",
            "hope",
        )
        noun = leaf(inflect(word, "NNS") if plural else word, "NNS" if plural else "NN", "NOUN")
        noun.plural = plural
        self.phrases.determined(noun)
        if self.phrases.chance(0.3 if kind == "to_infinitive" else 0.15):
            word = self.rng.choice(("by", "by", "from"))
            noun.after("nmod", case(self.phrases.agent(pronouns=False), word))
        if kind == "that_clause":
            return noun.after("acl", marked(self.clause(0), "that"))
        if kind == "to_infinitive":
            inner = self.event("base")
            if self.phrases.chance(0.12):
                inner.before("advmod", leaf(self.phrases.pick("adverbs", "verb"), "RB", "ADV"))
            return noun.after("acl", to_mark(inner))
        return noun.after(
            "acl", marked(self.event("gerund"), "of" if kind == "of_gerund" else "in")
        )

    def predicate(self, who: Tree) -> Tree:
        """'is ready to send', 'was aware of the plan', 'is a threat to X'."""
        copula = aux(
            self.rng.choice(("are", "were") if who.plural else ("is", "was")),
            "VBP" if who.plural else "VBZ",
        )
        copula.tag = "VBD" if copula.word in ("was", "were") else copula.tag
        if self.phrases.chance(0.6):
            word = self.rng.choice(self._lists["ready"].split())
            head = leaf(word, "JJ", "ADJ").after("xcomp", to_mark(self.event("base")))
        else:
            word = self.rng.choice(self._lists["ally"].split())
            head = leaf(word, "NN", "NOUN").before(
                "det", leaf("an" if word[0] in "ae" else "a", "DT", "DET")
            )
            head.after(
                "nmod",
                case(self.phrases.agent(pronouns=False), "of" if word[0] not in "tr" else "to"),
            )
        head.before("cop", copula)
        return head.before("nsubj", who)

    def statement(self, who: Tree, depth: int) -> Tree:
        """'X said that ...', 'X told Y that ...', 'X asked whether ...'."""
        draw = self.rng.random()
        pick = self.phrases.pick
        form: Form = self.rng.choices(("past", "present", "perfect", "modal"), (70, 15, 12, 3))[0]
        inner = self.clause(depth)
        if draw < 0.28:
            verb = self.group(pick("speech", "tell"), form, who.plural).before("nsubj", who)
            hearer = self.hearer()
            verb.after("iobj", hearer)
            self._when_before(verb)
            return verb.after("ccomp", marked(inner, "that") if self.phrases.chance(0.8) else inner)
        if draw < 0.36:
            verb = self.group(pick("speech", "ask"), form, who.plural).before("nsubj", who)
            return verb.after("ccomp", marked(inner, self.rng.choice(("whether", "if"))))
        verb = self.group(pick("speech", "say"), form, who.plural).before("nsubj", who)
        self._when_before(verb)
        if self.phrases.chance(0.12):
            verb.after(
                "obl",
                case(self.phrases.thing("occasions"), self.rng.choice(("during", "in", "at"))),
            )
        return verb.after("ccomp", marked(inner, "that") if self.phrases.chance(0.62) else inner)

    def hearer(self) -> Tree:
        """Who is told something."""
        if self.phrases.chance(0.3):
            return self.rng.choice(
                (self.phrases.person, self.phrases.names.group, self.phrases.names.capital)
            )()
        noun = self.phrases.noun("hearers", plural=True)
        if self.phrases.chance(0.25):
            adjective = self.phrases.names.adjective()
            noun.before(self.phrases.names.adjective_label(adjective), adjective)
        elif self.phrases.chance(0.25) and noun.plural:
            noun.before("det", leaf("the", "DT", "DET"))
        return noun

    def relative(self, noun: Tree) -> Tree:
        """`noun` with ', which has sent ...,' or ', who told ...,'."""
        person = noun.name == "PERSON" or (noun.pos == "NOUN" and self.phrases.chance(0.3))
        pronoun = Tree("who" if person else "which", "WP" if person else "WDT", "PRON")
        pronoun.plural = noun.plural
        inner = self.event(self.form(), pronoun)
        if not any(child is pronoun for _, child in inner.left):
            return noun
        inner.before("punct", comma()).after("punct", comma())
        return noun.after("acl:relcl", inner)

    def reduced(self, noun: Tree, key: str) -> Tree:
        """`noun` with 'supplied by X to Y', 'imposed on X by Y', 'carrying weapons'."""
        if self.phrases.chance(0.2):
            return noun.after("acl", self.event("gerund"))
        frames = self.phrases.vocabulary["frames"]
        verbs, _, obliques = frames[key]
        verb = leaf(inflect(self.rng.choice(verbs.split()), "VBN"), "VBN", "VERB")
        if self.phrases.chance(0.7):
            verb.after("obl:agent", case(self.phrases.agent(pronouns=False), "by"))
        self._obliques(verb, obliques)
        return noun.after("acl", verb) if verb.right else noun
