"""From text to one parsed `Doc`: offsets are the text's own, and a paragraph is read for itself."""

import pytest
import spacy
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import ModelError
from kg.language.pipeline import _BUNDLED, load

QUIET = {
    "deadline": None,
    "database": None,
    "derandomize": True,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
}
DENIAL = "Ethiopia denied that it had sent troops to Somalia."
TALKS = "Peru and Chile held talks in Lima on Friday."
PIECES = (
    DENIAL,
    TALKS,
    "LAGOS — ",
    "“We",
    "’s",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    "\u00a0",
    "\u2028",
    "  ",
)

mixed = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=10)), max_size=8)


def parsed(doc, start=0, stop=None):
    """Everything that reading asks of the tokens from `start` to `stop`, whatever their place."""
    return [
        (t.text, t.tag_, t.pos_, t.lemma_, t.dep_, t.head.i - t.i, t.ent_type_)
        for t in doc[start : len(doc) if stop is None else stop]
    ]


def paragraph(doc, text, body):
    """What is parsed of `body`, which stands in `text` once."""
    start = text.index(body)
    kept = [t.i for t in doc if start <= t.idx < start + len(body)]
    return parsed(doc, kept[0], kept[-1] + 1)


@settings(max_examples=60, **QUIET)
@given(st.one_of(mixed.map("".join), st.text(max_size=40)))
@example("\ufeffTurkey")
@example("a\x00b")
@example("👩‍🚀 said: “no”\r\n")
@example("e\u0301\u0301 \u05ea\u05dc \u200e")
@example("   lead\n\n\n  in")
def test_every_token_stands_where_it_says(pipeline, text):
    """A line break within a paragraph is read as a space; all else is the text to the letter."""
    position = 0
    for token in pipeline.parse(text):
        seen = text[token.idx : token.idx + len(token.text)]
        assert seen == token.text or (seen.isspace() and token.is_space)
        assert text[position : token.idx] in ("", " ", "\n", "\r")
        position = token.idx + len(token.text)
    assert text[position:] in ("", " ", "\n", "\r")


@pytest.mark.parametrize("text", ["", " ", "\n", "\r\n\r\n", "\u2028"])
def test_texts_without_words_hold_no_word(pipeline, text):
    assert [t for t in pipeline.parse(text) if not t.is_space] == []


def test_the_empty_text_has_no_token(pipeline):
    assert len(pipeline.parse("")) == 0


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", " \n \n\t"])
def test_a_paragraph_is_read_alike_alone_and_among_others(pipeline, gap):
    alone = parsed(pipeline.parse(DENIAL))
    for text in (
        f"{DENIAL}{gap}{TALKS}",
        f"{TALKS}{gap}{DENIAL}",
        f"{TALKS}{gap}{DENIAL}{gap}{TALKS.upper()}",
    ):
        assert paragraph(pipeline.parse(text), text, DENIAL) == alone


def test_each_paragraph_is_a_sentence_of_its_own(pipeline):
    text = f"Troops for Niger\n\n{DENIAL}\n{TALKS}"
    sentences = [sentence.text.strip() for sentence in pipeline.parse(text).sents]
    assert sentences == ["Troops for Niger", DENIAL, TALKS]


@pytest.mark.parametrize(
    "dateline",
    [
        "LAGOS — ",
        "LAGOS, Nigeria — ",
        "LAGOS (Reuters) - ",
        "NEW DELHI, July 3 (AFP) -- ",
        "SAINT-DENIS – ",
    ],
)
def test_a_dateline_is_no_part_of_its_sentence(pipeline, dateline):
    text = dateline + DENIAL
    doc = pipeline.parse(text)
    assert paragraph(doc, text, DENIAL) == parsed(pipeline.parse(DENIAL))
    first = next(t for t in doc if t.text == "Ethiopia")
    assert first.sent.start == first.i


@pytest.mark.parametrize("text", ["NATO said no.", "Lagos - Abuja road closed.", "U.N. - LAGOS"])
def test_what_only_looks_like_a_dateline_is_kept_in_one_piece(pipeline, text):
    assert "".join(t.text_with_ws for t in pipeline.parse(text)) == text


