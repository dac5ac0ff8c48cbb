import csv
import re
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

from kg.store.named import find
from tests import readme
from tests.outside import need
from tests.store.servers import answer, wait_for


@pytest.fixture(scope="module")
def folder(tmp_path_factory, seeds_graph):
    """A folder with the seeds and their graph."""
    made = tmp_path_factory.mktemp("reader")
    shutil.copytree(readme.ROOT / "seeds", made / "seeds")
    shutil.copytree(seeds_graph, made / "graph", symlinks=True)
    return made


def test_there_is_something_shown():
    commands = [block.command for block in readme.blocks()]
    assert commands[0] == "kg build seeds --out graph"
    assert len(commands) >= 3


@pytest.mark.parametrize("block", readme.blocks(), ids=lambda block: block.command.split("\n")[0])
def test_the_readme_shows_what_the_commands_print(block, folder):
    """Where the graph changed for good reason: `make readme`, then read what changed."""
    assert readme.run(block, folder) == block.output


@pytest.mark.server
def test_the_line_for_oxigraph_loads_the_graph_and_answers_with_its_claims(folder):
    oxigraph = Path(need("oxigraph", "the package oxigraph"))
    (line,) = re.findall(r"\| Oxigraph \| `([^`]+)`", readme.README.read_text(encoding="utf-8"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [oxigraph, "serve", "-l", folder / "db", "-b", place]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as server:
        try:
            wait_for(server, f"http://{place}/")
            readme.run(readme.Block(line.replace("127.0.0.1:7878", place), ()), folder)
            rows = answer(f"http://{place}/query", find("claims").text)
        finally:
            server.terminate()
    with (folder / "graph" / "claims.csv").open(newline="", encoding="utf-8") as file:
        assert rows == [tuple(row) for row in csv.reader(file)][1:]
