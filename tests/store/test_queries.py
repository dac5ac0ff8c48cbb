"""Every shipped query: its header, its rows written out, the same rows from a second engine."""

from __future__ import annotations

import random
import re
import time

import pyoxigraph as ox
import pytest
import rdflib

from kg import resources
from kg.store import formats
from kg.store.engine import Rows, Store
from kg.store.joined import joined_columns
from kg.store.named import catalogue, find
from kg.vocabulary import SC
from tests.store.graphs import SAMPLE, crowded, exported, in_cells, with_rdflib

NEEDED = {
    "claims", "contested", "denials", "deployments", "sanctions", "considered", "timeline",
    "by-claimant", "agents", "unconfirmed", "figures", "network", "network-agents",
}  # fmt: skip
CROWD, SECONDS = 1500, 5.0  # each takes less than half a second: what takes 5 scans for each row
BY_CLASS = ("deployments", "sanctions", "transfers", "meetings", "attacks")
CLAIM_COLUMNS = (
    "claim article class actor recipient object claimant claimant_of stance modality negated phase "
    "quantity_low quantity_high unit qualifier time_start time_end time_text place quote start end "
    "event event_label published outlet story published_by origin"
)
NETWORK_COLUMNS = (
    "claim event event_label class actor_keys recipient_keys claimant_key claimant_of_key stance "
    "modality negated phase quantity_words quantity_low quantity_high unit time_start time_end "
    "time_text place place_of cue quote start end article title publisher published story disputes "
    "kind origins url certainty read_by series event_start event_end event_status published_by"
)
each_query = pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)


@pytest.fixture(scope="module")
def store() -> Store:
    return Store.load(SAMPLE)


def ask(store: Store, name: str) -> Rows:
    return store.query(find(name).text)


def picked(rows: Rows, columns: str) -> list[str]:
    """The named columns of each row, as one string that is easy to write down."""
    return [" / ".join(row[column] for column in columns.split()) for row in rows.records()]


@pytest.fixture(scope="module")
def crowd() -> Store:
    return Store(quad.triple for quad in ox.parse(crowded(CROWD), format=ox.RdfFormat.TURTLE))


def test_the_promised_queries_are_there():
    assert {query.name for query in catalogue()} >= NEEDED


@each_query
def test_header_says_what_is_asked(query):
    assert query.text.startswith("#+ summary: ")
    assert re.fullmatch(r"[A-Z][^\n]+\?", query.summary)
    assert query.description.endswith(".")
    assert query.tags


@each_query
@pytest.mark.parametrize("graph", ["sample", "export"])
def test_two_engines_give_the_same_rows_in_the_same_order(query, graph, tmp_path):
    text = SAMPLE.read_text(encoding="utf-8") if graph == "sample" else exported()
    (tmp_path / "graph.ttl").write_text(text, encoding="utf-8")
    ours = Store.load(tmp_path / "graph.ttl").query(query.text)
    columns, rows = with_rdflib(text, query.text)
    assert ours.columns == columns
    assert list(ours.rows) == in_cells(query.text, rows)


@each_query
def test_nothing_rests_on_an_order_that_no_engine_promises(query):
    ordering = [match.start() for match in re.finditer(r"ORDER BY", query.text)]
    assert len(ordering) == 1
    assert "{" not in query.text[ordering[0] :]
    asked = query.text[ordering[0] :]
    assert not [name for name in joined_columns(query.text) if re.search(rf"[?]{name}\b", asked)]
    assert query.text.count("GROUP_CONCAT") == query.text.count('; separator="|")')


@each_query
def test_the_order_of_triples_makes_no_difference(query, store):
    triples = list(ox.parse(path=str(SAMPLE), format=ox.RdfFormat.TURTLE))
    random.Random(7).shuffle(triples)
    shuffled = Store(quad.triple for quad in triples)
    assert formats.to_csv(shuffled.query(query.text)) == formats.to_csv(store.query(query.text))


@each_query
def test_no_row_comes_twice(query, store):
    rows = store.query(query.text).rows
    assert len(rows) == len(set(rows))


@each_query
def test_a_crowded_event_is_no_trouble(query, crowd):
    start = time.perf_counter()
    crowd.query(query.text)
    assert time.perf_counter() - start < SECONDS


