"""What the third training is made from: reports hung one way, taught news, a widened parser."""

from __future__ import annotations

import gzip
from functools import partial
from itertools import product

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example

from kg.training.parser.arborescence import best_tree
from kg.training.parser.convert import Features
from kg.training.parser.distil import Reading, distilled, paragraphs
from kg.training.parser.mean import mean
from kg.training.parser.reported import hang_reports
from kg.training.parser.widen import widen
from tests.language.trees import tree


def columns(*rows: str) -> list[list[str]]:
    """`word UPOS head label` rows as CoNLL-U columns."""
    found = []
    for i, row in enumerate(rows):
        word, pos, head, label = row.split()
        found.append([str(i + 1), word, word.lower(), pos, "_", "_", head, label, "_", "_"])
    return found


BEHIND = columns(
    "“ PUNCT 6 punct",
    "Troops NOUN 3 nsubj",
    "left VERB 6 ccomp",
    ", PUNCT 6 punct",
    "Mali PROPN 6 nsubj",
    "said VERB 0 root",
    ". PUNCT 6 punct",
)


def test_a_report_behind_its_content_hangs_on_it():
    before = [list(row) for row in BEHIND]
    arcs = [(row[6], row[7]) for row in hang_reports(BEHIND)]
    assert arcs == [
        ("3", "punct"),
        ("3", "nsubj"),
        ("0", "root"),
        ("6", "punct"),
        ("6", "nsubj"),
        ("3", "parataxis"),
        ("3", "punct"),
    ]
    assert before == BEHIND


@pytest.mark.parametrize(
    "rows",
    [
        columns("Mali PROPN 2 nsubj", "said VERB 0 root", "all PRON 4 nsubj", "left VERB 2 ccomp"),
        columns("What PRON 3 obj", "Mali PROPN 3 nsubj", "said VERB 0 root"),
        columns("Mali PROPN 3 nsubj", "leaving VERB 3 ccomp", "said VERB 0 root"),
    ],
    ids=["in front", "no clause", "subject in front of the clause"],
)
def test_other_clauses_stay(rows):
    assert hang_reports(rows) == rows


class Cuts:
    """A pipeline that gives the texts the trees it was told to."""

    def __init__(self, *docs):
        self.docs = docs

    def pipe(self, texts):
        return list(self.docs)


LEFT = "Mali sent its troops home ."
ARCS = "1:nsubj 1:ROOT 3:nmod:poss 1:obj 1:advmod 1:punct"
FEATURES = Features([])


def read(sureness):
    """A teacher that reads `LEFT`, as sure as given for each sentence."""
    heads, labels = [2, 0, 4, 2, 2, 2], ["nsubj", "root", "nmod:poss", "obj", "advmod", "punct"]
    tags = ["PROPN NNP", "VERB VBD", "PRON PRP$", "NOUN NNS", "ADV RB", "PUNCT ."]

    def reader(sentences):
        pairs = zip(sentences, sureness, strict=True)
        return [Reading(words, heads, labels, tags, sure) for words, sure in pairs]

    return reader


def document(*sentences):
    """A document of sentences like `LEFT`, cut where they are given apart."""
    words = [word for sentence in sentences for word in sentence.split()]
    doc = Doc(spacy.blank("en").vocab, words=words)
    starts = {sum(len(s.split()) for s in sentences[:i]) for i in range(len(sentences))}
    for token in doc:
        token.is_sent_start = token.i in starts
    return doc


def test_news_is_taken_as_the_teacher_reads_it():
    ((sentence,),) = distilled([LEFT], Cuts(document(LEFT)), read([0.9]), FEATURES, 0.8)
    assert [(row[1], row[3], row[4], row[6], row[7]) for row in sentence.rows][:3] == [
        ("Mali", "PROPN", "NNP", "2", "nsubj"),
        ("sent", "VERB", "VBD", "0", "root"),
        ("its", "PRON", "PRP$", "4", "nmod:poss"),
    ]
    assert sentence.names() is None


def test_a_doubtful_sentence_parts_its_neighbours():
    cutter = Cuts(document(LEFT, LEFT, LEFT, LEFT), document(LEFT))
    runs = distilled(["a", "b"], cutter, read([0.9, 0.9, 0.7, 0.9, 0.9]), FEATURES, 0.8)
    assert [len(run) for run in runs] == [2, 1, 1]


