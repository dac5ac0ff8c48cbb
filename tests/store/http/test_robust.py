"""What comes from strangers costs an error each: nothing is written, and the server goes on."""

from __future__ import annotations

import contextlib
import random
import socket
import time
from pathlib import Path

import pytest

from kg.store.http import respond
from kg.store.http.app import SLOTS
from kg.store.pool.carriers import Limits
from tests.store.http.conftest import Served, serving
from tests.store.servers import PATIENCE

ASK = {"query": "ASK { ?s ?p ?o }"}
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def raw(served: Served, data: bytes, seconds: float = PATIENCE) -> bytes:
    """What the server says to these bytes until it closes, or for so long."""
    host, _, port = served.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=seconds) as client:
        with contextlib.suppress(OSError):
            client.sendall(data)
        said = b""
        with contextlib.suppress(OSError):
            while chunk := client.recv(65536):
                said += chunk
    return said


def files(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
POST = b"POST /sparql HTTP/1.1\r\nHost: x\r\n"
BAD = {
    "no HTTP": b"hello\r\n\r\n",
    "bytes": bytes(range(256)),
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "a header without a colon": GET + b"nonsense\r\n\r\n",
    "a header's name with a blank": GET + b"a b: c\r\n\r\n",
    "two lengths": POST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length below nothing": POST + b"Content-Length: -1\r\n\r\n",
    "a length that is no number": POST + b"Content-Length: 1e9\r\n\r\n",
    "an endless length": POST + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "chunks that are none": POST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "a header of 1 MB": GET + b"A: " + b"a" * 1_000_000 + b"\r\n\r\n",
    "an address of 1 MB": b"GET /?" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
    "50,000 headers": GET + b"a: b\r\n" * 50_000 + b"\r\n",
}


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_http_is_400(served, kind):
    said = raw(served, BAD[kind])
    assert said == b"" or said.startswith(b"HTTP/1.1 400"), said[:80]
    assert served.get("/sparql", params=ASK).status_code == 200


@pytest.mark.parametrize(
    "target",
    ["/sparql?query=%FF", "/sparql?query=%", "/sparql?" + "a=b&" * 500, "/sparql?query=%00",
     "/sparql?default-graph-uri=%22%3E&query=ASK%7B%7D", "//", "/..", "/%2e%2e/%2e%2e/etc/passwd",
     "/%00", "/statecraft/id/claim/%0d%0aSet-Cookie:x", "/a\\b", "*"],
)  # fmt: skip
def test_odd_addresses_are_an_error_each(served, target):
    said = raw(served, f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
    assert said.split(b" ")[1] in (b"400", b"404"), said[:80]
    assert b"Traceback" not in said and b"root:" not in said and b"Set-Cookie" not in said[:400]


def test_random_requests_are_an_error_each(served):
    draw = random.Random(7)
    for _ in range(200):
        noise = bytes(draw.choices(range(256), k=draw.randrange(1, 200)))
        said = raw(served, draw.choice([b"", b"GET /", b"POST /sparql HTTP/1.1\r\n"]) + noise
            + b"\r\n\r\n")  # fmt: skip
        assert said == b"" or said.split(b" ")[1] in (b"400", b"404", b"405"), said[:80]
    assert served.get("/sparql", params=ASK).status_code == 200


def test_a_body_of_100_mb_is_refused_before_it_is_read(served):
    head = "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    begun = time.monotonic()
    said = raw(served, f"{head}Content-Length: 100000000\r\n\r\n".encode() + b"a" * 100_000)
    assert b" 413 " in said
    chunks = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    said = raw(served, f"{head}Transfer-Encoding: chunked\r\n\r\n".encode() + chunks * 200)
    assert b" 413 " in said or said == b""
    assert time.monotonic() - begun < PATIENCE


def test_nothing_is_written(tmp_path):
    with serving(tmp_path) as running:
        before = files(tmp_path)
        for bad in BAD.values():
            raw(running, bad)
        running.post("/sparql", data={"update": "CLEAR ALL"})
        running.query("SELECT * { ?s ?p ?o }")
        assert files(tmp_path) == before


def test_who_sends_slowly_is_left(served, monkeypatch):
    monkeypatch.setattr("kg.store.http.server.HEAD_SECONDS", 0.3)
    monkeypatch.setattr(respond, "BODY_SECONDS", 0.3)
    for begun in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n"):
        assert raw(served, begun) == b""
    head = b"POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
    assert b" 408 " in raw(served, head + b"Content-Length: 10\r\n\r\nASK")


def test_who_reads_slowly_is_left_and_costs_no_query(tmp_path, monkeypatch):
    monkeypatch.setattr("kg.store.http.server.READ_SECONDS", 0.3)
    with serving(tmp_path, Limits(rows=10**6, seconds=20.0)) as running:
        host, _, port = running.url.removeprefix("http://").partition(":")
        many = "SELECT%20*%20%7B%3Fa%20%3Fb%20%3Fc%20.%20%3Fd%20%3Fe%20%3Ff%7D%20LIMIT%20100000"
        with socket.create_connection((host, int(port))) as client:
            client.sendall(f"GET /sparql?query={many} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
            end = time.monotonic() + PATIENCE
            while not [line for line in running.log if "LIMIT" in line]:
                assert time.monotonic() < end
                assert running.get("/sparql", params=ASK).status_code == 200
                time.sleep(0.1)


def test_a_client_that_leaves_ends_its_query(tmp_path):
    with serving(tmp_path, Limits(seconds=PATIENCE)) as running:
        for _ in range(2 * SLOTS):
            with contextlib.suppress(Exception):
                running.post("/sparql", data={"query": RUNAWAY}, timeout=0.05)
        begun = time.monotonic()
        assert running.get("/sparql", params=ASK).status_code == 200
        assert time.monotonic() - begun < PATIENCE / 2


def test_a_runaway_is_503_and_too_many_rows_are_500(tmp_path):
    with serving(tmp_path, Limits(seconds=0.5, rows=5)) as running:
        late = running.query(RUNAWAY)
        assert (late.status_code, "0.5 seconds" in late.text) == (503, True)
        large = running.query("SELECT * { ?s ?p ?o }")
        assert (large.status_code, "more than 5 rows" in large.text) == (500, True)