def event_classes() -> list[str]:
    """Local names of the classes below Event that the ontology declares."""
    graph = rdflib.Graph().parse(resources.ontology("statecraft.ttl"))
    below = graph.transitive_subjects(rdflib.RDFS.subClassOf, SC.Event)
    return sorted(str(found).partition("#")[2] for found in below if found != SC.Event)


@pytest.mark.parametrize("event_class", event_classes())
def test_every_event_class_is_asked_for_by_one_query_of_its_own(event_class):
    store = variant(("sc:eventClass sc:Sanction", f"sc:eventClass sc:{event_class}"))
    found = {name: "n1d" in str(ask(store, name).rows) for name in BY_CLASS}
    assert sum(found.values()) == 1, found


def test_claims(store):
    rows = ask(store, "claims")
    assert rows.columns == tuple(CLAIM_COLUMNS.split())
    dash = "\u2014"
    assert [row[-7:] for row in rows.rows][4] == (
        "deploy", "Ethiopia: deployment to Sudan, 2021-03", "2021-03-04", "Nile Courier",
        "nile", "Delta Press", "Egyptian foreign ministry",
    )  # fmt: skip
    contract = Rows(rows.columns[:-7], tuple(row[:-7] for row in rows.rows))
    assert formats.to_csv(contract).split("\n", 1)[1] == (
        "a1,andes,Meeting,KEN|SDN,,,,,asserts,actual,false,ongoing,,,,,2021-02-10,2021-02-10,"
        "on 10 February,,Kenya & Sudan met </script>,9,20\n"
        "a3,andes,Event,PER,,,Peru,PER,denies,actual,false,starts,,,,,,,,,"
        "Lima rejected talk of digging a tunnel,30,60\n"
        "a2,andes,ArmsTransfer,EGY,Red Hill Front|SDN,drones|rifles,Luz Mamani,,asserts,"
        "conditional,true,ends,,,,,,,some day,,would not arm Sudan or the rebels,100,130\n"
        "n1d,nile-1,Sanction,African Union,SDN,asset freeze|travel ban,African Union,African Union,"
        "asserts,planned,false,starts,,,,,,2021-12-31,by the end of the year,,"
        "the African Union will impose,90,119\n"
        "n1a,nile-1,Deployment,ETH,SDN,soldiers,Egyptian foreign ministry,EGY,asserts,actual,"
        "false,starts,2000,2000,troops,around,2021-03-01,2021-03-31,this month,Gedaref,"
        '"Cairo said that around 2,000 troops were ""sent | moved"" there",120,180\n'
        "n1c,nile-1,Deployment,ETH,SDN,,Sudan,SDN,unconfirmed,alleged,false,starts,,,,,,,,,"
        "Khartoum has not confirmed the move,300,340\n"
        "n1b,nile-1,Deployment,ETH,SDN,,Amina Tesfaye,ETH,denies,actual,false,starts,,,,,,,,,"
        f'"Ms. Tesfaye denied sending troops {dash}\nany",1005,1040\n'
        "n2a,nile-2,Deployment,ETH,SDN,,Egyptian foreign ministry,EGY,asserts,actual,false,starts,"
        '2000,2000,troops,,,,,,"2,000 troops are in Sudan",5,60\n'
        "n2b,nile-2,Deployment,ETH,SDN,,experts,,asserts,possible,false,ongoing,2500.5,,troops,"
        'more than,,,,,"experts fear more than 2,500.5",70,99\n'
    )


def test_contested_gives_the_words_of_both_sides(store):
    event = "deploy / Deployment / Ethiopia: deployment to Sudan, 2021-03 / ETH / SDN"
    columns = "event class what actor recipient stance claimant claimant_of article published claim"
    assert picked(ask(store, "contested"), columns) == [
        f"{event} / asserts / Egyptian foreign ministry / EGY / nile-1 / 2021-03-04 / n1a",
        f"{event} / asserts / Egyptian foreign ministry / EGY / nile-2 / 2021-03-05 / n2a",
        f"{event} / asserts / experts /  / nile-2 / 2021-03-05 / n2b",
        f"{event} / denies / Amina Tesfaye / ETH / nile-1 / 2021-03-04 / n1b",
    ]
    assert [row["quote"].split()[0] for row in ask(store, "contested").records()] == [
        "Cairo", "2,000", "experts", "Ms.",
    ]  # fmt: skip


