"""A quote holds the trigger, the parties that its sentence names, and what decides polarity."""

from dataclasses import replace

import pytest

from kg.model import Evidence
from tests.extract.contexts import context
from tests.extract.quotes import left_out


@pytest.mark.parametrize(
    ("text", "trigger", "quote"),
    [
        (
            "Togo has aided Benin and imposed sanctions on Mali.",
            "sanctions",
            "Togo has aided Benin and imposed sanctions on Mali",
        ),
        (
            "Ghana cancelled the sale of 40 tanks to Togo.",
            "sale",
            "Ghana cancelled the sale of 40 tanks to Togo",
        ),
        (
            "A Chadian plane carrying food for Niger landed in Niamey.",
            "carrying",
            "Chadian plane carrying food for Niger",
        ),
    ],
)
def test_a_quote_reaches_to_the_parties_that_its_sentence_names(read, text, trigger, quote):
    found = {c.trigger.quote: c.evidence.quote for c in read(text).claims}
    assert found[trigger] == quote


DENIED = [
    "Togo said on Monday that it had not sent any troops to Benin.",
    "Ghana’s foreign minister denied that Togo sold tanks to Mali.",
    "Neither Kenya nor Uganda has confirmed that Chad attacked Niger.",
    "There is no evidence that Togo sent troops to Benin, Ghana said.",
    "Togo refused to send troops to Benin, and Mali did not sanction Niger.",
    "Kenya has yet to confirm an agreement with Zambia.",
    "Togo never signed the treaty with Benin.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_quote_holds_what_decides_polarity(read, text):
    claims = read(text).claims
    assert claims and any(c.negated or c.stance != "asserts" for c in claims)
    assert [left_out(context(text), claim) for claim in claims] == [[]] * len(claims)


def test_no_quote_of_the_seeds_leaves_anything_out(seeds_readings):
    found = {}
    for reading in seeds_readings:
        read = context(reading.article.text)
        found |= {c.id: missing for c in reading.claims if (missing := left_out(read, c))}
    assert found == {}
    assert sum(len(reading.claims) for reading in seeds_readings) > 90


@pytest.mark.parametrize(
    ("quote", "missing"),
    [
        ("has not sent troops", ["party TGO", "party BEN"]),
        ("sent troops to Benin", ["party TGO", "negation not"]),
        ("Togo has not", ["trigger sent", "party BEN"]),
    ],
)
def test_what_is_left_out_is_found(read, quote, missing):
    text = "Togo has not sent troops to Benin."
    (claim,) = read(text).claims
    start = text.index(quote)
    cut = replace(claim, evidence=Evidence(quote, start, start + len(quote)))
    assert [m for m in left_out(context(text), cut) if "cue" not in m] == missing
