"""The table of leaders holds together: read with the csv module alone."""

import csv
import re
import unicodedata
from collections import defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

GAZETTEER = Path(__file__).parents[2] / "ontology" / "gazetteer"
TABLE = GAZETTEER / "leaders.csv"
COLUMNS = (
    "key label names surname office title of start end wikidata checked".split()  # noqa: SIM905
)
OFFICES = frozenset(
    {
        "head_of_state",
        "head_of_government",
        "monarch",
        "foreign_minister",
        "defence_minister",
        "vice_president",
        "national_security_adviser",
        "spy_chief",
        "army_chief",
        "crown_prince",
        "organisation_head",
        "un_ambassador",
        "parliament_speaker",
        "armed_group_leader",
        "other",
    }
)
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
UNDIVIDED = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ð": "d", "ß": "ss"}
    | {"æ": "ae", "Æ": "Ae", "þ": "th", "Þ": "Th", "ə": "a", "Ə": "A", "’": "'"}
)
"""Letters that Unicode does not decompose."""
COLLECTIVE_HEADS = frozenset({"AND", "BIH", "CHE", "SMR"})
"""States whose head is several persons at once."""
COVERED = ("head", "head_of_government", "foreign_minister", "defence_minister")
MIN_STATES_COVERED = 40
TRUE_OVERLAPS = frozenset(
    {
        # The constitution names two persons co-presidents since 2025.
        ("NIC", "daniel-ortega", "rosario-murillo"),
        # A prime minister acted while the president was suspended by impeachment.
        ("KOR", "goh-kun", "roh-moo-hyun"),
        ("KOR", "hwang-kyo-ahn", "park-geun-hye"),
        # Rivals held the capital and the country's recognition in turn.
        ("CIV", "alassane-ouattara", "laurent-gbagbo"),
        ("LBY", "muammar-gaddafi", "mustafa-abdul-jalil"),
    }
)
LED_BY_THEIR_PRESIDENT = frozenset(
    {"USA", "BRA", "MEX", "ARG", "CHL", "COL", "VEN", "ZAF", "NGA", "IDN", "PHL", "KEN", "AFG"}
)
"""States without a separate head of government, for all or part of the time since 2014."""


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


ROWS = rows()


def fold(text: str) -> str:
    """The text in plain letters, as a wire service without accents prints it."""
    apart = unicodedata.normalize("NFD", text.translate(UNDIVIDED))
    return "".join(c for c in apart if not unicodedata.combining(c))


def first_day(text: str) -> date:
    return date.fromisoformat((text + "-01-01")[:10])


def test_columns_and_bytes():
    raw = TABLE.read_bytes()
    assert raw.decode("utf-8").splitlines()[0].split(",") == COLUMNS
    assert b"\r" not in raw
    assert raw.endswith(b"\n")


def test_no_cell_has_outer_space_or_an_empty_name():
    bad = [
        (row["key"], column)
        for row in ROWS
        for column in COLUMNS
        if row[column] != row[column].strip()
        or any(not part for part in row[column].split("|") if row[column])
    ]
    assert bad == []


@pytest.mark.parametrize("column", ["key", "label", "surname", "office", "of", "checked"])
def test_required_columns_are_filled(column):
    assert [row["key"] for row in ROWS if not row[column]] == []


def test_offices_are_from_the_closed_list():
    assert {row["office"] for row in ROWS} <= OFFICES


def test_offices_are_of_a_listed_state_or_organisation():
    listed = set()
    for name in ("states.csv", "organisations.csv"):
        with (GAZETTEER / name).open(encoding="utf-8", newline="") as handle:
            listed |= {row["key"] for row in csv.DictReader(handle)}
    assert {row["of"] for row in ROWS} - listed == set()


def test_other_offices_have_a_title():
    assert [row["key"] for row in ROWS if not row["title"]] == []


def test_dates_are_iso_at_year_month_or_day():
    for row in ROWS:
        for column in ("start", "end"):
            if row[column]:
                assert DATE.fullmatch(row[column]), (row["key"], column, row[column])
                first_day(row[column])


def test_terms_do_not_end_before_they_start():
    bad = []
    for row in ROWS:
        shared = min(len(row["start"]), len(row["end"]))
        if shared and row["end"][:shared] < row["start"][:shared]:
            bad.append((row["key"], row["start"], row["end"]))
    assert bad == []


def test_keys_are_slugs_of_the_label():
    for row in ROWS:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", row["key"]), row["key"]
        words = set(re.findall(r"[a-z0-9]+", row["key"])) - set(re.findall(r"\d{4}", row["key"]))
        joined = re.sub(r"[^a-z0-9]", "", fold(row["label"]).lower())
        assert sum(word in joined for word in words) >= len(words) - 1, (row["key"], row["label"])


def test_one_person_is_described_alike_in_every_row():
    described = defaultdict(set)
    for row in ROWS:
        described[row["key"]].add((row["label"], row["names"], row["surname"], row["wikidata"]))
    assert {key: found for key, found in described.items() if len(found) > 1} == {}


def test_wikidata_ids_belong_to_one_person():
    owners = defaultdict(set)
    for row in ROWS:
        if row["wikidata"]:
            assert re.fullmatch(r"Q[1-9]\d*", row["wikidata"])
            owners[row["wikidata"]].add(row["key"])
    assert {qid: keys for qid, keys in owners.items() if len(keys) > 1} == {}


def test_surnames_are_parts_of_a_name():
    bad = []
    for row in ROWS:
        spellings = f"{row['label']}|{row['names']}".lower()
        bad += [(row["key"], s) for s in row["surname"].split("|") if s.lower() not in spellings]
    assert bad == []


def test_rows_are_sorted_and_none_is_twice():
    order = [
        tuple(row[c] for c in ("key", "start", "office", "of", "end", "title")) for row in ROWS
    ]
    assert order == sorted(order)
    assert len(set(order)) == len(order)


def test_every_name_without_marks_is_listed_too():
    for row in ROWS:
        spellings = {row["label"], *row["names"].split("|")}
        plain = fold(row["label"])
        if plain.isascii():
            assert plain in spellings, row["key"]


def test_heads_of_one_state_follow_each_other():
    terms = defaultdict(list)
    for row in ROWS:
        dated = len(row["start"]) == 10 and len(row["end"]) in (0, 10)
        if row["office"] == "head_of_state" and dated:
            end = date.fromisoformat(row["end"]) if row["end"] else date.max
            terms[row["of"]].append((date.fromisoformat(row["start"]), end, row["key"]))
    clashes = []
    for state, held in terms.items():
        if state in COLLECTIVE_HEADS:
            continue
        for one, other in combinations(sorted(held), 2):
            shared = (min(one[1], other[1]) - max(one[0], other[0])).days
            pair = (state, *sorted((one[2], other[2])))
            if one[2] != other[2] and shared > 60 and pair not in TRUE_OVERLAPS:
                clashes.append((pair, shared))
    assert clashes == []


def test_forty_states_have_all_four_offices_since_2014():
    held = defaultdict(set)
    for row in ROWS:
        if not row["end"] or row["end"] >= "2014":
            held[row["of"]].add(row["office"])
    covered = []
    for state, offices in held.items():
        has = set(offices)
        if has & {"head_of_state", "monarch"}:
            has.add("head")
        if state in LED_BY_THEIR_PRESIDENT and "head_of_state" in has:
            has.add("head_of_government")
        if has.issuperset(COVERED):
            covered.append(state)
    assert len(covered) >= MIN_STATES_COVERED, sorted(covered)
