"""What ships of a taught network: three graphs for any length, a tokenizer that cuts as it did."""
# ruff: noqa: E402  # what needs torch is imported once it is known to be there

import numpy as np
import onnxruntime
import pytest
from tokenizers import Tokenizer

torch = pytest.importorskip("torch", reason="pip install 'statecraft[training]'")

from kg.extract.propose import card as cards
from kg.extract.propose.network import ENCODER, ROLES, TOKENIZER, WORDS
from kg.training.claims.export import export
from tests.training.claims import tiny

pytestmark = [
    # Tracing warns of branches and lengths that might be fixed: tests of other lengths hold that
    # they are not.
    pytest.mark.filterwarnings("ignore:.*might cause the trace to be incorrect"),
    pytest.mark.filterwarnings("ignore:Exporting aten..index operator"),
]
FEATURES, WAYS = ("capital", "pos NOUN", "pos VERB"), ("here", "away 0")
NEAR = 1e-4
"""The head of words keeps its 32 bits: it differs by the order of sums alone."""
EIGHT_BITS = 0.08
"""States of the encoder are of size 1; with 8-bit weights they differed by 0.04 in the mean."""


@pytest.fixture(scope="module")
def network():
    return tiny.network(len(FEATURES), len(WAYS))


@pytest.fixture(scope="module")
def folder(network, tmp_path_factory):
    made = tmp_path_factory.mktemp("made") / "deeper" / "model"
    network.train()  # who exports need not think of it
    export(network, tiny.tokenizer(), tiny.card(FEATURES, WAYS), made)
    return made


def run(folder, name, **given):
    given = {key.rstrip("_"): value.numpy() for key, value in given.items()}
    session = onnxruntime.InferenceSession(str(folder / name), providers=["CPUExecutionProvider"])
    return session.run(None, given)


def test_a_folder_holds_all_that_is_needed(folder):
    names = {cards.NAME, ENCODER, WORDS, ROLES, TOKENIZER}
    assert names <= {path.name for path in folder.iterdir()}


def test_the_card_comes_back(folder):
    assert cards.load(folder) == tiny.card(FEATURES, WAYS)


def test_the_tokenizer_cuts_as_it_did(folder):
    words = ["Togo", "sent", "40", "guards", "é"]
    found = Tokenizer.from_file(str(folder / TOKENIZER)).encode(words, is_pretokenized=True)
    wanted = tiny.tokenizer()(words, is_split_into_words=True)
    assert found.ids == wanted["input_ids"]
    assert found.word_ids == wanted.word_ids()


@pytest.mark.parametrize("length", [2, 24, 25, 200, 480])
def test_the_encoder_reads_any_length(network, folder, length):
    torch.manual_seed(length)
    ids = torch.randint(4, 60, (1, length))
    features = (torch.rand(1, length, len(FEATURES)) < 0.3).float()
    with torch.no_grad():
        wanted = network.upper(network.lower(ids), features, None).numpy()
    (found,) = run(folder, ENCODER, ids=ids, features=features)
    assert found.shape == wanted.shape == (1, length, 32)
    assert np.abs(found - wanted).mean() < EIGHT_BITS
    assert np.abs(wanted).mean() > 5 * EIGHT_BITS


@pytest.mark.parametrize("count", [1, 12, 13, 300])
def test_the_head_of_words_reads_any_number(network, folder, count):
    torch.manual_seed(count)
    hidden, features = torch.randn(count, 32), (torch.rand(count, len(FEATURES)) < 0.3).float()
    with torch.no_grad():
        wanted = [part.numpy() for part in network.of_words(hidden, features)]
    found = run(folder, WORDS, hidden=hidden, features=features)
    for one, other in zip(found, wanted, strict=True):
        assert one.shape == other.shape
        assert np.allclose(one, other, atol=NEAR)


@pytest.mark.parametrize(("count", "at"), [(1, 0), (12, 11), (13, 0), (160, 80)])
def test_the_head_of_roles_reads_any_number_and_place(network, folder, count, at):
    torch.manual_seed(count)
    base, ways = torch.randn(count, 192), (torch.rand(count, len(WAYS)) < 0.3).float()
    place, taken = torch.tensor([at]), torch.tensor([3])
    with torch.no_grad():
        roles, values = network.of_events(base[None], ways[None], place, taken, None)
    found = run(folder, ROLES, base=base, ways=ways, at=place, class_=taken)
    for one, other in zip(found, (roles[0].numpy(), values.numpy()), strict=True):
        assert one.shape == other.shape
        assert np.abs(one - other).mean() < EIGHT_BITS
        assert np.abs(other).mean() > EIGHT_BITS


def test_what_is_exported_again_is_the_same(network, folder, tmp_path):
    export(network, tiny.tokenizer(), tiny.card(FEATURES, WAYS), tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name
