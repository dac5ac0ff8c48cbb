"""Files of every format, written by the tools that people use, with one article or many in them."""

from __future__ import annotations

import csv
import gzip
import io
import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path

PROSE = (
    "Ruritania denied on Monday that it had sent 1,500 troops to Freedonia.",
    "The foreign ministry in Strelsau called the reports a fabrication, and said that its forces "
    "had stayed in their barracks since the spring.",
    "Officials in Freedonia said that the first of the soldiers had crossed the border at dawn, "
    "and that more were expected before the end of the month.",
    "Neither account could be confirmed by the observers whom both sides had asked to come.",
)
TEXT = "\n".join(PROSE)


def row(number: int = 1, **more: object) -> dict[str, object]:
    """A record under names of columns that a user has to map."""
    made: dict[str, object] = {
        "ref": f"wire-{number}",
        "body": f"{TEXT}\nThis is report {number}.",
        "headline": f"Ruritania denies report {number}",
        "day": "2024-10-24T08:30:00Z",
        "link": f"https://wire.example/2024/10/24/report-{number}",
        "outlet": "The Wire",
    }
    return {**made, **more}


MAPPED = {
    "id": "ref",
    "text": "body",
    "title": "headline",
    "published": "day",
    "url": "link",
    "publisher": "outlet",
}


def jsonl(rows: Iterable[dict[str, object]]) -> bytes:
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows).encode()


def separated(rows: list[dict[str, object]], separator: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), delimiter=separator)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def parquet(rows: list[dict[str, object]], path: Path, **options: object) -> Path:
    import pyarrow as pa
    from pyarrow import parquet as written

    written.write_table(pa.Table.from_pylist(rows), path, **options)
    return path


def page(
    number: int = 1,
    *,
    published: date | None = date(2024, 10, 24),
    charset: str = "utf-8",
    prose: Iterable[str] = PROSE,
) -> str:
    """A page as a browser saves it: menus, scripts, teasers, a banner and a footer around it."""
    day = (
        f'<meta property="article:published_time" content="{published}T08:30:00Z">'
        if published
        else ""
    )
    menu = "".join(f'<li><a href="/{word}">{word.title()}</a></li>' for word in _MENU)
    teasers = "".join(
        f'<div class="teaser"><a href="/x{n}"><h3>Ten things about {word}</h3></a>'
        f"<span>Read more</span></div>"
        for n, word in enumerate(_MENU)
    )
    words = "".join(f"<p>{paragraph}</p>" for paragraph in prose)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}">
<title>Ruritania denies report {number} | The Wire</title>
<meta property="og:title" content="Ruritania denies report {number}">
<meta property="og:site_name" content="The Wire">{day}
<style>.teaser {{ color: red }}</style>
<script>window.dataLayer = [{{"event": "Freedonia sent troops to Ruritania"}}];</script>
</head><body><div id="cookies" class="cookie-banner"><p>We use cookies. Accept all?</p></div>
<header><nav><ul>{menu}</ul></nav></header>
<main><article><h1>Ruritania denies report {number}</h1>
<div class="share"><a href="#">Share on a network</a></div>
{words}<p>This is report {number}.</p></article>
<aside class="related">{teasers}</aside></main>
<footer><p>Copyright The Wire. All rights reserved. Subscribe to our newsletter.</p></footer>
</body></html>"""


_MENU = ("home", "world", "business", "sport", "weather", "opinion")


def warc(pages: Iterable[bytes], *, packed: bool = True, encoding: str = "") -> bytes:
    """An archive as a crawler writes it: a description, then request and response of each page."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("news.warc.gz", {"software": "a crawler"}))
    for number, body in enumerate(pages, 1):
        url = f"https://wire.example/news/report-{number}"
        headers = [("Content-Type", "text/html; charset=utf-8")]
        payload = body
        if encoding:
            payload = gzip.compress(body, mtime=0)
            headers.append(("Content-Encoding", encoding))
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "wire.example")], is_http_request=True)
        answer = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
        for kind, data, head in (("request", b"", asked), ("response", payload, answer)):
            writer.write_record(
                writer.create_warc_record(
                    url, kind, payload=io.BytesIO(data), http_headers=head, length=len(data)
                )
            )
    missing = StatusAndHeaders(
        "404 Not Found", [("Content-Type", "text/html")], protocol="HTTP/1.1"
    )
    image = StatusAndHeaders("200 OK", [("Content-Type", "image/png")], protocol="HTTP/1.1")
    for url, head in (
        ("https://wire.example/gone", missing),
        ("https://wire.example/a.png", image),
    ):
        writer.write_record(
            writer.create_warc_record(
                url, "response", payload=io.BytesIO(b"<p>No</p>"), http_headers=head
            )
        )
    return out.getvalue()
