from tests.notebooks import running

NAME = "06-beyond"


def test_a_store_a_pipeline_a_network_and_an_assistant_answer(followed):
    shown = "\n".join(running.told(followed(NAME)))
    assert "North Korea" in shown  # of the store
    assert "('ERI', 'denies', 'Deployment', ('ERI',))" in shown
    assert "MultiDiGraph with" in shown
    assert "['list_queries', 'run_query', 'sparql', 'show_claim']" in shown


def test_an_assistant_gets_the_words_with_the_rows(followed):
    last = running.told(followed(NAME))[-1]
    assert "have yet to confirm" in last and "<th>start</th>" in last
