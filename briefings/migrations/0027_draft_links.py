import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("briefings", "0026_search_of_drafts"),
    ]

    operations = [
        migrations.AlterField(
            model_name="auditentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("pasted", "pasted"),
                    ("decided", "decided"),
                    ("saved", "saved"),
                    ("submitted", "submitted"),
                    ("changes requested", "changes requested"),
                    ("approved", "approved"),
                    ("first", "first"),
                    ("imported", "imported"),
                    ("minor", "minor"),
                    ("major", "major"),
                    ("correction", "correction"),
                    ("vouched for", "vouched for"),
                    ("trashed", "moved to the trash"),
                    ("brought back", "brought back from the trash"),
                    ("shown", "shown to somebody without an account"),
                    ("shown no more", "link to a draft ended"),
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
                ],
                max_length=32,
                verbose_name="action",
            ),
        ),
        migrations.CreateModel(
            name="DraftLink",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("uuid", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("for_whom", models.CharField(max_length=100)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="draft_links", to="briefings.briefing"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="briefings.revision"
                    ),
                ),
            ],
            options={
                "ordering": ["-made_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DraftLinkOpening",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="openings", to="briefings.draftlink"
                    ),
                ),
            ],
            options={
                "ordering": ["at", "id"],
            },
        ),
        migrations.AddConstraint(
            model_name="draftlink",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("made_at"))), name="draft_link_ends_after_it_is_made"
            ),
        ),
        migrations.AddIndex(
            model_name="draftlinkopening",
            index=models.Index(fields=["link", "at"], name="opening_by_link"),
        ),
    ]
