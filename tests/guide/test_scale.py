from tests.guide.scale import Prices, Rates, table

RATES = Rates(reading=0.36, linking=0.036, claims=5, triples=30, shuffled=2e5, kept=1e4, line=100)


def test_the_table_is_reckoned_from_rates_and_prices():
    told = table(10**6, RATES, Prices(core_hour=0.1, gigabyte_month=0.02))
    rows = {line.split(" | ")[0][2:]: line.split(" | ")[2][:-2] for line in told.splitlines()}
    assert rows["reading"] == "100 core hours"
    assert rows["linking and writing"] == "10 core hours"
    assert rows["on 64 cores"] == "1.7 hours"
    assert rows["claims"] == "5,000,000" and rows["triples"] == "150,000,000"
    assert rows["N-Triples"] == "15 GB" and rows["shuffled"] == "200 GB"
    assert rows["machines"] == "$11" and rows["storage"] == "$0.5 a month"


def test_other_prices_change_the_cost_alone():
    one, other = (table(10**6, RATES, Prices(core_hour=p)) for p in (0.05, 0.5))
    changed = [a for a, b in zip(one.splitlines(), other.splitlines(), strict=True) if a != b]
    assert [line.split(" | ")[0] for line in changed] == ["| machines"]
