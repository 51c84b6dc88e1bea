from django.db import migrations, models

NAME, QUOTE = "publishedname", "publishedquote"


class Migration(migrations.Migration):
    dependencies = [("briefings", "0023_search")]
    operations = [
        migrations.AddField(NAME, "letter", models.CharField(blank=True, default="", max_length=1), preserve_default=False),
        migrations.AddField(
            NAME, "sort_key", models.CharField(blank=True, default="", max_length=320), preserve_default=False
        ),
        migrations.AddField(
            QUOTE, "translated_from", models.CharField(blank=True, default="", max_length=16), preserve_default=False
        ),
        migrations.AddIndex(
            NAME, models.Index(fields=["kind", "letter", "sort_key", "subject_uuid"], name="name_by_letter")
        ),
    ]
