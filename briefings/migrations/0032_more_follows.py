from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("briefings", "0031_embargo")]
    operations = [
        migrations.AddField("draft", "more_follows", models.BooleanField(default=False, db_default=False)),
        migrations.AddField("publishedsummary", "more_follows", models.BooleanField(default=False, db_default=False)),
    ]
