"""Drafts to claims: voices, what the article completes, one claim a claimant."""

from dataclasses import replace

import pytest

from kg.extract.finish import Finish
from kg.extract.scope.polarity import Polarity
from kg.extract.scope.scope import Scope
from kg.extract.write.draft import Draft
from tests.extract.contexts import context, run

TOLD = "Ghana’s foreign ministry told Reuters on Monday that Togo had sent troops to Benin."
CHAIN = "Togo’s army said that Benin’s government had confirmed that Niger sent troops to Mali."
LONG = "Togo sent 40 guards to Benin. Togo denied a deployment of guards."


def word(read, text):
    return read.tree[run(read, text)[0]]


def draft(read, trigger, speakers=(), actors=(), recipients=(), *, stance="asserts", **more):
    scope = Scope(Polarity(stance), speakers=tuple(word(read, speaker) for speaker in speakers))
    named = {
        role: tuple(a for w in found for a in read.agents.of_phrase(word(read, w)))
        for role, found in (("actors", actors), ("recipients", recipients))
    }
    return Draft(
        event_class=more.pop("event_class", "Deployment"), trigger=word(read, trigger),
        scope=scope, words=(), phase="starts", **named, **more,
    )  # fmt: skip


def told(read, made):
    """The claims of a draft with what the article completes."""
    finish = Finish(read)
    return finish.written(finish.completed(made))


def keys(agents):
    return [agent.key for agent in agents]


def voices(text, *speakers):
    read = context(text)
    found = Finish(read).voices(Scope(speakers=tuple(word(read, s) for s in speakers)))
    return keys(found[0]), keys(found[1])


def test_nobody_speaks_where_nobody_is_told():
    assert voices(TOLD) == ([], [])


def test_the_innermost_speaker_claims_and_the_others_pass_it_on():
    claimants, via = voices(CHAIN, "government", "army")
    assert claimants == ["BEN-government"]
    assert len(via) == 1
    assert voices(CHAIN, "army") == (via, [])


def test_who_passes_it_on_comes_outermost_first():
    text = "Kenya said that Uganda said that Ghana said that Togo left Benin."
    assert voices(text, "Ghana", "Uganda", "Kenya") == (["GHA"], ["KEN", "UGA"])


def test_the_medium_that_is_told_passes_it_on():
    claimants, via = voices(TOLD, "ministry")
    assert (len(claimants), via) == (1, ["REUTERS"])


@pytest.mark.parametrize(
    "text",
    ["Ghana told Benin that Togo had sent troops.", "Ghana sent Reuters troops, and Togo wept."],
    ids=["no medium", "nothing told"],
)
def test_others_that_are_told_pass_nothing_on(text):
    assert voices(text, "Ghana")[1] == []


def test_known_agents_come_before_sources_of_other_kinds():
    text = "Documents showed that Kenya had said that Togo left Benin."
    assert voices(text, "Documents", "Kenya") == (["KEN"], [])
    assert len(voices(text, "Documents")[0]) == 1


def test_who_claims_passes_nothing_on_to_himself():
    assert voices("Kenya said that Kenya said that Togo left Benin.", "Kenya", "Kenya") == (
        ["KEN"],
        [],
    )


def test_there_is_one_claim_a_claimant():
    read = context("Kenya and Uganda said that Togo had sent guards to Benin.")
    made = draft(read, "sent", ["Kenya"], ["Togo"], ["Benin"])
    claims = told(read, made)
    assert [c.claimant for c in claims] == ["KEN", "UGA"]
    assert {(c.actors, c.recipients) for c in claims} == {(("TGO",), ("BEN",))}
    assert len({c.id for c in claims}) == 2


def test_without_a_speaker_the_article_claims():
    read = context("Togo sent guards to Benin.")
    (claim,) = told(read, draft(read, "sent", (), ["Togo"], ["Benin"]))
    assert (claim.claimant, claim.via, claim.trigger.quote) == (None, (), "sent")


def deployed(text):
    """The context of `text` with its first sentence as a claim, and that claim."""
    read = context(text)
    claims = told(read, draft(read, "sent", (), ["Togo"], ["Benin"]))
    return replace(read, claims=tuple(claims)), claims[0]


def test_what_a_denial_leaves_out_is_taken_from_what_it_denies():
    read, before = deployed(LONG)
    denial = draft(read, "deployment", ["Togo"], stance="denies")
    (claim,) = told(read, denial)
    assert (claim.claimant, claim.stance) == ("TGO", "denies")
    assert (claim.actors, claim.recipients, claim.about) == (("TGO",), ("BEN",), before.id)


def test_what_another_claim_of_the_article_tells_is_filled_in():
    read, before = deployed("Togo sent guards to Benin. Togo deployed them at dawn.")
    (claim,) = told(read, draft(read, "deployed", (), ["Togo"]))
    assert (claim.recipients, claim.about) == (("BEN",), before.id)


def test_what_is_complete_stays():
    read, _ = deployed(LONG)
    denial = draft(read, "deployment", ["Togo"], ["Benin"], ["Togo"], stance="denies")
    (claim,) = told(read, denial)
    assert (claim.actors, claim.recipients, claim.about) == (("BEN",), ("TGO",), None)


def test_a_draft_is_written_as_it_is():
    read, _ = deployed(LONG)
    (claim,) = Finish(read).written(draft(read, "deployment", ["Togo"], stance="denies"))
    assert (claim.actors, claim.recipients, claim.claimant) == ((), (), "TGO")


def test_other_classes_fill_in_nothing():
    read, _ = deployed(LONG)
    (claim,) = told(read, draft(read, "deployment", (), ["Togo"], event_class="Sanction"))
    assert claim.recipients == ()


def test_parties_that_the_sentence_leaves_out_are_named_with_where_they_come_from():
    read, before = deployed(LONG)
    [claim] = told(read, draft(read, "deployment", ["Togo"], stance="denies"))
    assert (claim.completed, claim.about) == (("BEN",), before.id)  # Togo speaks in the sentence


def test_what_the_sentence_names_is_not_completed():
    read = context(LONG)
    [claim] = told(read, draft(read, "sent", actors=["Togo"], recipients=["Benin"]))
    assert claim.completed == ()


def test_one_word_is_no_evidence():
    read = context("The minister feared an invasion. He wrote a letter.")
    [claim] = Finish(read).written(draft(read, "invasion", event_class="Invasion"))
    assert claim.evidence.quote == "The minister feared an invasion"
    assert claim.trigger.quote == "invasion"


@pytest.mark.parametrize(
    ("text", "word_of", "modality"),
    [
        ("Togo and Benin meet in Niamey next month.", "meet", "planned"),
        ("Mali’s president visits Chad tomorrow.", "visits", "planned"),
        ("Togo and Benin met in Niamey last month.", "met", "actual"),
        ("In a call with Chad, Mali proposed a truce from tomorrow.", "call", "actual"),
    ],
)
def test_an_occasion_of_a_later_day_is_planned(text, word_of, modality):
    read = context(text)
    ((claim,), *_) = [told(read, draft(read, word_of, event_class="Meeting"))]
    assert claim.modality == modality


def test_only_occasions_are_planned_by_their_day():
    read = context("Togo sends troops to Benin next month.")
    (claim,) = told(read, draft(read, "sends"))
    assert claim.modality == "actual"
