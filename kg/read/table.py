"""Fields of a record to what an article has: which column is the text, which the date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from lxml import etree

from kg.errors import InputError
from kg.model import Unread
from kg.read import liveblog, markup
from kg.read.fields import View, fold, is_typed, known, text_of
from kg.read.ldjson import is_live
from kg.read.options import Columns
from kg.read.record import Found, Record, Remark

SLOTS = ("text", "title", "published", "url", "publisher", "id", "language")
_UNKNOWN_TEXT = 200
"""Characters of words in an unknown field from which it may be the article that is looked for."""
_TIMES = re.compile(r"<time\b|\bdata-time", re.IGNORECASE)
_CUT = 200
"""Characters at the end of a text in which the mark of a cut stands."""
_FILL = "Fill it in, or remove the record."
_REFUSALS = frozenset({"message", "error", "errormessage", "fault", "detail"})
"""Fields in which services say why they give nothing."""
_SENTENCES = re.compile(r"(?s)(.*[.!?…][\"”’')]*)\s+\S.*")
_ADDRESS = re.compile(r"(?:https?:)?//\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def slots(fields: Mapping[str, object], columns: Columns) -> dict[str, str]:
    """What `fields` say of the article, by slot of `Columns`; a slot that is not there is left out.

    A column that the user named is the only one that counts for its slot. Where no field holds the
    whole text, a summary is the text, and where there is none, the title.
    """
    view, named = View(fields), columns.named()
    found: dict[str, str] = {}
    for slot in SLOTS:
        if slot in named:
            value = text_of(_at(fields, named[slot]), slot)
        else:
            value = view.published() if slot == "published" else view.first(slot)
        if value.strip():
            found[slot] = value
    if "text" not in found and "text" not in named:
        shorter = view.first("summary") or found.get("title", "")
        found |= {"text": shorter} if shorter else {}
    return found


def records(
    fields: Mapping[str, object], columns: Columns, file: str, place: str
) -> Iterator[Found]:
    """The article that `fields` hold; why there is none; and what is to be told of it.

    What nobody foresaw in a record costs that record alone.
    """
    try:
        yield from _found(fields, columns, file, place)
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as error:
        reason = f"it breaks its reader ({type(error).__name__}: {str(error)[:100]})"
        yield Unread(f"{file} {place}".rstrip(), reason, "Take it out, or give its text.")


def _found(
    fields: Mapping[str, object], columns: Columns, file: str, place: str
) -> Iterator[Found]:
    if is_typed(fields) is False:
        yield None
        return
    view, found = View(fields), slots(fields, columns)
    made = described(Record(file, "", place, fetched=view.first("fetched")), found)
    told = found.get("text", "")
    problem = None if told and _is_whole(view, found, columns) else _textless(view, columns, made)
    if problem:
        yield problem
        return
    if markup.PAGE.match(told):
        yield replace(made, content=told.encode())
    elif (blog := _blog(fields, told)) is not None:
        yield from liveblog.parts(made, blog)
    else:
        try:
            text = markup.plain(told)
        except (etree.LxmlError, ValueError, AssertionError) as error:
            yield made.unread(f"its markup breaks its parser ({error})", "Give its text alone.")
            return
        text, was_cut = uncut(text)
        if was_cut:
            yield Remark("cut", file, place)
        yield replace(made, content=text)
    if not made.published and not columns.published:
        yield from (Remark("unused", file, place, name) for name in list(view.other_dates())[:1])


def _blog(fields: Mapping[str, object], text: str) -> liveblog.Blog | None:
    """The live blog that a record holds, as its entries or as markup with a time before each."""
    if is_live(fields) and (entries := liveblog.updates(fields)):
        return liveblog.Blog(markup.plain(text), entries)
    if len(_TIMES.findall(text)) < 2:
        return None
    try:
        return liveblog.blog(markup.fragment(text))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _is_whole(view: View, found: Mapping[str, str], columns: Columns) -> bool:
    """Whether the text is that of a known field, or no unknown field holds a longer one."""
    if columns.text or view.first("text"):
        return True
    return view.longest_other()[1] < max(_UNKNOWN_TEXT, len(found["text"]))


def _textless(view: View, columns: Columns, made: Record) -> Unread | Remark:
    """Why a record has no text."""
    name, size = view.longest_other()
    if columns.text:
        if _at(view.fields, columns.text) is None and columns.text not in view.fields:
            reason = f"it has no field '{columns.text}'; its fields are {view.listed()}"
            return made.unread(reason, "Name one of them with --text.")
        return made.unread(f"its field '{columns.text}' is empty", _FILL)
    if view.was_removed():
        return Remark("removed", made.file, made.place, known().nothing["removed"][0])
    if empty := _without_articles(view.fields):
        return made.unread(empty, "Ask the service again, or remove it.")
    wanted = ", ".join(known().names["text"][:3])
    if size >= _UNKNOWN_TEXT:
        reason = f"it has no text in '{wanted}', but '{name}' holds {size:,} characters"
        return made.unread(reason, f"Name it with --text {name}.")
    if blank := view.blank("text"):
        return made.unread(f"it has no text: its field '{blank}' is empty", _FILL)
    fields = f"; its fields are {view.listed()}" if view.fields else ""
    return made.unread(f"it has no text in '{wanted}'{fields}", "Name the one with --text FIELD.")


def _without_articles(fields: Mapping[str, object]) -> str:
    """In words, that an answer holds an empty list or a service's refusal; "" where it is none."""
    lists = [name for name, value in fields.items() if isinstance(value, list) and not value]
    if lists:
        return f"it holds no article: its '{lists[0]}' is empty"
    folded = {fold(name): value for name, value in fields.items()}
    for name in sorted(_REFUSALS & folded.keys()):
        said = folded[name]
        told = said.get("message") or said.get("detail") if isinstance(said, Mapping) else said
        if isinstance(told, str) and told:
            return f"it is an answer without articles: '{told[:100]}'"
    return ""


