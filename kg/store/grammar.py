"""Where a query leaves the grammar of SPARQL: line, column, what was found, what could stand there.

The engine's own parser tells little of that, so a query that it refuses is read again by a grammar
(`sparql.lark`), for the message alone; what is no query is never answered because of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from lark import Lark, Token, Tree, UnexpectedInput, UnexpectedToken

GRAMMAR: Final = Path(__file__).with_name("sparql.lark")
MAX_FOUND = 40  # characters of what was found that are repeated
MAX_EXPECTED = 9  # kinds of what could stand there that are named

_START = "start"
_END = "$END"
_AGGREGATES: Final = frozenset({"SUM", "MIN", "MAX", "AVG", "SAMPLE"})
_FUNCTIONS_NAMED = """
STR LANG LANGMATCHES DATATYPE BOUND IRI URI BNODE RAND ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE
LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER YEAR MONTH DAY HOURS MINUTES
SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF STRLANG STRDT
SAMETERM ISIRI ISURI ISBLANK ISLITERAL ISNUMERIC REGEX SUBSTR REPLACE
"""
_FUNCTIONS: Final = frozenset(_FUNCTIONS_NAMED.split())
_KEYWORDS_NAMED = """
AS ASC ASK BASE BIND BY CONSTRUCT COUNT DESC DESCRIBE DISTINCT EXISTS FALSE FILTER FROM GRAPH
GROUP GROUP_CONCAT HAVING IN LIMIT MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SELECT
SEPARATOR SERVICE SILENT TRUE UNDEF UNION VALUES WHERE
"""
_KEYWORDS: Final = frozenset(_KEYWORDS_NAMED.split())
_KINDS: Final = {
    "VAR": "a variable",
    **dict.fromkeys(("IRIREF", "PNAME_LN", "PNAME_NS"), "an IRI or prefixed name"),
    "A": "'a'",
    **dict.fromkeys(("STRING", "LONG_STRING"), "a string in quotes"),
    **dict.fromkeys(("INTEGER", "DECIMAL", "DOUBLE"), "a number"),
    **dict.fromkeys(("SIGNED_INTEGER", "SIGNED_DECIMAL", "SIGNED_DOUBLE"), "a number"),
    **dict.fromkeys(("FUNCTION", "AGGREGATE", "COUNT", "GROUP_CONCAT"), "a function"),
    _END: "the end of the query",
    **dict.fromkeys(("BLANK_NODE_LABEL", "ANON"), "a blank node"),
    **dict.fromkeys(("TRUE", "FALSE"), "true or false"),
    "LANGTAG": "a language tag",
    "NIL": "'('",
    "STAR": "'*'",
    "DASH": "'-'",
}
"""Kinds of token in words, the most telling first."""
_NO_SPARQL: Final = frozenset({"WORD", "OTHER"})


@dataclass(frozen=True, slots=True)
class Misfit:
    """The first token of a query that does not fit, where it stands, and what would have fitted.

    Lines and columns count from 1; `expected` is in words, the most telling first.
    """

    line: int
    column: int
    found: str
    expected: tuple[str, ...]


def misfit(sparql: str) -> Misfit | None:
    """Where a query leaves the grammar; None where it does not."""
    try:
        _parser().parse(sparql, start=_START)
    except UnexpectedToken as error:
        wanted = tuple(_described(error.accepts or error.expected or ()))
        return Misfit(*_place(sparql, error.token), _found(error.token), wanted)
    except UnexpectedInput as error:  # a character that begins nothing, which OTHER leaves none of
        return Misfit(error.line, error.column, "a character", ())
    return None


def tree(sparql: str) -> Tree[Token] | None:
    """The query as the grammar has it, None where it leaves it."""
    try:
        return _parser().parse(sparql, start=_START)
    except UnexpectedInput:
        return None


def tokens(sparql: str) -> Iterator[Token]:
    """The query in its tokens, comments left out; what is no SPARQL comes as WORD or OTHER."""
    return _parser().lex(sparql)


def named_graphs(sparql: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The IRIs after FROM, and those after FROM NAMED, in the query's order.

    A prefixed name is written out where its prefix is declared.
    """
    found: dict[str, list[str]] = {"FROM": [], "NAMED": []}
    prefixes: dict[str, str] = {}
    before, last = "", Token("", "")
    for token in tokens(sparql):
        if before == "PREFIX" and last.type == "PNAME_NS" and token.type == "IRIREF":
            prefixes[last] = token.strip("<>")
        elif last.type in found and token.type in ("IRIREF", "PNAME_LN", "PNAME_NS"):
            found[last.type].append(_written_out(token, prefixes))
        before, last = last.type, token
    return tuple(found["FROM"]), tuple(found["NAMED"])


def _written_out(name: Token, prefixes: Mapping[str, str]) -> str:
    if name.type == "IRIREF":
        return name.strip("<>")
    prefix, colon, local = name.partition(":")
    return prefixes.get(prefix + colon, prefix + colon) + local


@cache
def _parser() -> Lark:
    """The parser, made once; `lexer_callbacks` give words the type of their keyword."""
    return Lark(
        GRAMMAR.read_text(encoding="utf-8"),
        start=[_START, "unknown"],
        parser="lalr",
        lexer="basic",
        keep_all_tokens=True,
        lexer_callbacks={"WORD": _keyword},
    )


def _keyword(token: Token) -> Token:
    word = str(token).upper()
    kind = "A" if str(token) == "a" else "WORD"
    if word in _KEYWORDS:
        kind = word
    elif word in _FUNCTIONS:
        kind = "FUNCTION"
    elif word in _AGGREGATES:
        kind = "AGGREGATE"
    return Token.new_borrow_pos(kind, str(token), token)


def _place(sparql: str, token: Token) -> tuple[int, int]:
    if token.type != _END:
        return token.line or 1, token.column or 1
    lines = sparql.rstrip().split("\n")
    return len(lines), len(lines[-1]) + 1


def _found(token: Token) -> str:
    if token.type == _END:
        return "the end of the query"
    if str(token) in "\"'":
        return f"a string without its closing {token}"
    words = str(token) if len(token) <= MAX_FOUND else f"{token[:MAX_FOUND]}…"
    return f"'{words}'"


def _described(kinds: Iterable[str]) -> list[str]:
    """Kinds of token in words: terms first, then signs, then words, without repeats."""
    known = sorted(set(kinds) - _NO_SPARQL)
    terms = [words for kind, words in _KINDS.items() if kind in known]
    words = [kind for kind in known if kind not in _KINDS and kind in _KEYWORDS]
    signs = [f"'{_sign(kind)}'" for kind in known if kind not in _KINDS and kind not in _KEYWORDS]
    every = list(dict.fromkeys((*terms, *signs, *words)))
    return every if len(every) <= MAX_EXPECTED else [*every[:MAX_EXPECTED], "…"]


def _sign(kind: str) -> str:
    """A sign by the name that lark gave it."""
    patterns = {terminal.name: terminal.pattern.value for terminal in _parser().terminals}
    return str(patterns.get(kind, kind))
