"""The lexicon: a closed schema, every event class within reach, and nothing of the seeds in it."""

import re
import shutil
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import RDFS, SH

from kg import resources
from kg.errors import KnowledgeError
from kg.knowledge import lexicon
from kg.knowledge.cues import Cue
from kg.knowledge.lexicon import Lexicon
from kg.knowledge.nouns import Typed

ROOT = Path(__file__).parents[2]
LEXICON = ROOT / "ontology" / "lexicon"
SC = rdflib.Namespace("https://w3id.org/statecraft/ontology#")


# --- a closed schema ------------------------------------------------------


@pytest.fixture
def shelf(tmp_path, monkeypatch) -> Path:
    """A copy of the lexicon that a test may spoil; `lexicon.load` reads it, without its cache."""
    folder = tmp_path / "lexicon"
    shutil.copytree(LEXICON, folder)
    for beside in ("gazetteer", "statecraft.ttl"):
        (tmp_path / beside).symlink_to(ROOT / "ontology" / beside)
    monkeypatch.setattr(resources, "ontology", tmp_path.joinpath)
    return folder


def load() -> Lexicon:
    return lexicon.load.__wrapped__()


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_copy_reads_like_the_original(shelf):
    assert load() == lexicon.load()


FRAME = '\n[[verb]]\nlemmas = ["wobble"]\nactor = ["subject"]\nneeds = ["actor"]\n'


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('actor = ["subject"]', 'doer = ["subject"]', "doer: no such key"),
        ('actor = ["subject"]', 'actor = ["subjct"]', "actor = 'subjct': there is no such slot of "
         "a verb. Did you mean 'subject'? Allowed: "),
        ('actor = ["subject"]', 'actor = ["owner"]', "actor = 'owner': there is no such slot of a"),
        ('actor = ["subject"]', 'actor = ["by", "of theme agaist"]', "'of theme agaist': there is "
         "no such slot of a verb. Did you mean 'of theme against'?"),
        ('actor = ["subject"]', 'theme_types = ["forse"]', "'forse': there is no such semantic "
         "type. Did you mean 'force'?"),
        ('actor = ["subject"]', 'kin_classes = ["Invasoin"]', "'Invasoin': there is no such "
         "event class. Did you mean 'Invasion'? Allowed: Agreement, "),
        ('lemmas = ["wobble"]\n', "", "lemmas: the key is missing"),
        ('lemmas = ["wobble"]', 'lemmas = "wobble"', "lemmas = 'wobble': it has to be a list"),
        ('lemmas = ["wobble"]', 'lemmas = ["@gvie"]', "lemmas = '@gvie': there is no such set of "
         "words. Did you mean '@give'? Allowed: @get, @give, @withhold (lexicon/sets.toml)."),
        ('needs = ["actor"]', 'needs = ["actro"]', "needs = 'actro': there is no such need. Did "
         "you mean 'actor'? Allowed: actor, lawful, means, pair, power, public, recipient, theme."),
        ('needs = ["actor"]', 'needs = ["actor|reciever"]', "needs = 'reciever': there is no such"),
        ('needs = ["actor"]', 'phase = "stops"', "phase = 'stops': there is no such value here."),
        ('needs = ["actor"]', 'modality = "maybe"', "Allowed: actual, alleged, conditional, pl"),
        ('needs = ["actor"]', 'announced = "soon"', "announced = 'soon': there is no such value"),
        ('needs = ["actor"]', 'negated = "yes"', "negated = 'yes': it has to be true or false"),
        ('needs = ["actor"]', 'part = "noun"', "part: no such key"),
        ("[[verb]]", "[[vreb]]", "vreb: no such key is known here. Did you mean 'verb'? Allowed: "
         "class, defaults, noun, verb."),
        ("[[verb]]", "[[verb]", "not valid TOML"),
    ],
)  # fmt: skip
def test_a_frame_outside_the_schema_is_refused(shelf, old, new, said):
    path = shelf / "frames" / "attack.toml"
    text = path.read_text(encoding="utf-8")
    assert old in FRAME
    path.write_text(text + FRAME.replace(old, new), encoding="utf-8")
    with pytest.raises(KnowledgeError) as raised:
        load()
    told = str(raised.value)
    assert told.startswith("frames/attack.toml") and said in told
    if "line" in raised.value.value:
        line = int(re.search(r"line (\d+)", raised.value.value)[1])
        assert text.count("\n") < line <= text.count("\n") + 1 + FRAME.count("\n")


