from tests.notebooks import running

NAME = "01-first-graph"


def test_the_graph_is_built_and_drawn(followed):
    shown = running.told(followed(NAME))
    assert "5 articles" in shown[0]
    assert "graph.html" in shown[-1]


def test_a_quote_is_marked_in_its_sentence(followed):
    (quoted,) = [words for words in running.told(followed(NAME)) if "<mark>" in words]
    assert "denies" in quoted


def test_a_chart_tells_who_says_what(followed):
    charts = "\n".join(running.told(followed(NAME)))
    assert "PRK; The claimant: says it did not happen" in charts
