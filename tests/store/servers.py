"""Real triple stores' servers, for as long as a test runs, on the loopback address."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 120.0  # seconds for anything that a server does; it takes three on a quiet machine


def free_address() -> str:
    """Host and port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@contextmanager
def running(command: Sequence[str], address: str, folder: Path) -> Iterator[None]:
    """The server `command`, started in `folder`, until the block ends."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, cwd=folder) as server:
        try:
            wait_for(server, f"http://{address}/")
            yield
        finally:
            server.kill()


def wait_for(server: subprocess.Popen[bytes], url: str) -> None:
    """Until the server answers at `url`; the test fails where it does not."""
    end = time.monotonic() + PATIENCE
    while server.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.05)
    pytest.fail(f"the server did not come up (exit status {server.poll()})")


def answer(endpoint: str, sparql: str) -> list[tuple[str, ...]]:
    """The rows of a query, posted as a form as the SPARQL protocol has it; unbound as empty."""
    request = urllib.request.Request(
        endpoint,
        data=urllib.parse.urlencode({"query": sparql}).encode(),
        headers={"Accept": "application/sparql-results+json"},
    )
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        found = json.load(response)
    columns = found["head"]["vars"]
    return [
        tuple(row[column]["value"] if column in row else "" for column in columns)
        for row in found["results"]["bindings"]
    ]
