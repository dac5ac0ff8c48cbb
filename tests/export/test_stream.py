import io
from xml.etree.ElementTree import Element, fromstring

from kg.export.stream import Stream, holding


def test_elements_stand_within_each_other_on_lines_of_their_own():
    out = io.BytesIO()
    stream = Stream(out)
    with stream.within("a", {"x": '<"&>'}):
        stream.put(holding("b", {"n": "1"}, Element("c")))
        with stream.within("d", {}):
            stream.put(Element("e"))
    assert out.getvalue().decode().splitlines() == [
        "<?xml version='1.0' encoding='utf-8'?>",
        '<a x="&lt;&quot;&amp;&gt;">',
        '  <b n="1">',
        "    <c />",
        "  </b>",
        "  <d>",
        "    <e />",
        "  </d>",
        "</a>",
    ]
    assert fromstring(out.getvalue()).get("x") == '<"&>'


def test_what_is_put_is_written_at_once():
    out = io.BytesIO()
    stream = Stream(out)
    word = Element("word")
    word.text = "Århus & <Åland>"
    with stream.within("all", {}):
        stream.put(word)
        assert out.getvalue().decode().endswith("<word>Århus &amp; &lt;Åland&gt;</word>\n")
