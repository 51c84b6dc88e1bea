"""Where briefings lead that were merged into others."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from briefings.models import Edition, PublishedSummary


class End(NamedTuple):
    """Today's slug (None where it was erased) and kind of the briefing at the end of a chain of merges."""

    slug: str | None
    kind: str


def ends(targets: Mapping[int, int | None], at: datetime) -> dict[int, End]:
    """By briefing, where each that was merged into its target leads (internal ids): along the chain to what was not
    merged itself. Without those whose chain comes to no end. One query for each link of the longest, none for none.
    """
    found: dict[int, End] = {}
    met = {briefing: {briefing} for briefing in targets}
    ahead = dict(targets)
    while ahead:
        live = PublishedSummary.objects.live(at).filter(briefing__in=set(ahead.values()))
        rows = {row.briefing_id: row for row in live}
        further = {}
        for briefing, target in ahead.items():
            if target not in rows or target in met[briefing]:
                continue
            met[briefing].add(target)
            row = rows[target]
            if row.kind == Edition.Kind.MERGED:
                further[briefing] = row.merged_into_id
            else:
                found[briefing] = End(row.slug, row.kind)
        ahead = further
    return found


def led_on(rows: Sequence[Any], at: datetime) -> tuple[Any, ...]:
    """`rows` of feeds, those of merged briefings with the slug of where they lead; without one where that is nowhere,
    or was removed by law: that address was made from its headline. The queries of `ends`.
    """
    found = ends({row.briefing_id: row.merged_into_id for row in rows if row.kind == Edition.Kind.MERGED}, at)
    slugs = {briefing: end.slug for briefing, end in found.items() if end.kind != Edition.Kind.REMOVED}
    return tuple(
        row._replace(slug=slugs.get(row.briefing_id)) if row.kind == Edition.Kind.MERGED else row for row in rows
    )