def variant(*changes: tuple[str, str]) -> Store:
    """The sample with passages replaced, each of which must be there."""
    text = SAMPLE.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return Store(quad.triple for quad in ox.parse(text, format=ox.RdfFormat.TURTLE))


def test_nothing_is_contested_where_nobody_denies():
    store = variant(
        ("sc:disputes c:n1a, c:n2a ;", ""), ("sc:stance sc:denies", "sc:stance sc:asserts")
    )
    assert not ask(store, "contested").rows


def test_nothing_is_contested_where_it_is_only_said_not_to_have_happened():
    store = variant(("sc:negated false", "sc:negated true"))
    assert not ask(store, "contested").rows


def test_a_denial_filed_under_another_event_still_contests_what_it_disputes():
    denial = "c:n1b a sc:Claim, sc:Denial ; sc:inArticle n:nile-1 ; sc:aboutEvent "
    store = variant((f"{denial}e:deploy", f"{denial}e:tunnel"))
    assert picked(ask(store, "contested"), "event claim")[-1] == "deploy / n1b"


def test_denials(store):
    columns = "claim claimant claimant_of class what actor recipient cue article start end disputes"
    assert picked(ask(store, "denials"), columns) == [
        "a3 / Peru / PER / Event / digging a tunnel / PER /  / rejected / andes / 30 / 60 / ",
        "n1b / Amina Tesfaye / ETH / Deployment / Ethiopia: deployment to Sudan, 2021-03 / ETH / "
        "SDN / denied / nile-1 / 1005 / 1040 / n1a|n2a",
    ]


def test_deployments_give_every_figure_by_whom_and_for_when(store):
    columns = "claim quantity_words quantity_low quantity_high time_start stance modality claimant"
    assert picked(ask(store, "deployments"), columns) == [
        "n1c /  /  /  /  / unconfirmed / alleged / Sudan",
        "n1b /  /  /  /  / denies / actual / Amina Tesfaye",
        "n2a / 2,000 troops / 2000 / 2000 /  / asserts / actual / Egyptian foreign ministry",
        "n2b / more than 2,500.5 / 2500.5 /  /  / asserts / possible / experts",
        "n1a / around 2,000 troops / 2000 / 2000 / 2021-03-01 / asserts / actual / "
        "Egyptian foreign ministry",
    ]


def test_figures_count_articles_and_stories_apart(store):
    columns = (
        "event quantity_low quantity_high modality claim_count article_count story_count "
        "origin_count articles"
    )
    assert picked(ask(store, "figures"), columns) == [
        "deploy / 2000 / 2000 / actual / 2 / 2 / 1 / 1 / nile-1|nile-2",
        "deploy / 2500.5 /  / possible / 1 / 1 / 1 / 1 / nile-2",
    ]


def test_figures_are_in_order_of_size():
    store = variant(('"2500.5"', '"999"'))
    assert [row["quantity_low"] for row in ask(store, "figures").records()] == ["999", "2000"]


def test_what_is_nothing_but_considered_comes_first(store):
    columns = "also_actual also_articles also_stories also_origins modality claim time_end"
    assert picked(ask(store, "considered"), columns) == [
        "0 / 0 / 0 / 0 / conditional / a2 / ",
        "0 / 0 / 0 / 0 / planned / n1d / 2021-12-31",
        "2 / 2 / 1 / 1 / possible / n2b / ",
    ]


def test_contradictions_show_each_denied_event_once_and_every_other_disagreement(store):
    columns = "kind claimant value claim other_claimant other_value other_claim"
    assert picked(ask(store, "contradictions"), columns) == [
        "denial / Amina Tesfaye / denies / n1b / Egyptian foreign ministry / asserts / n1a",
        "figure / experts / more than 2,500.5 / n2b / Egyptian foreign ministry / 2,000 troops / "
        "n2a",
    ]


def test_revisions_and_history_keep_what_was_said_before(store):
    columns = "claimant_of figure published claim earlier_figure earlier_published earlier_claim"
    assert picked(ask(store, "revisions"), columns) == [
        "EGY / 2,000 troops / 2021-03-05 / n2a / around 2,000 troops / 2021-03-04 / n1a"
    ]
    columns = "turn claimant stance claim earlier_claimant earlier_stance earlier_claim"
    assert picked(ask(store, "history"), columns) == [
        "reverses / Sudan / unconfirmed / n1c / Amina Tesfaye / denies / n1b"
    ]


