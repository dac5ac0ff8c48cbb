from kg.export.network import network


def test_the_store_gives_agents_and_lines(store):
    graph = network(store)
    assert graph.nodes["ERI"]["label"] == "Eritrea"
    (lifted,) = graph["NOR"]["ERI"].values()
    assert (lifted["event_class"], lifted["modality"]) == ("Sanction", "possible")
    assert all(
        isinstance(v, str | int | bool) for *_, d in graph.edges(data=True) for v in d.values()
    )
