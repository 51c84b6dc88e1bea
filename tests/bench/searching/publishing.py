"""`python -m tests.bench.searching.publishing`: milliseconds of a processor for publications on the site of this
process, with the search's row and without it, as JSON in pairs, each of one briefing. The site is no good afterwards.
"""

import json
import sys
from types import SimpleNamespace

import django

BRIEFINGS, WARMING = 60, 4


def main() -> None:
    django.setup()
    from briefings.models import Draft, PublishedSummary
    from briefings.workflow.publishing import read_rows
    from tests.bench.searching.asking import clock

    cpu, search_rows = clock(), read_rows.search_rows
    no_rows = SimpleNamespace(bring_up_to_date=lambda *_, **__: None)
    listed = PublishedSummary.objects.live().without_successor().listed().order_by("-updated")
    briefings = listed.values_list("briefing", flat=True)[: BRIEFINGS + WARMING]
    drafts = Draft.objects.filter(briefing__in=list(briefings)).select_related("briefing")
    pairs: list[tuple[float, float]] = []
    for number, draft in enumerate(drafts):
        took = {}
        for rows in (search_rows, no_rows) if number % 2 else (no_rows, search_rows):
            read_rows.search_rows = rows
            took[rows is search_rows] = _publication(draft, cpu)
        pairs.append((took[True], took[False]))
    sys.stdout.write(json.dumps(pairs[WARMING:]))


def _publication(draft, cpu) -> float:
    from briefings import working_copy
    from briefings.workflow import publish

    content = working_copy.read(draft)
    changed = content.model_copy(update={"lede": f"{content.lede} Once more."})
    working_copy.write(draft, changed, expected=draft.version, by=None)
    begun = cpu()
    publish(draft.briefing, by=None, change="minor")
    return (cpu() - begun) * 1000


if __name__ == "__main__":
    main()