def test_places_stand_on_a_map_where_their_degrees_are_known(store):
    columns = "place kind state latitude longitude claim_count event_count"
    assert picked(ask(store, "places"), columns)[0] == "Gedaref /  /  /  /  / 1 / 1"
    told = variant(
        ('rdfs:label "Gedaref" .',
         'rdfs:label "Gedaref" ; sc:placeKind "city" ; sc:inState g:SDN ; '
         "<http://www.opengis.net/ont/geosparql#asWKT> "
         '"POINT(35.383 -14.035)"^^<http://www.opengis.net/ont/geosparql#wktLiteral> .'),
    )  # fmt: skip
    found = picked(ask(told, "places"), columns)
    assert found == ["Gedaref / city / SDN / -14.035 / 35.383 / 1 / 1"]


def test_chains_run_from_the_outermost_speaker_to_the_innermost(store):
    columns = "claim outlet position speaker role speaker_of outermost innermost"
    found = picked(ask(store, "chains"), columns)
    assert [row for row in found if row.startswith("n1a")] == [
        "n1a / Nile Courier / 1 / Nile Courier / media /  / Nile Courier / "
        "Egyptian foreign ministry",
        "n1a / Nile Courier / 2 / Egyptian foreign ministry / body / EGY / Nile Courier / "
        "Egyptian foreign ministry",
    ]
    # Who is the only speaker is a chain of one, though the graph holds none.
    assert [row for row in found if row.startswith("a2")] == [
        "a2 /  / 1 / Luz Mamani / person /  / Luz Mamani / Luz Mamani"
    ]


def test_clocks_tell_three_times_with_precision_and_words(store):
    columns = (
        "claim happened_start happened_end happened_words said_start said_precision said_words "
        "published published_precision published_words"
    )
    assert picked(ask(store, "clocks"), columns)[3] == (
        "n1a / 2021-03-01 / 2021-03-31 / this month / 2021-03-03 / day / on Wednesday / "
        "2021-03-04 / day / as given"
    )


def test_joins_stories_origins_and_support(store):
    assert picked(ask(store, "joins"), "event claim because") == [
        "deploy / n1b / takes up the claim at character 120",
        "deploy / n2a / same parties",
    ]
    columns = "story article_count articles first_published last_published published_by"
    assert picked(ask(store, "stories"), columns) == [
        "nile / 2 / nile-1|nile-2 / 2021-03-04 / 2021-03-05 / Delta Press"
    ]
    assert picked(ask(store, "publishers"), "publisher outlets story_count article_count") == [
        "Delta Press / Nile Courier / 1 / 2"
    ]
    columns = "origin label speaker claim_count article_count story_count publisher_count articles"
    assert picked(ask(store, "origins"), columns) == [
        "egy-mfa / Egyptian foreign ministry / egy-mfa / 2 / 2 / 1 / 1 / nile-1|nile-2",
        "au / African Union / au / 1 / 1 / 1 / 1 / nile-1",
        "tesfaye / Amina Tesfaye / tesfaye / 1 / 1 / 1 / 1 / nile-1",
        "mamani / Luz Mamani / mamani / 1 / 1 / 1 / 1 / andes",
        "PER / Peru / PER / 1 / 1 / 1 / 1 / andes",
        "SDN / Sudan / SDN / 1 / 1 / 1 / 1 / nile-1",
        "experts / experts / experts / 1 / 1 / 1 / 1 / nile-2",
        "andes / the article andes in its own voice /  / 1 / 1 / 1 / 1 / andes",
    ]
    columns = (
        "event stance claim_count article_count story_count publisher_count origin_count origins"
    )
    assert picked(ask(store, "support"), columns)[2:5] == [
        "deploy / asserts / 3 / 2 / 1 / 1 / 2 / Egyptian foreign ministry|experts",
        "deploy / denies / 1 / 1 / 1 / 1 / 1 / Amina Tesfaye",
        "deploy / unconfirmed / 1 / 1 / 1 / 1 / 1 / Sudan",
    ]


