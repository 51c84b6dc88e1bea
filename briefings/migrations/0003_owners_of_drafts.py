"""Who made a draft's first revision began it, and owns it."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def owners_from_first_revisions(apps, schema_editor):
    Draft = apps.get_model("briefings", "Draft")
    Revision = apps.get_model("briefings", "Revision")
    first = Revision.objects.filter(briefing=OuterRef("briefing")).order_by("version").values("by")[:1]
    Draft.objects.using(schema_editor.connection.alias).filter(owner=None).update(owner=Subquery(first))


class Migration(migrations.Migration):
    dependencies = [("briefings", "0002_approval_and_save_ids")]

    # Backwards nothing is to be done: the column goes with the migration before.
    operations = [migrations.RunPython(owners_from_first_revisions, migrations.RunPython.noop)]
