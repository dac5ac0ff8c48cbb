import shutil

import pytest

from tests import readme


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with nothing but the seeds; the first block of the README builds them."""
    made = tmp_path_factory.mktemp("reader")
    shutil.copytree(readme.ROOT / "seeds", made / "seeds")
    readme.run(readme.Block("kg build seeds --out graph", ()), made)
    return made


def test_there_is_something_shown():
    commands = [block.command for block in readme.blocks()]
    assert commands[0] == "kg build seeds --out graph"
    assert len(commands) >= 3


@pytest.mark.parametrize("block", readme.blocks(), ids=lambda block: block.command.split("\n")[0])
def test_the_readme_shows_what_the_commands_print(block, folder):
    """Where the graph changed for good reason: `make readme`, then read what changed."""
    assert readme.run(block, folder) == block.output
