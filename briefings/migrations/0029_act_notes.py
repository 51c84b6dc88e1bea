import django.db.models.deletion
from django.db import migrations, models



class Migration(migrations.Migration):
    dependencies = [("briefings", "0028_deliveries")]

    operations = [
        migrations.CreateModel(
            name="ActNote",
            fields=[
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="note",
                        serialize=False,
                        to="briefings.auditentry",
                    ),
                ),
                ("text", models.TextField(blank=True)),
            ],
            options={"default_permissions": ()},
        ),
    ]
