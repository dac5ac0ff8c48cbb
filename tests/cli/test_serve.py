from __future__ import annotations

import signal
import subprocess
import sys

import httpx

from tests.store.servers import free_address, wait_for

CODE = "from kg.cli.main import run; run()"


def test_it_serves_the_folder_of_a_build_until_it_is_interrupted(graph):
    address = free_address()
    command = [sys.executable, "-c", CODE, "serve", str(graph), "--port", address.split(":")[1]]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as server:
        wait_for(server, f"http://{address}/")
        page = httpx.get(f"http://{address}/")
        asked = httpx.get(f"http://{address}/sparql", params={"query": "ASK { ?s ?p ?o }"})
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=30)
    assert page.content == (graph / "graph.html").read_bytes()
    assert asked.json()["boolean"] is True
    assert f"SPARQL    http://{address}/sparql" in out
    assert '"GET / HTTP/1.1" 200' in err
    assert "Traceback" not in err and "Warning" not in err


def test_beyond_loopback_it_warns(graph, kg, monkeypatch):
    monkeypatch.setattr("uvicorn.Server.run", lambda self: None)
    assert "without a password" in kg("serve", graph, "--host", "0.0.0.0").stderr
    assert "without a password" in kg("serve", graph, "--host", "example.org").stderr
    for host in ("127.0.0.1", "::1", "localhost", "127.3.2.1"):
        assert kg("serve", graph, "--host", host).stderr == ""


def test_a_graph_that_is_not_there_is_said(kg, tmp_path):
    result = kg("serve", tmp_path / "none")
    assert result.exit_code == 2
    assert "no such file" in result.stderr


def test_without_its_libraries_it_says_how_to_get_them(kg, graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    result = kg("serve", graph)
    assert result.exit_code == 2
    assert "pip install 'statecraft[serve]'" in result.stderr
