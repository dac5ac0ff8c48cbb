"""What is done by saying that it will come, on trees by hand."""

import pytest

from tests.extract.handmade import claims

ARCS = "2:nsubj 2:aux 7:ccomp 4:det 2:obj 7:punct 7:nsubj 7:ROOT 7:punct"
CASES = {
    "Mali will pay a price , Chad said .": [("TCD",)],
    "Mali may pay a price , Chad said .": [],
    "Mali will pay a price , Mali said .": [],
    "Mali will pay a price , analysts said .": [],
}


@pytest.mark.parametrize("text", CASES)
def test_whoever_says_what_others_will_suffer_threatens_them(text):
    tags = f"NNP MD VB DT NN , {'NNS' if 'analysts' in text else 'NNP'} VBD ."
    threats = [c for c in claims((text, tags, ARCS)) if c.event_class == "Threat"]
    assert [claim.actors for claim in threats] == CASES[text]
