import re

from hypothesis import given
from hypothesis import strategies as st

from kg.store.http.middleware import line


@given(st.text())
def test_no_request_forges_a_line_of_the_log(request):
    told = line("127.0.0.1", request, 200, 5)
    assert told.isprintable() or " " in told
    assert re.fullmatch(r'127\.0\.0\.1 - - \[[^]]+\] "[^"]*" 200 5', told)


def test_an_answer_without_a_body_has_a_dash():
    assert line("::1", "GET / HTTP/1.1", 204, 0).endswith('"GET / HTTP/1.1" 204 -')
