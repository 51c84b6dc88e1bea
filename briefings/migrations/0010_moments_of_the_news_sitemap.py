from datetime import timedelta
from itertools import groupby

from django.db import migrations
from django.db.models import F, Q

NOTICES = ("withdrawn", "removed", "merged")


def fill(apps, schema_editor):
    """The moments at which briefings leave the news sitemap, as `manage.py rebuild` makes them."""
    summary_model = apps.get_model("briefings", "PublishedSummary")
    moment_model = apps.get_model("briefings", "PublicMoment")
    in_log = summary_model.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")))
    columns = ("briefing_id", "edition_id", "kind", "live_from", "first_published")
    rows = in_log.order_by("briefing_id", "live_from").values_list(*columns)
    moments = []
    for _briefing, editions in groupby(rows.iterator(), key=lambda row: row[0]):
        editions = list(editions)
        _, seq, _, _, first_published = editions[0]
        leaves = first_published + timedelta(hours=48)
        begun = [kind for _, _, kind, begins, _ in editions if begins <= leaves]
        if begun and begun[-1] not in NOTICES:
            moments.append(moment_model(seq=seq, moment=leaves))
    moment_model.objects.bulk_create(moments, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):

    dependencies = [
        ("briefings", "0009_fill_read_rows"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
