from tests.notebooks import running

NAME = "02-who-denies-what"


def test_both_sides_are_there_in_their_own_words(followed):
    shown = "\n".join(running.told(followed(NAME)))
    assert "Deployment: North Korea → Russia" in shown
    for words in ("accused North Korea", "Both Moscow and Pyongyang have denied"):
        assert words in shown


def test_a_chart_has_a_mark_for_who_leaves_it_open(followed):
    shown = "\n".join(running.told(followed(NAME)))
    assert "who: United States; nth: 0; Stance: unconfirmed" in shown