def test_a_noun_has_slots_of_its_own(shelf):
    path = shelf / "frames" / "attack.toml"
    spoil(path, "[[noun]]\n", '[[noun]]\nlemmas = ["wobble"]\nactor = ["dative"]\n\n[[noun]]\n')
    with pytest.raises(KnowledgeError, match=r"actor = 'dative': there is no such slot of a noun"):
        load()


def test_a_class_that_the_ontology_lacks_is_refused(shelf):
    spoil(shelf / "frames" / "attack.toml", 'class = "Attack"', 'class = "Atack"')
    with pytest.raises(KnowledgeError, match=r"line 2: class = 'Atack': .* Did you mean 'Attack'"):
        load()


def test_defaults_are_closed(shelf):
    spoil(shelf / "frames" / "attack.toml", "[defaults]\n", "[defaults]\ndoemstic = true\n")
    with pytest.raises(KnowledgeError, match=r"line 5: \[defaults\] doemstic: .* mean 'domestic'"):
        load()


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("cues.toml", 'effect = "deny"', 'effect = "denies"', r"'denies': .*mean 'deny'\? A"),
        ("cues.toml", 'complements = ["noun"]', 'complements = ["nuon"]', r"'nuon': .*mean 'noun'"),
        ("cues.toml", 'kind = "retraction"', 'kind = "retreat"', r"kind = 'retreat': there is no"),
        ("cues.toml", "[markers]\n", "[markers]\nmaybe = []\n", r"maybe: no such key"),
        ("cues.toml", "alleged = [", "purported = [", r"purported: no such key"),
        ("cues.toml", 'nouns = ["denial"', 'nuns = ["denial"', r"nuns: no such key .*mean 'nouns'"),
        ("frames/attack.toml", 'class = "Attack"\n', "", r"class: the key is missing"),
        ("types.toml", 'type = "force"\n', "", r"type: the key is missing"),
        ("types.toml", 'type = "posture"', 'type = "postrue"', r"type = 'postrue': there is no"),
        ("types.toml", 'force = "', 'farce = "x"\nforce = "', r"farce: no noun has this type"),
        ("types.toml", '  "troop",\n', '  "troop",\n  "troop",\n', r"'troop': it stands there al"),
        ("types.toml", 'nouns = ["equipment"]', 'nuons = ["equipment"]', r"nuons: no such key"),
        ("parties.toml", "state_nouns", "state_nuons", r"state_nuons: no such key"),
        ("parties.toml", '  "analyst",\n  "private_person"', '  "anlyst",\n  "private_person"',
         r"unnamed_roles = 'anlyst': there is no such role. Did you mean 'analyst'\?"),
        ("sets.toml", "[sets]", "[set]", r"set: no such key is known here. Did you mean 'sets'\?"),
        ("prepositions.toml", "prepositions =", "preposition =", r"preposition: no such key"),
    ],
)  # fmt: skip
def test_other_files_are_closed_too(shelf, name, old, new, message):
    spoil(shelf / name, old, new)
    with pytest.raises(KnowledgeError, match=message) as raised:
        load()
    assert raised.value.value.partition(" line ")[0].endswith(Path(name).name)


# --- looking up -----------------------------------------------------------


def with_types(*rows: Typed) -> Lexicon:
    shipped = lexicon.load()
    return replace(shipped, verbs={}, nouns={}, typed=rows, cues=())


