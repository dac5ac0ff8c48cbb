"""Proposals to drafts: parties named, stance taken from the proposal, words and figures kept."""

import pytest

from kg.extract.propose.candidates import Candidates
from tests.extract.contexts import context, run
from tests.extract.propose.sheets import proposal

PLAIN = "Peru sent 300 troops to Chile on Monday. The soldiers arrived in Arica."
DENIED = "Kenya’s army denied that it had shelled villages in Uganda, an analyst said."


def drafted(text, trigger, event_class="Deployment", roles=None, **more):
    """The draft of a proposal whose roles are told by their words."""
    read = context(text)
    runs = {
        role: tuple(run(read, words) for words in found) for role, found in (roles or {}).items()
    }
    at = run(read, trigger)[0]
    return Candidates(read).of(proposal(event_class, at, runs, **more))


def principals(agents):
    return [agent.principal for agent in agents]


def texts(tokens):
    return [token.text for token in tokens]


def test_a_whole_proposal_is_drafted():
    draft = drafted(
        PLAIN, "sent", phase="ongoing",
        roles={
            "actor": ["Peru"], "recipient": ["Chile"], "object": ["300 troops"],
            "quantity": ["300"], "time": ["Monday"], "place": ["in Arica"],
        },
    )  # fmt: skip
    assert (draft.event_class, draft.trigger.text, draft.phase) == ("Deployment", "sent", "ongoing")
    assert principals(draft.actors) == ["PER"]
    assert principals(draft.recipients) == ["CHL"]
    assert (draft.theme.text, draft.figure.text, draft.place) == ("troops", "300", "Arica")
    assert not draft.negated
    assert draft.about is None


def test_what_is_left_out_stays_empty():
    draft = drafted(PLAIN, "sent")
    assert (draft.actors, draft.recipients, draft.words) == ((), (), ())
    assert (draft.theme, draft.figure, draft.place) == (None, None, "")
    assert draft.scope.speakers == ()


def test_words_are_those_of_its_own_sentence_once_each():
    roles = {"actor": ["Peru", "The soldiers"], "object": ["300 troops"], "quantity": ["troops"]}
    assert texts(drafted(PLAIN, "sent", roles=roles).words) == ["Peru", "troops"]


@pytest.mark.parametrize(
    ("trigger", "words", "theme"),
    [("sent", "troops", "troops"), ("sent", "300", None), ("troops", "troops", None)],
    ids=["noun", "number", "the trigger itself"],
)
def test_the_theme_is_a_noun_beside_the_trigger(trigger, words, theme):
    found = drafted(PLAIN, trigger, roles={"object": [words]}).theme
    assert (found and found.text) == theme


def test_parties_of_one_class_act_together():
    text = "Togo and Benin met in Accra."
    roles = {"actor": ["Togo"], "recipient": ["Benin"]}
    joint = drafted(text, "met", "Meeting", roles)
    assert (principals(joint.actors), joint.recipients) == (["TGO", "BEN"], ())
    apart = drafted(text, "met", "Attack", roles)
    assert (principals(apart.actors), principals(apart.recipients)) == (["TGO"], ["BEN"])


def test_several_runs_of_a_role_are_all_named_once():
    text = "Togo sent guards to Benin, and so did Niger. Togo is glad."
    read = context(text)
    again = text.index("Togo is")
    last = next(t.i for t in read.tree if t.idx == again)
    runs = {"actor": (run(read, "Togo"), run(read, "Niger"), (last, last + 1))}
    draft = Candidates(read).of(proposal("Deployment", 1, runs))
    assert principals(draft.actors) == ["TGO", "NER"]


def test_the_proposal_has_the_say_on_stance_and_modality():
    roles = {"claimant": ["army"]}
    denied = drafted(DENIED, "shelled", "Attack", roles, stance="denies")
    assert (denied.scope.stance, denied.scope.modality) == ("denies", "actual")
    assert denied.scope.kind == "fullDenial"
    open_ = drafted(DENIED, "shelled", "Attack", roles, stance="unconfirmed", modality="alleged")
    assert (open_.scope.stance, open_.scope.modality) == ("unconfirmed", "alleged")
    assert open_.scope.kind is None  # that it is a full denial was read for another stance


@pytest.mark.parametrize("negated", [True, False])
def test_the_proposal_has_the_say_on_negation(negated):
    draft = drafted("Togo did not send guards to Benin.", "send", negated=negated)
    assert draft.negated is negated


def test_speakers_come_as_the_words_above_order_them_then_the_nearest():
    inner = drafted(DENIED, "shelled", "Attack", {"claimant": ["analyst", "army"]}, stance="denies")
    assert texts(inner.scope.speakers) == ["army", "analyst"]
    loose = drafted(PLAIN, "arrived", roles={"claimant": ["Peru", "The soldiers"]})
    assert texts(loose.scope.speakers) == ["soldiers", "Peru"]


def test_who_is_no_claimant_speaks_not():
    draft = drafted(DENIED, "shelled", "Attack", stance="denies")
    assert draft.scope.speakers == ()


def test_an_accusation_without_an_accuser_is_none():
    text = "Chad accused Sudan of bombing a village."
    voiced = drafted(text, "bombing", "Attack", {"claimant": ["Chad"], "actor": ["Sudan"]})
    assert voiced.scope.kind == "accusation"
    assert drafted(text, "bombing", "Attack", {"actor": ["Sudan"]}).scope.kind is None


@pytest.mark.parametrize(
    ("event_class", "roles", "label"),
    [
        ("Event", {"object": ["any of it"]}, "any of it"),
        ("Event", {}, "knew of any of it"),
        ("Attack", {"object": ["any of it"]}, ""),
    ],
    ids=["object", "clause", "has a class"],
)
def test_what_has_no_class_is_labelled_by_its_words(event_class, roles, label):
    text = "Kenya denied that it knew of any of it."
    draft = drafted(text, "knew", event_class, roles, stance="denies")
    assert draft.label.endswith(label)
    assert bool(draft.label) is bool(label)


def test_the_same_proposal_gives_the_same_draft():
    roles = {"actor": ["Peru"], "object": ["300 troops"]}
    first, second = (drafted(PLAIN, "sent", roles=roles) for _ in range(2))
    assert (first.actors, texts(first.words)) == (second.actors, texts(second.words))


def test_a_claimant_of_excepted_words_alone_is_nobody():
    text = "All members except Peru said that Chile had sent troops."
    draft = drafted(text, "sent", roles={"claimant": ["Peru"], "actor": ["Chile"]})
    assert principals(draft.actors) == ["CHL"]
    assert "Peru" not in texts(draft.scope.speakers)


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Togo’s minister will speak at the summit in Accra.", "planned"),
        ("Togo’s minister spoke at the summit in Accra.", "actual"),
    ],
)
def test_an_occasion_in_a_clause_on_what_will_be_is_planned(text, modality):
    assert drafted(text, "summit", "Meeting").scope.modality == modality
