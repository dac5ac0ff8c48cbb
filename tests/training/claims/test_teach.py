"""The training loop over two made-up articles: it learns, and goes on where it was stopped."""
# ruff: noqa: E402  # what needs torch is imported once it is known to be there

from contextlib import suppress

import pytest

torch = pytest.importorskip("torch", reason="pip install 'statecraft[training]'")

from kg.training.claims import teach
from kg.training.claims.batches import loss, of_lexicon
from kg.training.claims.network import FROZEN
from kg.training.claims.teach import Teacher
from tests.extract.propose.sheets import sheet
from tests.training.claims import tiny

NEWS = sheet("Togo sent 40 guards to Benin", "It left")
MORE = sheet("Niger attacked a village in the north of Chad on Monday , Mali said")
LABEL = tiny.label("Deployment", (5, 9), actor=(0, 4), recipient=(23, 28))
OTHER = tiny.label("Attack", (6, 14), actor=(0, 5))
FEATURES, WAYS = (
    sorted({*mine, *other})
    for mine, other in zip(tiny.learnt(NEWS, LABEL), tiny.learnt(MORE, OTHER), strict=True)
)
ROUNDS = 3


@pytest.fixture(autouse=True)
def one_way_only():
    """One thread and no sum in an order of its own, so that weights can be compared bit by bit."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    yield
    torch.use_deterministic_algorithms(False)
    torch.set_num_threads(threads)


def fresh():
    return tiny.network(len(FEATURES), len(WAYS))


def given(network):
    return [
        one
        for text, label in ((NEWS, LABEL), (MORE, OTHER))
        for one in tiny.made_ready(text, [label], network, FEATURES, WAYS)
    ]


class Stopped(Exception):  # noqa: N818  # it is no error
    """What ends a run in the middle."""


def taught(saved, rounds=ROUNDS, stop=None, network=None):
    """A network after a run of `rounds`, cut off after round `stop`, and what was told of it."""
    network = network or fresh()
    told = []

    def tell(done):
        told.append(done)
        if done.number == stop:
            raise Stopped

    torch.manual_seed(1)
    teacher = Teacher(network, of_lexicon(FEATURES), rounds, saved)
    with suppress(Stopped):
        teacher.run(given(network), tell)
    return network, told


def weights(network):
    return {name: value.clone() for name, value in network.state_dict().items()}


def same(one, other):
    return all(torch.equal(value, other[name]) for name, value in one.items())


def is_frozen(name):
    layers = tuple(f"encoder.encoder.layer.{n}." for n in range(FROZEN))
    return name.startswith(("encoder.embeddings", *layers))


def test_the_loss_falls(tmp_path):
    network = fresh()
    examples = given(network)
    features = [one.features for one in examples]
    before = loss(network, examples, features).item()
    _, told = taught(tmp_path / "state.pt", rounds=20, network=network)
    assert loss(network, examples, features).item() < 0.7 * before
    assert told[-1].loss < 0.7 * told[0].loss
    assert [(one.number, one.steps) for one in told] == [(n, n) for n in range(1, 21)]


def test_frozen_layers_do_not_change_and_others_do(tmp_path):
    before = weights(fresh())
    after = weights(taught(tmp_path / "state.pt")[0])
    changed = {name for name, value in before.items() if not torch.equal(value, after[name])}
    assert not {name for name in changed if is_frozen(name)}
    assert {"inside.weight", "events.0.weight", "roles.weight", "ways.weight"} <= changed
    assert any(name.startswith(f"encoder.encoder.layer.{FROZEN}.") for name in changed)


def test_two_runs_end_with_the_same_weights(tmp_path):
    first, second = (taught(tmp_path / name)[0] for name in ("one.pt", "two.pt"))
    assert same(weights(first), weights(second))


@pytest.mark.parametrize("stop", [1, 2])
def test_a_run_that_was_stopped_ends_as_one_that_was_not(tmp_path, stop):
    whole, _ = taught(tmp_path / "whole.pt")
    taught(tmp_path / "parts.pt", stop=stop)
    parts, told = taught(tmp_path / "parts.pt")
    assert [one.number for one in told] == list(range(stop + 1, ROUNDS + 1))
    assert same(weights(whole), weights(parts))


def test_a_run_goes_on_with_weights_mean_rate_and_momentum(tmp_path, monkeypatch):
    """The same without chance: nothing is hidden, nothing dropped."""
    monkeypatch.setattr(teach, "hidden_some", lambda features, *_: features)

    def certain():
        network = fresh()
        for part in network.modules():
            if isinstance(part, torch.nn.Dropout):
                part.p = 0.0
            if hasattr(part, "dropout_prob"):
                part.dropout_prob = 0.0
        for layer in network.encoder.encoder.layer:
            layer.attention.self.dropout.p = 0.0
        return network

    whole, first = taught(tmp_path / "whole.pt", network=certain())
    taught(tmp_path / "parts.pt", stop=1, network=certain())
    parts, rest = taught(tmp_path / "parts.pt", network=certain())
    assert rest == first[1:]
    assert same(weights(whole), weights(parts))


def test_a_run_that_is_done_is_not_done_again(tmp_path):
    first, _ = taught(tmp_path / "state.pt")
    second, told = taught(tmp_path / "state.pt")
    assert told == []
    assert same(weights(first), weights(second))


def test_the_state_is_written_whole(tmp_path):
    taught(tmp_path / "state.pt", stop=1)
    assert [path.name for path in tmp_path.iterdir()] == ["state.pt"]
    assert torch.load(tmp_path / "state.pt")["done"] == 1


def test_what_is_left_is_the_mean_ready_to_read(tmp_path):
    network, _ = taught(tmp_path / "state.pt")
    state = torch.load(tmp_path / "state.pt")
    assert not network.training
    assert all(torch.equal(network.state_dict()[n], mean) for n, mean in state["mean"].items())
    assert not same(state["mean"], state["network"])
    assert not any(is_frozen(name) or "pooler" in name for name in state["mean"])


def test_the_rate_rises_and_then_falls():
    rates = [teach._rate(step, 100) for step in range(101)]
    top = rates.index(max(rates))
    assert rates[:top] == sorted(rates[:top])
    assert rates[top:] == sorted(rates[top:], reverse=True)
    assert 3 <= top <= 8
    assert 0 < rates[-1] < 0.05 < max(rates) <= 1
    assert teach._rate(0, 1) > 0
