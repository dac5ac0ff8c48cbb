from kg.export.partition import owners

TURTLE = """
@prefix : <urn:x:> . @prefix sc: <https://w3id.org/statecraft/ontology#> .
:a a sc:Article ; :in :dataset . :b a sc:Article ; :in :dataset .
:dataset a <http://www.w3.org/ns/dcat#Dataset> .
:c a sc:Claim ; sc:inArticle :a ; :figure :f ; :both :shared ; :who :agent .
:d a sc:Claim ; sc:inArticle :b ; :both :shared .
:f :unit :u . :u :is 1 . :shared :is 2 . :agent a sc:Agent ; :office :o . :o :is 3 . :alone :is 4 .
"""


def test_parts_of_parts_belong_to_the_article_and_what_is_shared_to_none(tmp_path):
    file = tmp_path / "graph.ttl"
    file.write_text(TURTLE)
    found = {node.value.split(":")[-1]: article.value[-1] for node, article in owners(file).items()}
    assert found == {"a": "a", "b": "b", "c": "a", "d": "b", "f": "a", "u": "a"}


def test_parts_that_refer_to_each_other_belong_to_none(tmp_path):
    file = tmp_path / "graph.ttl"
    file.write_text("<urn:a> <urn:p> <urn:b> . <urn:b> <urn:p> <urn:a> .")
    assert owners(file) == {}
