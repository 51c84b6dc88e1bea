import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("briefings", "0042_the_desk_finds_by_index")]

    operations = [
        migrations.CreateModel(
            name="ToldApart",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="briefings.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="briefings.person"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("one", "other"), name="told_apart_once"),
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))), name="told_apart_in_order"
                    ),
                ],
            },
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="action",
            field=models.CharField(
                choices=[
                    ("pasted", "pasted"),
                    ("decided", "decided"),
                    ("saved", "saved"),
                    ("submitted", "submitted"),
                    ("changes requested", "sent back"),
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
                    ("published alone", "published alone"),
                    ("looked at", "looked at"),
                    ("vouched for", "vouched for"),
                    ("trashed", "moved to the trash"),
                    ("brought back", "brought back from the trash"),
                    ("planned", "planned"),
                    ("embargo set", "embargo set"),
                    ("embargo ended early", "embargo ended early"),
                    ("embargo overridden", "published before its embargo ended"),
                    ("shown", "shown to somebody without an account"),
                    ("shown no more", "link to a draft ended"),
                    ("called off", "called off"),
                    ("withdrawn", "withdrawn"),
                    ("removed", "removed"),
                    ("merged", "merged"),
                    ("told apart", "told apart"),
                    ("told apart no more", "told apart no more"),
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
                    ("staff changed", "name or mail changed"),
                    ("roles changed", "roles changed"),
                    ("deactivated", "deactivated"),
                    ("active again", "active again"),
                    ("password link made", "link for a password made"),
                    ("password set", "password set by a link"),
                    ("second factor added", "second factor added"),
                    ("second factor removed", "second factor removed"),
                    ("second factor reset", "second factor reset"),
                    ("recovery codes made", "recovery codes made"),
                    ("login bound", "login bound"),
                    ("login released", "login released"),
                    ("sessions ended", "sessions ended"),
                    ("rebuilt", "rebuilt"),
                    ("sent again", "sent again"),
                    ("given up", "given up"),
                    ("deleted", "deleted for good"),
                ],
                max_length=32,
                verbose_name="action",
            ),
        ),
    ]
