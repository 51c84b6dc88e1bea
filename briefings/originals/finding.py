"""Drafts that came before: the same words once more, or an earlier state of the same text."""

from collections.abc import Iterable
from dataclasses import dataclass

from briefings import importing, policy
from briefings.importing import Reading, likeness
from briefings.models import Briefing, Draft, Original, User
from briefings.originals.understanding import reading_of

MOST_LOOKED_AT = 500
_READ = 3
_MAY_BE = 0.08
"""Sketches that agree less than this are of different texts; what is left is read and compared line by line."""
_WITH_THE_SAME_NAME = 0.3


@dataclass(frozen=True)
class Known:
    """A briefing that an earlier state of the draft became, and how much of the two is alike (0 to 1)."""

    draft: Draft
    original: Original
    share: float


def first_with_these_words(original: Original, *, known_to: User) -> Original | None:
    """The first one with the same words that came before `original`, among those that `known_to` may read."""
    if not original.sha256:
        return None
    same = policy.originals(known_to, "read").filter(sha256=original.sha256, pk__lt=original.pk)
    return same.select_related("briefing__draft", "by").defer("data", "sketch", "decisions").order_by("pk").first()


def latest_of(briefing: Briefing) -> Original | None:
    """The last one that became a text of the briefing, and was not erased since."""
    kept = briefing.originals.exclude(revision=None).filter(data__isnull=False)
    return kept.select_related("revision__text").defer("data", "sketch").order_by("-revision__version").first()


def known_drafts_like(
    reading: Reading, *, sketch: str, writer: User, name: str = "", but: Original | None = None
) -> list[Known]:
    """Briefings that `writer` may write, and whose last draft was like this one; the likest first."""
    rows = policy.originals(writer, "write").exclude(revision=None).exclude(sketch="").exclude(pk=but and but.pk)
    found: dict[int, tuple[float, int]] = {}
    for pk, briefing, its_sketch, its_name in rows.order_by("-revision__saved_at", "-pk").values_list(
        "pk", "briefing", "sketch", "name"
    )[:MOST_LOOKED_AT]:
        score = likeness.sketches_agree(sketch, its_sketch) + (name != "" and name == its_name)
        found.setdefault(briefing, (score, pk))
    likeliest = sorted((one for one in found.values() if one[0] >= _MAY_BE), reverse=True)[:_READ]
    if not likeliest:
        return []
    originals = Original.objects.select_related("briefing__draft").in_bulk([pk for _score, pk in likeliest])
    words = _words(line.text for line in reading.lines)
    known = [_compared(original, words, name=name) for original in originals.values()]
    return sorted((one for one in known if one), key=lambda one: (-one.share, -one.original.pk))


def _compared(original: Original, words: list[likeness.Words], *, name: str) -> Known | None:
    try:
        before = reading_of(original)
    except importing.Unreadable:
        return None
    share = likeness.alike(words, _words(line.text for line in before.lines))
    least = _WITH_THE_SAME_NAME if name and name == original.name else likeness.ALIKE
    return Known(original.briefing.draft, original, share) if share >= least else None


def _words(texts: Iterable[str]) -> list[likeness.Words]:
    return [likeness.words_of(text) for text in texts]
