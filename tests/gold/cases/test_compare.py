"""The comparison itself can fail."""

from tests.gold.cases.compare import faults

CLAIM = {
    "class": "Invasion", "actor": "TCD|NER", "recipient": "", "claimant": "Amina Ökafor",
    "negated": "true", "quantity_low": "300.0", "time_start": "2019-06-03T00:00",
    "quote": "no sign",
}  # fmt: skip


def met(**row) -> bool:
    return not faults({"expect": [row], "not": []}, [CLAIM])


def test_slots_are_compared_by_what_they_are():
    assert met(actor=["NER", "TCD"], recipient=[], negated=True, quantity_low=300)
    assert met(**{"class": "Attack"}, claimant="okafor", time_start="2019-06-03", quote="No sign")
    assert met(actor=[["MLI"], ["TCD", "NER"]], negated=[True, False])
    assert not met(actor=["NER"])
    assert not met(negated=False)
    assert not met(quantity_low=30)
    assert not met(quantity_low=None)
    assert not met(claimant="Diop")


def test_each_row_wants_a_claim_of_its_own():
    row = {"negated": True}
    assert len(faults({"expect": [row, row]}, [CLAIM])) == 1
    assert not faults({"expect": [row, row]}, [CLAIM, CLAIM])


def test_no_claim_at_all_and_no_such_claim():
    assert faults({"expect": []}, [CLAIM]) and not faults({"expect": []}, [])
    assert faults({"expect": None, "not": [{"negated": True}]}, [CLAIM])
