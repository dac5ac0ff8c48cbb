"""Bodies called by their bare noun: the ministry that an article has. Sentences are our own."""

import pytest


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Kenya's defence ministry said it had sent soldiers to Haiti. The ministry denied that"
            " Kenya had sold tanks to Chad.",
            ["KEN-DEFENCE", "KEN-DEFENCE"],
        ),
        (
            "The Georgian foreign ministry said Ukraine had imposed sanctions on Georgia. The"
            " ministry in Tbilisi denied that Georgia had shipped drones to Russia.",
            ["GEO-FOREIGN", "GEO-FOREIGN"],
        ),
        (
            "The ministry said Peru had sold rifles to Chile. Peru's Ministry of Defence added that"
            " soldiers had been sent to Haiti.",
            ["PER-DEFENCE", "PER-DEFENCE"],
        ),
        (
            "The State Department said the United States had sold missiles to Japan. The department"
            " said it would send troops to Guam.",
            ["USA-STATE", "USA-STATE"],
        ),
        (
            "Peru's defence ministry said Peru had sold rifles to Chile. Chile's foreign ministry"
            " said Peru had sent troops to Bolivia. The ministry denied that Chile had attacked"
            " Peru.",
            ["PER-DEFENCE", "CHL-FOREIGN", "CHL-FOREIGN"],
        ),
        (
            "Peru's defence ministry said Peru had sold rifles to Chile. The Chilean ministry"
            " denied that Peru had sold rifles to Chile.",
            ["PER-DEFENCE", "CHL-ministry"],
        ),
        (
            "Peru's defence ministry said Peru had sold rifles to Chile. Peru's foreign ministry"
            " denied that Peru had sold rifles to Chile.",
            ["PER-DEFENCE", "PER-FOREIGN"],
        ),
    ],
)
def test_the_ministry_is_the_one_that_the_article_has(read, text, speakers):
    assert [claim.claimant for claim in read(text).claims] == speakers