WRAPPED = (
    "Ethiopia denied on Friday that it had sent troops to Somalia, after\n"
    "officials in Kenya and in Djibouti had said that several hundred of\n"
    "its soldiers were seen near the border. Peru and Chile held talks in\n"
    "Lima about a dispute over fishing that has lasted for many years and\n"
    "that neither of the governments has been able to bring to an end.\n"
)


def test_lines_of_wrapped_text_are_read_on(pipeline):
    flowing = WRAPPED.replace("\n", " ").strip()
    wrapped = [row for row in parsed(pipeline.parse(WRAPPED)) if row[1] != "_SP"]
    assert wrapped == parsed(pipeline.parse(flowing))


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_paragraphs_of_wrapped_text_stay_apart(pipeline, newline):
    text = (WRAPPED + "\n" + WRAPPED.replace("Ethiopia", "Eritrea")).replace("\n", newline)
    starts = [s.text.split()[0] for s in pipeline.parse(text).sents if s.text.strip()]
    assert starts == ["Ethiopia", "Peru", "Eritrea", "Peru"]


def test_lines_that_are_not_wrapped_are_paragraphs(pipeline):
    text = "First point\nSecond point\nThird point\nFourth point\nFifth point"
    assert len(list(pipeline.parse(text).sents)) == 5


def test_a_line_that_begins_small_goes_on(pipeline):
    broken = DENIAL.replace("sent troops", "sent\ntroops")
    words = [row for row in parsed(pipeline.parse(broken)) if row[1] != "_SP"]
    assert words == parsed(pipeline.parse(DENIAL))


def test_lemmas_are_those_of_the_part_of_speech(pipeline):
    doc = pipeline.parse("Chad's strikes hit bases. Kenya has withdrawn and denied it.")
    lemmas = {t.text: t.lemma_ for t in doc}
    assert lemmas["strikes"] == "strike"
    assert lemmas["bases"] == "base"
    assert lemmas["withdrawn"] == "withdraw"
    assert lemmas["denied"] == "deny"
    assert lemmas["Chad"] == "chad"


def test_two_loads_read_alike():
    text = f"{DENIAL}\n\n{TALKS}"
    assert parsed(load().parse(text)) == parsed(load().parse(text))


def test_the_pipeline_tells_its_name(pipeline):
    assert pipeline.name == "bundled"


# --- models that do not fit -----------------------------------------------


def test_a_model_that_is_not_installed_is_named():
    with pytest.raises(ModelError, match=r"^no-such-model: spaCy cannot load it") as raised:
        load("no-such-model")
    assert raised.value.remedy == "Install that model."


def test_a_folder_that_is_no_model_is_named(tmp_path):
    with pytest.raises(ModelError, match="spaCy cannot load it"):
        load(str(tmp_path))


def saved(nlp, folder) -> str:
    nlp.to_disk(folder)
    return str(folder)


@pytest.fixture
def plain():
    """The bundled pipeline as it was trained, which can be written."""
    return spacy.load(_BUNDLED, exclude=["lemmatizer"])


def test_a_model_without_tagger_and_parser_is_refused(tmp_path):
    model = saved(spacy.blank("en"), tmp_path / "blank")
    with pytest.raises(ModelError, match=r"it lacks tagger, parser\. Take a model with a tagger"):
        load(model)


def test_only_what_is_missing_is_told(tmp_path, plain):
    nlp = spacy.blank("en")
    for pipe in ("tok2vec", "tagger"):
        nlp.add_pipe(pipe, source=plain)
    with pytest.raises(ModelError, match=r"it lacks parser\."):
        load(saved(nlp, tmp_path / "tagger"))


def test_a_model_that_fits_is_taken_by_its_name(tmp_path, pipeline, plain):
    model = saved(plain, tmp_path / "copy")
    copy = load(model)
    assert copy.name == model
    assert parsed(copy.parse(DENIAL)) == parsed(pipeline.parse(DENIAL))


@pytest.mark.parametrize(
    "text",
    [
        "Hun Sen met envoys of Laos on Monday.",
        "Kim Jong Il toured a base near Wonsan, officials said.",
        "Mali Army Chief Moussa Traore denied that Niger sent troops.",
    ],
)
def test_no_sentence_begins_inside_a_run_of_words(pipeline, text):
    assert [s.text for s in pipeline.parse(text).sents] == [text]
