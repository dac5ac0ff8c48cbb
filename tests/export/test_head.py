import io

from kg.export.head import Ordered, of_turtle, of_xml


def through(head, *pieces):
    out = io.BytesIO()
    stream = Ordered(out, head)
    for piece in pieces:
        stream.write(piece)
    stream.close()
    return out.getvalue()


def test_prefixes_are_sorted_however_they_arrive():
    pieces = (b"@prefix b: <", b"urn:b> .\n@pre", b"fix a: <urn:a> .\n", b"a:x", b" b:y 1 .\n")
    assert through(of_turtle, *pieces) == (
        b"@prefix a: <urn:a> .\n@prefix b: <urn:b> .\na:x b:y 1 .\n"
    )


def test_a_graph_of_prefixes_alone_is_sorted_too():
    assert through(of_turtle, b"@prefix b: <urn:b> .\n", b"@prefix a: <urn:a> .\n") == (
        b"@prefix a: <urn:a> .\n@prefix b: <urn:b> .\n"
    )


def test_namespaces_of_the_root_are_sorted():
    data = b'<?xml version="1.0"?>\n<rdf:RDF xmlns:b="urn:b" xmlns:a="urn:a">\n<x xmlns:b="1"/>'
    assert through(of_xml, data[:30], data[30:]) == (
        b'<?xml version="1.0"?>\n<rdf:RDF xmlns:a="urn:a" xmlns:b="urn:b">\n<x xmlns:b="1"/>'
    )