def test_the_least_certain_are_the_most_doubtful_and_what_is_not_reckoned_comes_last(store):
    columns = "claim certainty readers class actor recipient claimant stance article doubts"
    assert picked(ask(store, "doubtful"), columns) == [
        "n1c / 0.42 / taught / Deployment / ETH / SDN / Sudan / unconfirmed / nile-1 / ",
        "n1a / 0.9 / lexicon|taught / Deployment / ETH / SDN / Egyptian foreign ministry / asserts "
        "/ nile-1 / it came through a chain of speakers",
        "n1b /  / lexicon / Deployment / ETH / SDN / Amina Tesfaye / denies / nile-1 / "
        "parties are taken over from an earlier claim",
    ]


def test_equally_certain_claims_stand_by_doubts_and_then_by_place():
    store = variant(
        ('sc:certainty "0.42"', 'sc:certainty "0.9"'), ("sc:certainty 1.0", "sc:certainty 0.9")
    )
    assert picked(ask(store, "doubtful"), "claim certainty doubt_count") == [
        "n1a / 0.9 / 1", "n1c / 0.9 / 0", "n2a / 0.9 / 0", "n1b /  / 1",
    ]  # fmt: skip


def test_certainties_stand_in_order_of_size():
    store = variant(
        ('sc:certainty "0.42"', 'sc:certainty "1"'), ("sc:certainty 1.0", "sc:certainty 0")
    )
    assert picked(ask(store, "doubtful"), "claim certainty")[:2] == ["n2a / 0", "n1a / 0.9"]


def test_denials_and_silence_tell_their_kind(store):
    assert picked(ask(store, "denials"), "claim kind") == ["a3 / fullDenial", "n1b / partialDenial"]
    assert picked(ask(store, "unconfirmed"), "claim kind") == ["n1c / nonDenial"]


def test_timeline_takes_the_time_of_the_event_where_the_claim_has_none(store):
    assert picked(ask(store, "timeline"), "date time_start time_end claim") == [
        "2021-02-10 / 2021-02-10 / 2021-02-10 / a1",
        "2021-03-01 / 2021-03-01 / 2021-03-31 / n1a",
        "2021-03-01 / 2021-03-01 / 2021-03-31 / n1c",
        "2021-03-01 / 2021-03-01 / 2021-03-31 / n1b",
        "2021-03-01 / 2021-03-01 / 2021-03-31 / n2a",
        "2021-03-01 / 2021-03-01 / 2021-03-31 / n2b",
        "2021-12-31 /  / 2021-12-31 / n1d",
    ]


def test_articles_own_voice_comes_last_by_claimant(store):
    assert picked(ask(store, "by-claimant"), "claimant_of claimant claim")[-1] == " /  / a1"


def test_unconfirmed_tells_who_else_takes_sides(store):
    assert picked(ask(store, "unconfirmed"), "claim claimant others") == [
        "n1c / Sudan / Amina Tesfaye denies|Egyptian foreign ministry asserts|experts asserts"
    ]


def test_agents_of_the_narrowest_kind_with_their_claims_counted(store):
    found = picked(ask(store, "agents"), "key kind of offices acts receives speaks")
    assert "tesfaye / Leader / ETH / prime minister / 1 / 0 / 1" in found
    assert "SDN / State /  /  / 1 / 7 / 1" in found
    assert "mamani / Person /  /  / 0 / 0 / 1" in found
    assert len(found) == 12


def test_network_holds_what_the_page_needs(store):
    rows = ask(store, "network")
    assert rows.columns == tuple(NETWORK_COLUMNS.split())
    denial = next(row for row in rows.records() if row["claim"] == "n1b")
    assert denial["event"] == "deploy"
    assert (denial["actor_keys"], denial["claimant_key"]) == ("ETH", "tesfaye")
    assert (denial["claimant_of_key"], denial["disputes"]) == ("ETH", "n1a|n2a")
    assert (denial["story"], denial["title"]) == ("nile", "Troops on the Nile")
    days = {(row["event_start"], row["event_end"]) for row in rows.records() if not row["event"]}
    assert days <= {("", "")}  # where a claim is about no event, there is none to date


def test_network_agents(store):
    found = picked(ask(store, "network-agents"), "key label kind iso3 of_key wikidata")
    assert found[:1] == ["EGY / Egypt / State / EGY /  / Q79"]
    assert found[-1] == "tesfaye / Amina Tesfaye / Leader /  / ETH / "
    other = {row["aliases"] for row in ask(store, "network-agents").records()}
    assert other == {"", "Horn Guard|RHF"}
