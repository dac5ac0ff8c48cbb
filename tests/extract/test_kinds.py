"""What kind of denial, silence or accusation a claim is, who passed it on, and when it was said."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model import Article

CLAIM = "Ethiopia said on Monday that Eritrea had sent 3,000 troops to Tigray."
DAY = date(2023, 5, 10)


def read(reader, text: str):
    return reader.read(Article("a", text, published=DAY)).claims


@pytest.mark.parametrize(
    ("answer", "stance", "kind"),
    [
        ("Eritrea denied sending troops to Tigray.", "denies", "fullDenial"),
        ("Eritrea refuted the claims.", "denies", "refutation"),
        ("Eritrea disputed the figure.", "denies", "partialDenial"),
        ("Eritrea rejected the number.", "denies", "partialDenial"),
        ("Eritrea declined to comment.", "unconfirmed", "nonDenial"),
        ("Eritrea did not respond to a request for comment.", "unconfirmed", "nonDenial"),
        ("Eritrea would not comment.", "unconfirmed", "nonDenial"),
        ("Eritrea has not confirmed the deployment.", "unconfirmed", "nonConfirmation"),
        ("Ethiopia later retracted its claim.", "denies", "retraction"),
    ],
)
def test_kinds_of_denial_and_silence_are_told_apart(reader, answer, stance, kind):
    first, second = read(reader, f"{CLAIM} {answer}")
    assert (second.stance, second.kind, second.event_class) == (stance, kind, "Deployment")
    assert (second.about == first.id) or second.recipients == first.recipients
    assert first.kind is None


def test_a_comment_that_is_made_is_no_silence(reader):
    claims = read(reader, f"{CLAIM} Eritrea commented on the harvest.")
    assert [claim.stance for claim in claims] == ["asserts"]


def test_an_accusation_says_so(reader):
    (claim,) = read(reader, "Uganda accused Kenya of sending weapons to the rebels.")
    assert (claim.stance, claim.kind, claim.claimant) == ("asserts", "accusation", "UGA")


def test_when_it_was_said_is_not_when_it_happened(reader):
    (claim,) = read(reader, CLAIM)
    assert claim.time is None
    assert (claim.said.words, claim.said.start) == ("on Monday", date(2023, 5, 8))


def test_the_chain_of_speakers_is_kept_from_the_outside_in(reader):
    (claim,) = read(
        reader,
        "According to AP, a Chadian official said the intelligence service believes that Sudan "
        "sent 200 troops to Libya last week.",
    )
    assert claim.via[0] == "AP"
    assert "chadian-officials" in claim.via[1]
    assert claim.claimant.startswith("TCD")


def test_who_is_told_passes_it_on_and_documents_are_no_people(reader):
    (told,) = read(
        reader, "The defence ministry told Reuters that France had deployed 300 soldiers to Niger."
    )
    assert told.via == ("REUTERS",)
    reading = reader.read(Article("a", "According to a UN report, Rwanda sent troops to Congo."))
    (claim,) = reading.claims
    kinds = {agent.key: agent.kind for agent in reading.agents}
    assert kinds[claim.claimant] == "Document"
