"""How a store is told who asks, against a server that demands it."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import ExtraError
from kg.store.load import target as targets
from kg.store.load.target import Access, LoadError, Target

ANSWER = b'{"results": {"bindings": [{"n": {"value": "7"}}]}}'


@contextmanager
def demanding(wanted: str, challenge: str, busy: int = 0) -> Iterator[str]:
    """A server that answers 401 with `challenge` unless the header of `wanted` comes.

    The first `busy` requests are answered by 503.
    """
    left = [busy]

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            allowed = self.headers.get("Authorization", "").startswith(wanted)
            status = 503 if left[0] > 0 else 200 if allowed else 401
            left[0] -= 1
            self.send_response(status)
            if status == 401 and challenge:
                self.send_header("WWW-Authenticate", challenge)
            self.send_header("Content-Length", str(len(ANSWER)))
            self.end_headers()
            self.wfile.write(ANSWER)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/sparql"
    finally:
        server.shutdown()
        server.server_close()


BASIC = "Basic " + base64.b64encode(b"ada:secret").decode()


@pytest.mark.parametrize(
    ("wanted", "challenge", "access"),
    [
        (BASIC, 'Basic realm="store"', Access("ada", "secret")),
        ('Digest username="ada"', 'Digest realm="store", nonce="1", qop="auth", algorithm=MD5',
         Access("ada", "secret")),
        ("Bearer t0ken", "", Access(token="t0ken")),
    ],
)  # fmt: skip
def test_the_way_that_the_store_demands_is_taken(wanted, challenge, access):
    with demanding(wanted, challenge) as url, Target(url, url, "", access) as target:
        assert target.count() == 7


def test_a_password_is_sent_only_where_it_is_demanded():
    with demanding("", "") as url, Target(url, url, "", Access("ada", "secret")) as target:
        assert target.count() == 7
        assert target._client.auth is None


def test_a_store_that_is_busy_is_asked_again(monkeypatch):
    monkeypatch.setattr(targets, "PAUSE", 0.01)
    with demanding("", "", busy=3) as url, Target(url, url, "", Access()) as target:
        assert target.count() == 7
    with demanding("", "", busy=9) as url, pytest.raises(LoadError, match="503"):
        Target(url, url, "", Access()).count()


def test_without_its_library_it_says_how_to_get_it(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "httpx", None)
    with pytest.raises(ExtraError, match=r"statecraft\[load\]"):
        Target("http://127.0.0.1/", "", "", Access())
