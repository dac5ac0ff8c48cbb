"""What an assistant gets of an answer, by a graph that only says what it was told to say."""

from __future__ import annotations

import io
import json
from collections.abc import Coroutine
from typing import Any

import pytest

from kg.errors import QueryError
from kg.store.assistant import answers
from kg.store.pool.carriers import Outcome, Question
from kg.store.pool.client import Answer

CITED = {"claim": "c1", "quote": "sent troops", "article": "a", "start": "5", "end": "16"}


def rows(*told: dict[str, str]) -> dict[str, Any]:
    bindings = [{name: {"value": value} for name, value in row.items()} for row in told]
    return {"head": {"vars": list(dict.fromkeys(n for row in told for n in row))},
            "results": {"bindings": bindings}}  # fmt: skip


class Told:
    """Answers in order, each JSON or an outcome that is none."""

    def __init__(self, *given: dict[str, Any] | Outcome) -> None:
        self.given, self.asked = list(given), list[Question]()

    async def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        answer = self.given.pop(0)
        if isinstance(answer, Outcome):
            return Answer(answer, io.BytesIO(), 0)
        data = json.dumps(answer).encode()
        return Answer(Outcome("answered"), io.BytesIO(data), len(data))


def ran(work: Coroutine[Any, Any, Any]) -> Any:
    """What `work` gives; it waits for nobody, so that it needs no loop of its own."""
    with pytest.raises(StopIteration) as ended:
        work.send(None)
    return ended.value.value


def test_some_rows_with_the_words_of_the_claims_in_them_and_of_no_others():
    told = Told(rows({"claim": "c1"}, {"claim": "c2"}), rows(CITED))
    found = ran(answers.found(told, "SELECT", limit=1, offset=0))
    assert (found.rows, found.total) == ([{"claim": "c1"}], 2)
    (evidence,) = found.evidence
    assert (evidence.quote, evidence.start, evidence.end) == ("sent troops", 5, 16)
    assert (evidence.title, evidence.published) == ("", "")
    assert '"c1"' in told.asked[1].text and '"c2"' not in told.asked[1].text


def test_claims_are_known_by_their_column_or_their_iri():
    iri = "https://example.org/id/claim/c3"
    told = Told(rows({"earlier_claim": "c1|c2", "what": iri, "who": "c4"}), rows())
    ran(answers.found(told, "SELECT", limit=9, offset=0))
    assert 'IN ("c1", "c2", "c3")' in told.asked[1].text


def test_nothing_more_is_asked_where_no_claim_is_found():
    told = Told(rows({"who": "Chad"}))
    assert ran(answers.found(told, "SELECT", limit=9, offset=0)).evidence == []
    assert ran(answers.found(Told({"boolean": True}), "ASK", 9, 0)).rows == [{"ask": "true"}]


def test_no_more_claims_are_looked_up_than_an_answer_may_cite():
    told = Told(rows())
    ran(answers.cited(told, [f"c{n:04}" for n in range(answers.MAX_CITED + 5)]))
    assert told.asked[0].text.count('"c0') == answers.MAX_CITED


def test_what_is_unbound_is_empty():
    assert ran(answers.rows(Told(rows({"a": "1", "b": "2"}, {"b": "3"})), "SELECT")) == [
        ("1", "2"), ("", "3"),
    ]  # fmt: skip


def test_a_question_that_fails_is_an_error_with_its_reason():
    with pytest.raises(QueryError, match="it took too long"):
        ran(answers.rows(Told(Outcome("late", "it took too long.")), "SELECT"))
