import sys

from tests.benchmarks.cost import cost, peak


def test_work_costs_the_processor():
    with cost() as spent:
        sum(n * n for n in range(300_000))
    assert spent.processor > 0
    assert spent.clock > 0


def test_memory_is_what_was_held():
    before = peak()
    held = b"x" * 50_000_000
    assert peak() - before > 20_000
    assert sys.getsizeof(held) > 50_000_000
