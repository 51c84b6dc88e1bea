from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0019_house_style"),
    ]

    operations = [
        migrations.AddField(
            model_name=model,
            name="trashed_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        )
        for model in ("person", "topic")
    ]