def uncut(text: str) -> tuple[str, bool]:
    """The text without the mark of a service that cut it off, and whether there was one.

    The sentence that it breaks off in goes with the mark, unless it is the only one.
    """
    for pattern in known().cuts:
        match = pattern.search(text, max(0, len(text) - _CUT))
        if match:
            left = text[: match.start()].rstrip()
            ended = left.endswith((".", "!", "?", "”", '"')) or not left
            whole = None if ended else _SENTENCES.fullmatch(left)
            return (whole[1] if whole else left), True
    return text, False


def described(made: Record, found: Mapping[str, str]) -> Record:
    """The record with what `found` (see `slots`) says of it."""
    publisher = markup.label(found.get("publisher", "").strip())
    url = found.get("url", "").strip()
    identifier = found.get("id", "").strip()
    return replace(
        made,
        title=markup.label(found.get("title", "").strip()),
        published=found.get("published", "").strip(),
        url=url or (identifier if identifier.startswith(("http://", "https://")) else ""),
        publisher=_host(publisher) if _ADDRESS.fullmatch(publisher) else publisher,
        id=identifier,
        language=found.get("language", "").strip(),
    )


def _host(address: str) -> str:
    """`www.wire.example` of an address; a publisher is often given as the one of its site."""
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
    except ValueError:
        return address
    return parts.netloc.removeprefix("www.") or address


def check_columns(header: Iterable[str], columns: Columns, shown: str) -> None:
    """InputError where a table lacks a column that the user named, or any that could be text."""
    names = list(header)
    listed = ", ".join(names[:20]) + (" ..." if len(names) > 20 else "")
    for slot, column in columns.named().items():
        if column not in names:
            rule = f"it has no column '{column}'; its columns are {listed or 'none'}"
            raise InputError(shown, rule, f"Name one of them with --{slot}.")
    texts = {name for slot in ("text", "summary", "title") for name in known().ranked[slot]}
    view = View(dict.fromkeys(names, "x"))
    if columns.text is None and not any(name in view for name in texts):
        rule = f"none of its columns is known to hold the text; they are {listed or 'none'}"
        raise InputError(shown, rule, "Name it with --text COLUMN.")


def wanted_columns(header: Iterable[str], columns: Columns) -> list[str]:
    """The columns of a table that something is read from."""
    named = columns.named()
    tops = {path.split(".")[0] for path in named.values()} | set(named.values())
    usual = {name for names in known().ranked.values() for name in names}
    envelopes = set(map(fold, known().envelopes["names"]))
    return [
        name
        for name in header
        if name in tops or fold(name) in usual | envelopes or fold(name.split(".")[-1]) in usual
    ]


def _at(fields: Mapping[str, object], path: str) -> object:
    """The value of the column called `path`, or at that path of nested fields."""
    if path in fields:
        return fields[path]
    value: object = fields
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value
