"""A reader that needs no model: it stands in for the lexicon and the pipeline."""

from dataclasses import replace
from hashlib import sha256

from kg.model import Agent, Article, Claim, Declined, Evidence, Reading

AGENTS = (
    Agent("ERI", "State", "Eritrea", iso3="ERI"),
    Agent("ETH", "State", "Ethiopia", iso3="ETH"),
)


class FakeReader:
    """Every line with "sent" is a claim by Ethiopia that Eritrea deploys there; every "denied" one
    of Eritrea that it does not; a line with "may" is declined; "break" breaks."""

    def read(self, article: Article) -> Reading:
        if "break" in article.text:
            raise RecursionError("too deep")
        lines = list(_lines(article.text))
        claims = tuple(
            _claim(article, words, "denies" if "denied" in words.quote else "asserts")
            for words in lines
            if "sent" in words.quote or "denied" in words.quote
        )
        declined = tuple(
            Declined(article.name, words, "may", "no actor")
            for words in lines
            if "may" in words.quote
        )
        return Reading(article, claims, declined, AGENTS if claims else ())


class Reckoning(FakeReader):
    """Both readers find what is "sent", rather surely; only the taught one what is "denied"."""

    def read(self, article: Article) -> Reading:
        reading = super().read(article)
        return replace(reading, claims=tuple(map(_reckoned, reading.claims)))


def _reckoned(claim: Claim) -> Claim:
    if claim.stance == "denies":
        return replace(claim, read_by=("taught",), certainty=0.3)
    return replace(claim, read_by=("lexicon", "taught"), certainty=0.9)


def _lines(text: str):
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        at = start + line.index(words) if words else start
        yield Evidence(words, at, at + len(words))
        start += len(line)


def _claim(article: Article, words: Evidence, stance: str) -> Claim:
    key = f"{article.name} {words.start} {words.end}".encode()
    return Claim(
        id=sha256(key).hexdigest()[:12],
        article=article.name,
        event_class="Deployment",
        actors=("ERI",),
        recipients=("ETH",),
        objects=("troops",),
        claimant="ERI" if stance == "denies" else "ETH",
        stance=stance,
        modality="actual",
        negated=False,
        phase="starts",
        evidence=words,
        trigger=words,
        cue="said",
    )