def test_the_special_reading_of_a_noun_stands_alone():
    words = with_types(
        Typed("aid", frozenset({"help", "package"})),
        Typed("weapon", frozenset({"package"}), frozenset({"military"}), frozenset({"non-lethal"})),
    )
    assert words.types("package", frozenset()) == {"aid"}
    assert words.types("package", frozenset({"military"})) == {"weapon"}
    assert words.types("package", frozenset({"military", "non-lethal"})) == {"aid"}
    assert words.types("parcel", frozenset({"military"})) == frozenset()


def test_a_cue_is_found_by_lemma_and_part():
    shipped = lexicon.load()
    deny = Cue("deny", frozenset({"deny"}), frozenset({"denial"}))
    words = replace(shipped, verbs={}, nouns={}, typed=(), cues=(deny,))
    assert words.cue("deny", "verbs") == (deny,)
    assert words.cue("denial", "nouns") == (deny,)
    assert words.cue("deny", "nouns") == ()


# --- complete -------------------------------------------------------------


def graph(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(ROOT / "ontology" / name)


STATECRAFT = graph("statecraft.ttl")
BELOW = set(STATECRAFT.transitive_subjects(RDFS.subClassOf, SC.Event)) - {SC.Event}
INNER = {SC.Transfer}  # an upper class: events are one of the classes below it
EVENTS = sorted(str(iri).rpartition("#")[2] for iri in BELOW - INNER)
each_event = pytest.mark.parametrize("event", EVENTS)


def test_there_are_event_classes():
    assert {"Deployment", "ArmsTransfer", "Sanction", "Invasion"} <= set(EVENTS)
    assert all(set(STATECRAFT.subjects(RDFS.subClassOf, inner)) <= BELOW for inner in INNER)


def frames(event: str) -> list[lexicon.Frame]:
    shipped = lexicon.load()
    rows = [
        f for index in (shipped.verbs, shipped.nouns) for found in index.values() for f in found
    ]
    return [frame for frame in rows if frame.event_class == event]


@each_event
def test_every_event_class_has_verbs_and_nouns_that_reach_it(event):
    assert {frame.part for frame in frames(event)} == {"verb", "noun"}
    files = [tomllib.loads(p.read_text(encoding="utf-8")) for p in LEXICON.glob("frames/*.toml")]
    (table,) = [t for t in files if t["class"] == event]
    shipped = lexicon.load()
    for part, index in (("verb", shipped.verbs), ("noun", shipped.nouns)):
        for row in table[part]:
            for lemma in row["lemmas"]:
                assert lemma.startswith("@") or event in {f.event_class for f in index[lemma]}


def test_no_frame_names_a_class_that_the_ontology_lacks():
    shipped = lexicon.load()
    rows = [
        f for index in (shipped.verbs, shipped.nouns) for found in index.values() for f in found
    ]
    assert {frame.event_class for frame in rows} == set(EVENTS)


@each_event
def test_a_shape_reaches_every_event_class(event):
    shapes = graph("shapes.ttl")
    targets = set(shapes.objects(None, SH.targetClass))
    above = set(STATECRAFT.transitive_objects(SC[event], RDFS.subClassOf))
    assert SC.Event in targets & above


@each_event
def test_a_query_asks_for_every_event_class(event):
    queries = [p.read_text(encoding="utf-8") for p in (ROOT / "queries").glob("*.rq")]
    assert any(re.search(rf"\bsc:{event}\b", text) for text in queries)


# --- nothing of the seeds -------------------------------------------------


def words_of(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(words_of, value.values()))
    return set().union(*map(words_of, value)) if isinstance(value, list) else set()


NAMED_IN_SEEDS = re.compile(
    r"\b(korean?|pyongyang|seoul|kim|yoon|moscow|kremlin|putin|russian?|ukrain\w+|kyiv|zelensk\w+"
    r"|poland|polish|warsaw|duda|nato|rutte|washington|kursk)\b"
)


def test_no_entry_names_a_person_or_state_of_the_seed_articles():
    entries = {
        entry.casefold()
        for path in LEXICON.rglob("*.toml")
        for entry in words_of(tomllib.loads(path.read_text(encoding="utf-8")))
    }
    assert len(entries) > 500
    assert [entry for entry in sorted(entries) if NAMED_IN_SEEDS.search(entry)] == []
