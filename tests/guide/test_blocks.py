import pytest

from tests.guide import blocks
from tests.guide.blocks import Command

PAGE = """# Page

<!-- file: in/a.txt -->
```text
two
lines
```

```console
$ cat in/a.txt
two
lines
$ printf '%s\\n' 1 2 3
1
…
$ cat - <<'END'
typed
END
typed
$ true
```

<!-- made: part -->
```console
$ false
```
<!-- end -->

```python
one = 1
```

and

```python
assert one == 1
```
"""


def test_commands_with_their_here_documents_and_outputs():
    (console,) = (b for b in blocks.blocks(PAGE) if b.language == "console")
    assert list(blocks.commands(console.text)) == [
        Command("cat in/a.txt", ("two", "lines")),
        Command("printf '%s\\n' 1 2 3", ("1", "…")),
        Command("cat - <<'END'\ntyped\nEND", ("typed",)),
        Command("true"),
    ]


def test_a_page_that_shows_what_is_printed_stays_as_it_is(tmp_path):
    assert blocks.ran(PAGE, tmp_path) == PAGE


def test_one_that_does_not_shows_what_is(tmp_path):
    stale = PAGE.replace("$ cat in/a.txt\ntwo\n", "$ cat in/a.txt\nthree\n")
    assert stale != PAGE
    assert blocks.ran(stale, tmp_path) == PAGE


def test_a_line_that_goes_on_is_one_command():
    assert list(blocks.commands("$ a \\\n  b\nc\n")) == [Command("a \\\n  b", ("c",))]


def test_a_command_that_fails_is_told_unless_the_page_shows_its_error(tmp_path):
    with pytest.raises(RuntimeError, match="false"):
        blocks.printed(Command("false"), tmp_path)
    shown = Command("echo 'kg: no'; false", ("kg: no",))
    assert blocks.printed(shown, tmp_path) == ("kg: no",)


def test_make_is_not_run(tmp_path):
    assert blocks.printed(Command("make graph # all"), tmp_path) == ()


def test_the_python_of_a_page_is_one_script(tmp_path):
    blocks.run_script(PAGE, tmp_path)
    with pytest.raises(RuntimeError, match="AssertionError"):
        blocks.run_script(PAGE.replace("one = 1", "one = 2"), tmp_path)
