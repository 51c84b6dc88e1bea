import json
from collections import defaultdict
from itertools import groupby

from django.db import migrations

COPIED = ("live_from", "live_until", "first_published", "updated", "briefing_uuid")
FILLED = (*COPIED, "answer", "open_wording", "first_topic", "opened", "answered", "moved")


def fill(apps, schema_editor):
    """The columns of each question, as `rebuild` writes them: briefing by briefing."""
    questions = apps.get_model("faq", "PublishedQuestion").objects
    summaries = apps.get_model("briefings", "PublishedSummary").objects.select_related("edition__text")
    in_order = summaries.order_by("briefing", "live_from").iterator(chunk_size=500)
    for _briefing, those in groupby(in_order, key=lambda summary: summary.briefing_id):
        editions = list(those)
        rows = defaultdict(list)
        for row in questions.filter(edition__in=[edition.edition_id for edition in editions]):
            rows[row.edition_id].append(row)
        before = {}
        for edition in editions:
            is_called_off = edition.live_until == edition.live_from
            filled = _filled(edition, rows[edition.edition_id], {} if is_called_off else before)
            before = before if is_called_off else filled
        questions.bulk_update([row for some in rows.values() for row in some], FILLED, batch_size=100)


def _filled(edition, rows, before):
    """Fill in the rows of one edition, by those of the one before it; returns them by key."""
    content = json.loads(edition.edition.text.text or "{}")
    entries = {entry["key"]: entry for entry in content.get("faq", ())}
    first_topic = next((topic["id"] for topic in content.get("topics", ())), None)
    began = edition.first_published if edition.kind == "imported" else edition.live_from
    for row in rows:
        for name in COPIED:
            setattr(row, name, getattr(edition, name))
        entry, same = entries.get(row.key, {}), before.get(row.key)
        row.first_topic = first_topic
        row.answer = "" if row.is_open else entry.get("answer", "")
        row.open_wording = entry.get("open_wording", "") if row.is_open else ""
        if same and same.is_open == row.is_open:
            row.opened, row.answered, row.moved = same.opened, same.answered, same.moved
            continue
        row.moved = edition.updated
        row.opened = began if row.is_open else same and same.opened
        row.answered = None if row.is_open else began
    return {row.key: row for row in rows}


class Migration(migrations.Migration):
    dependencies = [("faq", "0002_questions_find_their_newest")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
