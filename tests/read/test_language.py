import pytest

from kg.read.language import UNKNOWN, foreign


@pytest.mark.parametrize(
    "text",
    [
        "Togo attacked Ghana on Friday.",
        "Nigeria and Niger accused Benin and Togo of arming rebels.",
        "Azerbaijan attacked Armenia two days after Russia withdrew troops from Armenia.",
        "CUBA ATTACKED NIGERIA ON FRIDAY.",
        "Mauritius invaded Belgium.",
        "Belgium sanctions Sierra Leone",
        "Friday, September 13, 2019",
        "1,500",
    ],
)
def test_short_english_is_english_whatever_names_it_holds(text):
    assert foreign(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Malí acusa a Argelia de derribar un dron",
        "México y Brasil se reúnen",
        "Polska wysyła czołgi na Ukrainę",
        "Indonesia kirim pasukan ke Gaza",
        "Ryssland nekar till attack",
        "Die Regierung bestritt am Montag, Truppen über die Grenze geschickt zu haben.",
    ],
)
def test_a_foreign_headline_is_foreign_though_sisters_share_it_out(text):
    assert foreign(text) is not None


def test_another_script_is_foreign_whatever_language_it_is_taken_for():
    assert foreign("정부는 월요일 국경 너머로 군대를 보냈다는 사실을 부인했다.") == "ko"
    assert foreign("ჰჰჰ") in {"ka", UNKNOWN}
