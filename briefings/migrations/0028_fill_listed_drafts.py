from django.db import migrations


def fill(apps, schema_editor):
    """Write the row of every draft, as `rebuild` does."""
    from briefings.working_copy.listed_drafts import write_all

    write_all(apps)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0027_listed_drafts")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
