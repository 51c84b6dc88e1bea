from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("briefings", "0026_search_of_drafts")]
    operations = [
        migrations.AddIndex(
            model_name="publishedquote",
            index=models.Index(fields=["-first_published", "-briefing_uuid", "position"], name="quote_newest"),
        ),
    ]
