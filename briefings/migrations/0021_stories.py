from django.db import migrations, models

SUMMARY = "publishedsummary"


class Migration(migrations.Migration):
    dependencies = [("briefings", "0020_trash_of_people_and_topics")]
    operations = [
        migrations.AddField(SUMMARY, "follows", models.UUIDField(null=True)),
        migrations.AddIndex(
            SUMMARY,
            models.Index(
                fields=["follows", "-first_published", "-briefing_uuid"],
                name="summary_followers",
                condition=models.Q(follows__isnull=False),
            ),
        ),
    ]
