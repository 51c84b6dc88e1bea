import django.db.models.deletion
from django.db import migrations, models

SUMMARY = "publishedsummary"


def of_language(order: str, name: str) -> migrations.AddIndex:
    fields = ["front_language", f"-{order}", "-briefing_uuid"]
    return migrations.AddIndex(SUMMARY, models.Index(fields=fields, name=name, condition=models.Q(listed=True)))


class Migration(migrations.Migration):
    dependencies = [("briefings", "0012_summaries_of_a_briefing")]
    operations = [
        migrations.AddField(
            "draft",
            "translation_of",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="translations",
                to="briefings.briefing",
            ),
        ),
        # Until the next migration fills it in.
        migrations.AddField(
            SUMMARY, "front_language", models.CharField(default="", max_length=16), preserve_default=False
        ),
        migrations.AddField(SUMMARY, "translation_of", models.UUIDField(null=True)),
        of_language("updated", "language_updated"),
        of_language("first_published", "language_published"),
        migrations.AddIndex(
            SUMMARY,
            models.Index(
                fields=["translation_of"],
                name="summary_of_original",
                condition=models.Q(translation_of__isnull=False),
            ),
        ),
    ]
