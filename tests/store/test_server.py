"""A real triple store's server loads the graph by one command and answers as the engine does."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.store.engine import Store
from kg.store.named import catalogue, find
from tests.store.graphs import SAMPLE

pytestmark = pytest.mark.server
PATIENCE = 30.0  # seconds for anything that the server does; it takes less than one


def oxigraph() -> str:
    """The server's program, beside this Python or on PATH."""
    found = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    found = found or shutil.which("oxigraph")
    if found:
        return found
    reason = "needs Oxigraph's server: pip install oxigraph"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@contextmanager
def serving(program: str, database: Path) -> Iterator[str]:
    """A server on the database for as long as the block runs; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [program, "serve", "-l", str(database), "-b", address]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet) as server:
        try:
            wait_for(server, f"http://{address}/")
            yield f"http://{address}"
        finally:
            server.kill()


def wait_for(server: subprocess.Popen[bytes], address: str) -> None:
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not come up (exit status {server.poll()})")


def answer(address: str, sparql: str) -> list[tuple[str, ...]]:
    request = urllib.request.Request(
        f"{address}/query",
        data=sparql.encode(),
        headers={
            "Content-Type": "application/sparql-query",
            "Accept": "application/sparql-results+json",
        },
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        found = json.load(response)
    columns = found["head"]["vars"]
    return [
        tuple(row[column]["value"] if column in row else "" for column in columns)
        for row in found["results"]["bindings"]
    ]


@pytest.fixture(scope="module")
def address(tmp_path_factory) -> Iterator[str]:
    program, database = oxigraph(), tmp_path_factory.mktemp("oxigraph") / "db"
    # With `serve` above, the line that the README gives.
    load = [program, "load", "-l", str(database), "-f", str(SAMPLE)]
    subprocess.run(load, check=True, capture_output=True, timeout=PATIENCE)
    with serving(program, database) as place:
        yield place


def test_claims_are_the_same_rows(address):
    rows = answer(address, find("claims").text)
    assert len(rows) == 9
    assert rows == list(Store.load(SAMPLE).query(find("claims").text))


@pytest.mark.parametrize("query", catalogue(), ids=lambda query: query.name)
def test_every_query_is_answered_alike(address, query):
    assert answer(address, query.text) == list(Store.load(SAMPLE).query(query.text))
