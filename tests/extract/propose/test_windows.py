"""Windows: what is read is read once, what is seen beside it comes from before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.propose.windows import CONTEXT, LIVE, LONGEST, Window, windows

QUIET = {"deadline": None, "database": None, "derandomize": True}
sizes = st.one_of(st.integers(1, 60), st.integers(1, 400), st.sampled_from([LIVE, LONGEST]))
lengths = st.lists(sizes, min_size=1, max_size=12)


def numbered(counts: list[int], first: int = 0) -> list[int]:
    """The number of its sentence for each word of sentences of so many words."""
    return [first + n for n, count in enumerate(counts) for _ in range(count)]


def live(window: Window) -> tuple[int, ...]:
    return window.words[window.live :]


def starts(counts: list[int]) -> list[int]:
    return [sum(counts[:n]) for n in range(len(counts) + 1)]


@settings(**QUIET)
@given(lengths)
def test_every_word_is_read_once_but_the_end_of_the_longest_sentences(counts):
    read = [word for window in windows(numbered(counts)) for word in live(window)]
    begin = starts(counts)
    prose = [begin[n] + i for n, count in enumerate(counts) for i in range(min(count, LONGEST))]
    assert read == prose


@settings(**QUIET)
@given(lengths)
def test_sizes_hold(counts):
    numbers = numbered(counts)
    for window in windows(numbers):
        sentences = {numbers[word] for word in live(window)}
        assert len(live(window)) <= (LONGEST if len(sentences) == 1 else LIVE)
        assert window.live <= 2 * CONTEXT


@settings(**QUIET)
@given(lengths)
def test_a_window_is_of_whole_sentences_and_as_many_as_fit(counts):
    found = list(windows(numbered(counts)))
    begin = starts(counts)
    for window, behind in zip(found, [*found[1:], None], strict=True):
        assert live(window)[0] in begin
        assert live(window)[-1] + 1 in begin or len(live(window)) == LONGEST
        if behind is not None:
            follows = counts[begin.index(live(behind)[0])]
            assert live(behind)[0] - live(window)[0] + follows > LIVE


@settings(**QUIET)
@given(lengths)
def test_context_is_the_end_of_the_two_sentences_before(counts):
    begin = starts(counts)
    for window in windows(numbered(counts)):
        first = begin.index(live(window)[0])
        wanted = [
            word
            for n in range(max(0, first - 2), first)
            for word in range(max(begin[n], begin[n + 1] - CONTEXT), begin[n + 1])
        ]
        assert list(window.words[: window.live]) == wanted


@settings(**QUIET)
@given(lengths, lengths)
def test_what_follows_changes_no_window_but_the_last(counts, more):
    alone = list(windows(numbered(counts)))
    assert list(windows(numbered([*counts, *more])))[: len(alone) - 1] == alone[:-1]


@settings(**QUIET)
@given(lengths, st.integers(1, 50))
def test_windows_depend_on_lengths_alone(counts, first):
    assert list(windows(numbered(counts, first))) == list(windows(numbered(counts)))


def test_two_sentences_that_just_fit_share_a_window():
    assert [len(live(w)) for w in windows(numbered([100, LIVE - 100, 1]))] == [LIVE, 1]
    assert [len(live(w)) for w in windows(numbered([100, LIVE - 99, 1]))] == [100, LIVE - 98]


def test_an_article_without_words_has_no_windows():
    assert list(windows([])) == []
