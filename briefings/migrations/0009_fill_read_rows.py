from datetime import datetime, time, timedelta

from django.db import migrations
from django.db.models import F, OuterRef, Q, Subquery
from django.utils import timezone

NOTICES = ("withdrawn", "removed", "merged")
LINKS = ("PublishedAuthor", "PublishedQuote", "PublishedTopic")


def fill(apps, schema_editor):
    """Copy what lists pick by. `manage.py rebuild` makes the same rows, and the moments of names as well."""
    edition_model, summary_model = apps.get_model("briefings", "Edition"), apps.get_model("briefings", "PublishedSummary")
    edition = edition_model.objects.filter(pk=OuterRef("edition_id"))
    summary_model.objects.update(**{name: Subquery(edition.values(name)) for name in ("live_from", "live_until", "kind")})
    record = apps.get_model("briefings", "PublicRecord").objects.filter(pk=OuterRef("record_id"))
    names = apps.get_model("briefings", "PublishedName").objects
    names.update(**{name: Subquery(record.values(name)) for name in ("live_from", "live_until")})
    names.filter(kind__in=("site", "page")).update(is_around=True)
    not_erased = summary_model.objects.filter(slug__isnull=False)
    not_erased.exclude(edition__kind__in=NOTICES).update(listed=True)
    put_right = Q(edition__correction__isnull=False) | Q(edition__kind__in=("withdrawn", "removed"))
    summary_model.objects.filter(pk__in=not_erased.filter(put_right).values("pk")).update(put_right=True)
    for row in summary_model.objects.only("first_published").iterator():
        row.month = f"{timezone.localtime(row.first_published):%Y-%m}"
        row.save(update_fields=["month"])
    summary = summary_model.objects.filter(pk=OuterRef("edition_id"))
    copied = ("live_from", "live_until", "first_published", "updated", "briefing_uuid")
    for model in LINKS:
        apps.get_model("briefings", model).objects.update(**{name: Subquery(summary.values(name)) for name in copied})
    moment_model = apps.get_model("briefings", "PublicMoment")
    moment_model.objects.bulk_create(
        moment_model(seq=seq, moment=moment) for seq, moment in sorted(_moments(apps, edition_model))
    )


def _moments(apps, edition_model):
    """Every moment at which something public changes, but for the names of topics and people."""
    in_log = edition_model.objects.filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")))
    moments = set(in_log.values_list("seq", "live_from"))
    for seq, begins, ends in in_log.filter(kind__in=NOTICES).values_list("seq", "live_from", "live_until"):
        leaves = begins + timedelta(days=30)
        if ends is None or ends > leaves:
            moments.add((seq, leaves))
    images = apps.get_model("briefings", "PublishedImage").objects.filter(edition__in=in_log, usable_until__isnull=False)
    for seq, begins, day in images.values_list("edition", "edition__live_from", "usable_until"):
        ends = datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_current_timezone())
        if ends > begins:
            moments.add((seq, ends))
    records = apps.get_model("briefings", "PublicRecord").objects.filter(subject__kind__in=("site", "page"))
    moments.update(records.values_list("seq", "live_from"))
    moments.update(apps.get_model("briefings", "Erasure").objects.values_list("seq", "recorded_at"))
    return moments


class Migration(migrations.Migration):

    dependencies = [
        ("briefings", "0008_read_rows_find_their_newest"),
    ]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
