from __future__ import annotations

import re
import time

from kg.store.named import find
from tests.store.http.conftest import PAGE, serving
from tests.store.servers import PATIENCE

ASK = {"query": "ASK { ?s ?p ?o }"}


def test_the_page_is_at_the_root(served):
    answer = served.get("/")
    assert answer.text == PAGE
    assert answer.headers["content-type"].startswith("text/html")


def test_the_editor_holds_the_questions_and_asks_nobody_else(served):
    answer = served.get("/editor")
    assert find("contested").summary in answer.text
    assert "network-agents" not in answer.text
    assert not re.findall(r'(?:src|href)="(?!/)', answer.text)
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    for path in re.findall(r'(?:src|href)="(/static[^"]+)"', answer.text):
        assert served.get(path).status_code == 200
    assert served.get("/static/yasgui/LICENSE.txt").status_code == 200


def test_static_files_are_those_of_the_folder_alone(served):
    for path in ("/static/../app.py", "/static/%2e%2e/app.py", "/static/"):
        assert served.get(path).status_code == 404


def test_pages_elsewhere_may_not_ask_unless_told(served, tmp_path):
    origin = {"Origin": "https://example.org"}
    answer = served.get("/sparql", params=ASK, headers=origin)
    assert "access-control-allow-origin" not in answer.headers
    with serving(tmp_path, origins=("https://example.org",)) as running:
        answer = running.get("/sparql", params=ASK, headers=origin)
        assert answer.headers["access-control-allow-origin"] == "https://example.org"
        other = running.get("/sparql", params=ASK, headers={"Origin": "https://example.com"})
        assert "access-control-allow-origin" not in other.headers
        preflight = {**origin, "Access-Control-Request-Method": "POST"}
        asked = running.ask("OPTIONS", "/sparql", headers=preflight)
        assert asked.status_code == 200


def test_on_loopback_no_other_name_is_answered(tmp_path):
    with serving(tmp_path, hosts=frozenset({"127.0.0.1"})) as running:
        assert running.get("/sparql", params=ASK).status_code == 200
        for host in ("attacker.example", "127.0.0.1.attacker.example", "", 'a"b', "a b"):
            answer = running.get("/sparql", params=ASK, headers={"Host": host})
            assert answer.status_code == 400


def test_each_request_has_a_line_in_the_common_log_format(served):
    before = len(served.log)
    size = len(served.get("/sparql", params=ASK).content)
    served.post("/sparql", data={"query": "nonsense"})
    deadline = time.monotonic() + PATIENCE  # a line is written once its answer has been sent
    while len(ours := [line for line in served.log[before:] if "/sparql" in line]) < 2:
        assert time.monotonic() < deadline, ours
        time.sleep(0.01)
    asked = r"127\.0\.0\.1 - - \[\d\d/\w{3}/\d{4}:\d\d:\d\d:\d\d [+-]\d{4}\] "
    assert re.fullmatch(rf'{asked}"GET /sparql\?query=ASK[^"]* HTTP/1\.1" 200 {size}', ours[0])
    assert re.fullmatch(rf'{asked}"POST /sparql HTTP/1\.1" 400 \d+', ours[1])
