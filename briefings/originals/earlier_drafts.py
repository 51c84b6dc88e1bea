"""Earlier drafts: those with the same words, and earlier states of the same text."""

from dataclasses import dataclass

from briefings import importing, policy
from briefings.importing import Reading, likeness
from briefings.importing.memory import digest_of, version
from briefings.models import Briefing, Draft, Original, User
from briefings.originals.turns import once
from briefings.originals.understanding import reading_of

MOST_LOOKED_AT = 500
_READ = 3
_MAY_BE = 0.08
"""Sketches that agree less than this are of different texts. The others are read and compared line by line."""
_WITH_THE_SAME_NAME = 0.3


@dataclass(frozen=True)
class Known:
    """A briefing that came from an earlier state of the draft, and the share of the two that is alike (0 to 1)."""

    draft: Draft
    original: Original
    share: float


def first_with_these_words(original: Original, *, known_to: User) -> Original | None:
    """The first draft with the same words before `original`, among those that `known_to` may read."""
    if not original.sha256:
        return None
    same = policy.originals(known_to, "read").filter(sha256=original.sha256, pk__lt=original.pk)
    return same.select_related("briefing__draft", "by").defer("data", "sketch", "decisions").order_by("pk").first()


def latest_of(briefing: Briefing) -> Original | None:
    """The last draft that became a text of the briefing and was not erased."""
    kept = briefing.originals.exclude(revision=None).filter(data__isnull=False)
    return kept.select_related("revision__text").defer("data", "sketch").order_by("-revision__version").first()


def known_drafts_like(original: Original, reading: Reading, *, writer: User) -> list[Known]:
    """Briefings that `writer` may write and whose last draft is like this one, the most similar first. Raises Busy."""
    rows = policy.originals(writer, "write").exclude(revision=None).exclude(sketch="").exclude(pk=original.pk)
    scores: dict[int, tuple[float, int]] = {}
    for pk, briefing, its_sketch, its_name in rows.order_by("-revision__saved_at", "-pk").values_list(
        "pk", "briefing", "sketch", "name"
    )[:MOST_LOOKED_AT]:
        score = likeness.sketches_agree(original.sketch, its_sketch) + _has_its_name(original, its_name)
        scores.setdefault(briefing, (score, pk))
    likeliest = sorted((one for one in scores.values() if one[0] >= _MAY_BE), reverse=True)[:_READ]
    if not likeliest:
        return []
    before = Original.objects.select_related("briefing__draft").in_bulk([pk for _score, pk in likeliest])
    known = [_compared(one, original, reading) for one in before.values() if not one.is_erased]
    return sorted((one for one in known if one), key=lambda one: (-one.share, -one.original.pk))


def _compared(before: Original, original: Original, reading: Reading) -> Known | None:
    one, other = (f"{digest_of(bytes(draft.data))} {draft.name} {draft.format}" for draft in (before, original))
    key = (digest_of(bytes(before.data)), version(), "likeness", one, other)
    try:
        share = once(key, lambda: likeness.alike(_words(reading_of(before)), _words(reading)))
    except importing.Unreadable:
        return None
    least = _WITH_THE_SAME_NAME if _has_its_name(original, before.name) else likeness.ALIKE
    return Known(before.briefing.draft, before, share) if share >= least else None


def _has_its_name(original: Original, name: str) -> bool:
    return original.name != "" and original.name == name


def _words(reading: Reading) -> list[likeness.Words]:
    return [likeness.words_of(line.text) for line in reading.lines]
