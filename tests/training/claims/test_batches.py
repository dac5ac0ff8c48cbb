"""Windows side by side: nothing of one shows in another, all are taken once."""
# ruff: noqa: E402  # what needs torch is imported once it is known to be there

import random

import pytest

torch = pytest.importorskip("torch", reason="pip install 'statecraft[training]'")

from kg.training.claims.batches import Ready, batches, hidden_some, loss, of_lexicon, states
from kg.training.claims.network import FROZEN
from tests.extract.propose.sheets import sheet
from tests.training.claims import tiny

NEWS = sheet("Togo sent 40 guards to Benin", "It left")
MORE = sheet("Niger attacked a village in the north of Chad on Monday , Mali said")
LABEL = tiny.label("Deployment", (5, 9), actor=(0, 4), recipient=(23, 28))
OTHER = tiny.label("Attack", (6, 14), actor=(0, 5))


@pytest.fixture(scope="module")
def network():
    return tiny.network(len(FEATURES), len(WAYS))


FEATURES, WAYS = (
    sorted({*mine, *other})
    for mine, other in zip(tiny.learnt(NEWS, LABEL), tiny.learnt(MORE, OTHER), strict=True)
)


def made(network, text, *labels):
    return tiny.made_ready(text, labels, network, FEATURES, WAYS)[0]


def test_a_window_is_made_ready(network):
    found = made(network, NEWS, LABEL)
    assert found.words.tolist()[:6] == [-1, 0, 0, 0, 0, 1]  # [CLS], the letters of Togo
    assert found.words[-1] == -1
    for word, (first, last) in enumerate(zip(found.first, found.last, strict=True)):
        assert found.words[first] == found.words[last] == word
        assert (found.words == word).sum() == last - first + 1
    assert found.lower.shape == (len(found.words), 32)
    assert found.lower.dtype == torch.float16
    assert not found.lower.requires_grad
    assert found.features.shape == (8, len(FEATURES))
    assert [w.shape for w in found.ways] == [(8, len(WAYS))]
    assert found.features.dtype == found.ways[0].dtype == torch.bool


def test_a_word_without_pieces_takes_the_place_of_the_first(network):
    found = made(network, sheet("Togo \u200d left"))
    assert (found.first[1], found.last[1]) == (0, 0)
    assert 1 not in found.words.tolist()


def test_long_windows_are_cut_at_the_places_of_the_encoder(network):
    found = made(network, sheet(" ".join(["guards"] * 120)))
    assert len(found.words) == 480
    assert len(found.first) == 120
    assert (found.first[-1], found.last[-1]) == (0, 0)


def like(count):
    """Something of so many word pieces; batches look at nothing else."""
    empty = torch.zeros(0)
    return Ready(None, empty, torch.zeros(count), empty, empty, empty, ())


@pytest.mark.parametrize("count", [0, 1, 6, 7, 144, 150, 301])
def test_all_are_taken_once(count):
    given = [like(n % 50) for n in range(count)]
    found = list(batches(given, random.Random(3)))
    assert sorted(id(one) for batch in found for one in batch) == sorted(map(id, given))
    assert all(1 <= len(batch) <= 6 for batch in found)
    assert len(found) == -(-count // 6)  # as many steps as the schedule counts on


def test_batches_are_mixed_by_the_seed_and_of_like_length():
    given = [like(n) for n in range(144)]

    def order(seed):
        return [[len(one.words) for one in batch] for batch in batches(given, random.Random(seed))]

    assert order(3) == order(3) != order(4)
    assert all(max(batch) - min(batch) == 5 for batch in order(3))


def test_of_the_lexicon_are_what_it_drafts_and_knows():
    names = ("drafted actor", "lexicon Attack", "pos NOUN", "here")
    assert of_lexicon(names).tolist() == [True, True, False, False]


def test_some_features_are_hidden_and_none_is_made_up():
    torch.manual_seed(3)
    given = torch.rand(200, 50) < 0.5
    lexicon = torch.arange(50) < 10
    mixed = random.Random(3)
    found = [hidden_some(given, lexicon, mixed) for _ in range(100)]
    assert all((one <= given).all() for one in found)
    others = torch.stack([one[:, 10:] for one in found]).sum() / (100 * given[:, 10:].sum())
    assert others.item() == pytest.approx(0.92, abs=0.01)
    untold = sum(not one[:, :10].any() for one in found)
    assert 5 <= untold <= 30


def test_states_are_the_same_alone_and_beside_a_longer_window(network):
    pair = [made(network, NEWS, LABEL), made(network, MORE, OTHER)]
    with torch.no_grad():
        together = states(network, pair, [r.features for r in pair])
        for one, found in zip(pair, together, strict=True):
            (alone,) = states(network, [one], [one.features])
            assert alone.shape == (len(one.example.texts), 32)
            assert torch.allclose(found, alone, atol=1e-5)


def loss_of(network, batch):
    with torch.no_grad():
        return loss(network, batch, [r.features for r in batch]).item()


def test_the_loss_is_the_mean_of_that_of_the_windows(network):
    pair = [made(network, NEWS, LABEL), made(network, MORE, OTHER)]
    alone = [loss_of(network, [one]) for one in pair]
    assert min(alone) > 0
    assert loss_of(network, pair) == pytest.approx(sum(alone) / 2, rel=1e-4)


def test_windows_without_events_or_questions_count_too(network):
    bare = made(network, NEWS)
    assert loss_of(network, [bare]) > 0
    unasked = made(network, sheet("left"), tiny.label("", (0, 4)))
    assert loss_of(network, [unasked]) == 0
    pair = [bare, made(network, MORE, OTHER)]
    assert loss_of(network, pair) == pytest.approx(sum(loss_of(network, [o]) for o in pair) / 2)


def test_roles_and_values_are_learnt_beside_the_class(network):
    bare = loss_of(network, [made(network, NEWS, tiny.label("Deployment", (5, 9)))])
    assert loss_of(network, [made(network, NEWS, LABEL)]) != pytest.approx(bare)


def test_all_but_the_frozen_layers_are_reached(network):
    network.zero_grad()
    batch = [made(network, NEWS, LABEL)]
    loss(network, batch, [r.features for r in batch]).backward()
    reached = {name for name, p in network.named_parameters() if p.grad is not None}
    frozen = tuple(f"encoder.encoder.layer.{n}." for n in range(FROZEN))
    left = {name for name, _ in network.named_parameters()} - reached
    assert all(n.startswith((*frozen, "encoder.embeddings", "encoder.pooler")) for n in left)
    assert not any(n.startswith((*frozen, "encoder.embeddings")) for n in reached)
    network.zero_grad()