@pytest.mark.parametrize(
    "text",
    ["Mali sent its troops home", "its troops were sent home .", "Home ."],
    ids=["no full stop", "no capital", "short"],
)
def test_pieces_of_sentences_are_left_out(text):
    assert list(distilled([text], Cuts(document(text)), read([]), FEATURES, 0.8)) == []


def brute(scores):
    """The best tree by trying all of them."""
    size = len(scores)
    found = []
    for heads in product(range(size), repeat=size - 1):
        if heads.count(0) == 1 and all(reaches(heads, word) for word in range(1, size)):
            worth = sum(scores[i + 1, head] for i, head in enumerate(heads))
            found.append((worth, list(heads)))
    return max(found)[1]


def reaches(heads, word):
    for _ in heads:
        word = heads[word - 1]
        if word == 0:
            return True
    return False


def test_the_best_tree_has_one_root_and_no_cycle():
    rng = np.random.default_rng(5)
    for size in (2, 3, 4, 5, 6):
        for _ in range(30):
            scores = rng.normal(size=(size, size)).astype("f")
            assert best_tree(scores) == brute(scores)


def test_the_teacher_scores_pairs_alike_alone_and_together():
    torch = pytest.importorskip("torch", reason="pip install 'statecraft[training]'")
    from kg.training.parser.biaffine import Biaffine, shape

    pairs = Biaffine(3, 2)
    torch.nn.init.normal_(pairs.weight)
    left, right = torch.randn(1, 4, 3), torch.randn(1, 4, 3)
    full = pairs(left, right).diagonal(dim1=-2, dim2=-1).transpose(1, 2)
    assert torch.allclose(full, pairs.paired(left, right), atol=1e-5)
    assert [shape(word) for word in ("aid", "Mali", "UN", "McKay", "G7", "A")] == [0, 1, 2, 3, 4, 1]


def test_paragraphs_come_from_the_articles(tmp_path):
    with gzip.open(tmp_path / "wikinews_2019.csv.gz", "wt", encoding="utf-8") as stream:
        stream.write('url,date,title,text\nu,d,t,"One line.\n\n\nAnother.\n"\n')
    assert list(paragraphs(tmp_path)) == ["One line.", "Another."]


def test_the_mean_lies_between_start_and_end(tmp_path):
    for name, value in (("start", 1.0), ("end", 3.0)):
        nlp = spacy.blank("en")
        tagger = nlp.add_pipe("tagger")
        tagger.add_label("NN")
        examples = [Example.from_dict(nlp.make_doc("aid"), {"tags": ["NN"]})]
        nlp.initialize(partial(list, examples))
        softmax = tagger.model.layers[-1].layers[0]
        softmax.set_param("W", np.full_like(softmax.get_param("W"), value))
        nlp.to_disk(tmp_path / name)
    found = mean(tmp_path / "start", tmp_path / "end", 0.25).get_pipe("tagger").model
    assert np.allclose(found.layers[-1].layers[0].get_param("W"), 2.5)


def test_a_widened_parser_reads_as_before(tmp_path):
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    parser = nlp.add_pipe("parser")
    gold = tree(LEFT, "NNP VBD PRP$ NNS RB .", ARCS)
    words = {"words": [t.text for t in gold], "heads": [t.head.i for t in gold]}
    words["deps"] = [t.dep_ for t in gold]
    parser.cfg["min_action_freq"] = 1
    examples = [Example.from_dict(nlp.make_doc(LEFT), words)]
    nlp.initialize(lambda: examples)
    upper, rng = parser.model.get_ref("upper"), np.random.default_rng(3)
    upper.set_param("W", rng.normal(size=upper.get_param("W").shape).astype("f"))
    nlp.to_disk(tmp_path / "small")
    widen(tmp_path / "small", tmp_path / "wide")
    wide = spacy.load(tmp_path / "wide")
    assert wide.get_pipe("parser").model.get_ref("lower").get_dim("nF") == 13
    for text in (LEFT, "Mali said Niger left; its troops went home, and it sent more."):
        assert [(t.head.i, t.dep_) for t in wide(text)] == [(t.head.i, t.dep_) for t in nlp(text)]
