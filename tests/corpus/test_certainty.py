"""What leaves the graph where a user wants certain claims, by itself and through whole builds."""

import csv
from dataclasses import replace

import pytest

import kg
from kg.corpus import workers
from kg.corpus.amend import Amended
from kg.corpus.certainty import certain, refuse_impossible
from kg.errors import StatecraftError
from kg.model import Applied, Article, Correction, Declined
from kg.rdf.shapes import validate
from tests.corpus.contents import contents
from tests.corpus.fake import FakeReader, Reckoning

TEXT = "Eritrea sent troops, Ethiopia said.\nEritrea denied it.\nHe may go.\n"


def reading(first=0.9, second=0.3):
    """Two claims of these certainties, the second of which takes up the first."""
    found = FakeReader().read(Article("one", TEXT))
    sent, denied = found.claims
    claims = (
        replace(sent, certainty=first),
        replace(denied, certainty=second, about=sent.id, claimant=None),
    )
    return replace(found, claims=claims)


def left(found, minimum, *applied):
    amended = Amended((found,), (), applied=applied)
    (after,) = certain(amended, minimum).readings
    return after


def test_a_claim_below_the_least_certainty_is_declined_with_its_quote_trigger_and_reason():
    found = reading(second=0.42)
    sent, denied = found.claims
    after = left(found, 0.7)
    assert after.claims == (sent,)
    told = Declined("one", denied.evidence, denied.trigger.quote, "certainty 0.42 is below 0.7")
    assert after.declined == (*found.declined, told)


@pytest.mark.parametrize("minimum", [None, 0, 0.3])
def test_what_is_as_certain_as_that_stays(minimum):
    found = reading()
    assert left(found, minimum) == found


@pytest.mark.parametrize("minimum", [0.0, 0.5, 1.0])
def test_a_claim_without_a_certainty_stays(minimum):
    found = reading(None, None)
    assert left(found, minimum) == found


def test_the_least_and_the_most_certain():
    assert left(reading(1.0, 0.0), 1).claims[0].certainty == 1.0
    (told,) = left(reading(1.0, 0.0), 1.0).declined[1:]
    assert told.reason == "certainty 0 is below 1"


def test_a_claim_that_took_up_one_that_is_gone_stands_alone():
    found = reading(0.1, 0.9)
    assert left(found, 0.5).claims == (replace(found.claims[1], about=None),)


def test_agents_that_no_claim_names_any_more_go_too():
    found = reading(None, 0.9)
    sent, denied = found.claims
    alone = replace(denied, recipients=())
    after = left(replace(found, claims=(replace(sent, certainty=0.1), alone)), 0.5)
    assert [agent.key for agent in after.agents] == ["ERI"]


@pytest.mark.parametrize("verdict", ["accept", "change"])
def test_a_claim_that_a_reviewer_has_looked_at_stays(verdict):
    found = reading()
    claim = found.claims[1]
    said = Correction("row 2", verdict, "Ada", claim.id)
    assert left(found, 0.7, Applied(said, claim.id, "one", claim.evidence)) == found


@pytest.mark.parametrize("minimum", [-0.1, 1.1, 70, float("nan"), float("inf")])
def test_what_is_no_certainty_is_refused(minimum):
    with pytest.raises(StatecraftError, match=r"from 0 to 1\. Give one such as .*0\.7") as error:
        refuse_impossible(minimum)
    assert error.value.value == str(minimum)


# Whole builds


class Noting(Reckoning):
    read_now: list[str] = []  # noqa: RUF012 - emptied before each test

    def read(self, article):
        self.read_now.append(article.name)
        return super().read(article)


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "reader", lambda model: Noting())
    Noting.read_now.clear()
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "one.txt").write_text(TEXT)
    (folder / "two.txt").write_text("Eritrea denied it all.\n")
    return folder


def table(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_build_leaves_out_what_is_less_certain_and_says_so(news, tmp_path):
    out = tmp_path / "graph"
    report = kg.build(news, out, min_certainty=0.5)
    assert [claim.certainty for claim in report.corpus.claims] == [0.9]
    assert [row["article"] for row in table(out / "claims.csv")] == ["one"]
    declined = {row["sentence"]: row for row in table(out / "declined.csv")}
    row = declined["Eritrea denied it all."]
    assert (row["reason"], row["trigger"]) == ("certainty 0.3 is below 0.5", row["sentence"])
    assert (row["article"], row["start"], row["end"]) == ("two", "0", "22")
    assert validate(out / "graph.ttl").violations == ()


def test_another_least_certainty_reads_nothing_anew_and_leaves_no_trace(news, tmp_path):
    out = tmp_path / "graph"
    kg.build(news, out, min_certainty=0.95)
    assert len(Noting.read_now) == 2
    assert table(out / "claims.csv") == []
    for minimum in (0.5, None):
        kg.build(news, out, min_certainty=minimum)
        kg.build(news, tmp_path / f"fresh {minimum}", min_certainty=minimum)
        assert contents(out) == contents(tmp_path / f"fresh {minimum}")
    assert len(Noting.read_now) == 2 + 2 * 2
    assert len(table(out / "claims.csv")) == 3


def test_a_wrong_certainty_is_refused_before_anything_is_read(news, tmp_path):
    with pytest.raises(StatecraftError, match=r"1\.5: a certainty is a number from 0 to 1"):
        kg.build(news, tmp_path / "graph", min_certainty=1.5)
    assert Noting.read_now == []
    assert not (tmp_path / "graph").exists()
