import pytest

from kg.link.slugs import UNKNOWN, slug


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("  U.S. troops -- 2,000! ", "u-s-troops-2-000"),
        ("Ərəb", "rb"),
        ("北京", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_words_become_ascii_with_hyphens(words, made):
    assert slug(words) == made
