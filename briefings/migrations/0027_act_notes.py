import django.db.models.deletion
from django.db import migrations, models

ACTIONS = [
    ("pasted", "pasted"),
    ("decided", "decided"),
    ("saved", "saved"),
    ("submitted", "submitted"),
    ("changes requested", "changes requested"),
    ("approved", "approved"),
    ("corrected and approved", "corrected and approved"),
    ("handed over", "handed over"),
    ("commented", "commented"),
    ("comment resolved", "comment resolved"),
    ("comment reopened", "comment opened again"),
    ("first", "first"),
    ("imported", "imported"),
    ("minor", "minor"),
    ("major", "major"),
    ("correction", "correction"),
    ("vouched for", "vouched for"),
    ("trashed", "moved to the trash"),
    ("brought back", "brought back from the trash"),
    ("called off", "called off"),
    ("withdrawn", "withdrawn"),
    ("removed", "removed"),
    ("merged", "merged"),
    ("erased by order", "erased by order"),
    ("uploaded", "uploaded"),
    ("uploaded again", "uploaded again"),
    ("renamed", "renamed"),
    ("changed", "changed"),
    ("site changed", "site changed"),
    ("front page changed", "front page changed"),
    ("style changed", "house style changed"),
    ("published", "published"),
    ("taken down", "taken down"),
    ("put in order", "put in order"),
    ("staff added", "staff added"),
    ("rebuilt", "rebuilt"),
]


class Migration(migrations.Migration):
    dependencies = [("briefings", "0026_search_of_drafts")]

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
        # Choices alone, which no database knows of.
        migrations.AlterField(
            model_name="auditentry",
            name="action",
            field=models.CharField(choices=ACTIONS, max_length=32, verbose_name="action"),
        ),
    ]
