"""A forked `kg` is `kg`: what it is given, what it prints and how it ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.forked.begun import possible

REAL = Path(sys.executable).with_name("kg")
ASK = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
SLOW = "import signal, time\ndef run():\n    print('begun', flush=True)\n    time.sleep(60)\n"
TELLING = """
import os, sys
def run():
    print(sys.argv[1:], os.getcwd(), os.environ["TOLD"], sys.stdin.read())
    print("to stderr", file=sys.stderr)
    sys.exit(7)
"""


@pytest.fixture
def forked(programs) -> Path:
    if not possible(programs):
        pytest.skip("this system tells nothing of the end of a fork")
    return programs / "kg"


def call(program: Path, *arguments: str, cwd: Path, **more):
    call = [str(program), *arguments]
    done = subprocess.run(call, cwd=cwd, capture_output=True, text=True, check=False, **more)
    return done.returncode, done.stdout, done.stderr


def changed(folder: Path, main: str) -> dict[str, str]:
    """An environment in which another `kg` is found, whose command is `main`."""
    for path, text in (("kg/cli/main.py", main), ("kg/corpus/crew.py", "get_context = None")):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
        (folder / path).with_name("__init__.py").touch()
    (folder / "kg" / "__init__.py").touch()
    return {**os.environ, "PYTHONPATH": str(folder)}


@pytest.mark.parametrize(
    ("arguments", "given"),
    [
        (("version",), ""),
        (("query", "-", "--format", "json"), ASK),
        (("query", "--graph", "nowhere.ttl", "claims"), ""),
        (("nonsense",), ""),
    ],
)
def test_it_prints_and_ends_as_the_real_one(forked, seeds_graph, arguments, given):
    one, other = (
        call(program, *arguments, cwd=seeds_graph, input=given) for program in (REAL, forked)
    )
    assert one == other


def test_it_has_the_arguments_folder_environment_and_files_of_who_calls(forked, tmp_path):
    environment = changed(tmp_path / "other", TELLING) | {"TOLD": "said"}
    told = call(forked, "a", "b c", cwd=tmp_path, env=environment, input="words")
    assert told == (7, f"['a', 'b c'] {tmp_path} said words\n", "to stderr\n")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_what_ends_the_caller_ends_it(forked, tmp_path, number):
    environment = changed(tmp_path, SLOW)
    with subprocess.Popen(
        [forked], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout.readline() == b"begun\n"
        process.send_signal(number)
        assert process.stdout.read() == b""  # nobody has the other end any more
        assert process.wait() in (-number, 1, 130)
