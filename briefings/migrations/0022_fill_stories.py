import json

from django.db import migrations


def fill(apps, schema_editor):
    """What each edition follows, as `rebuild` writes it, read from the texts that follow something."""
    rows = apps.get_model("briefings", "PublishedSummary").objects
    editions = apps.get_model("briefings", "Edition").objects.filter(text__text__contains='"follows":"')
    for seq, text in editions.order_by("seq").values_list("seq", "text__text").iterator():
        if follows := json.loads(text).get("follows"):
            rows.filter(edition=seq).update(follows=follows)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0021_stories")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
