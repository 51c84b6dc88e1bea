from django.db import migrations


def fill(apps, schema_editor):
    """The language of each row without its territory, as `rebuild` writes it."""
    rows = apps.get_model("briefings", "PublishedSummary").objects
    for language in list(rows.order_by().values_list("language", flat=True).distinct()):
        primary, *rest = language.split("-")
        front = "-".join([primary, *(part for part in rest if len(part) == 4 and part.isalpha())])
        rows.filter(language=language).update(front_language=front)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0013_languages")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
