"""Parties that a claim leaves out, on trees by hand."""

from tests.extract.handmade import claims

STRIKES = ("Chad bombed Mali .", "NNP VBD NNP .", "1:nsubj 1:ROOT 1:obj 1:punct")
CAUSED = ("The airstrikes killed ten people .", "DT NNS VBD CD NNS .",
          "1:det 2:nsubj 2:ROOT 4:nummod 2:obj 2:punct")  # fmt: skip
OTHER = ("Peru bombed Chile .", "NNP VBD NNP .", "1:nsubj 1:ROOT 1:obj 1:punct")


def test_the_airstrikes_are_those_told_before():
    first, again = claims(STRIKES, CAUSED)
    assert (again.actors, again.recipients) == (first.actors, first.recipients) == (
        ("TCD",), ("MLI",),
    )  # fmt: skip
    assert again.about == first.id or set(again.completed) == {"TCD", "MLI"}


def test_nothing_is_taken_where_nothing_was_told():
    (alone,) = claims(CAUSED)
    assert (alone.actors, alone.completed, alone.about) == ((), (), None)


def test_nor_what_two_pairs_might_mean():
    *_, again = claims(STRIKES, OTHER, ("Airstrikes killed ten people .", "NNS VBD CD NNS .",
                                        "1:nsubj 1:ROOT 3:nummod 1:obj 1:punct"))  # fmt: skip
    assert again.actors == ()
