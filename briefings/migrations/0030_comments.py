import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def _user(**options):
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL, **options
    )


class Migration(migrations.Migration):
    dependencies = [("briefings", "0029_act_notes")]

    operations = [
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("part", models.CharField(blank=True, max_length=16)),
                ("text", models.TextField(blank=True, verbose_name="comment")),
                ("at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(null=True)),
                ("addressees", models.ManyToManyField(related_name="comments_to", to=settings.AUTH_USER_MODEL)),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="briefings.briefing",
                    ),
                ),
                ("by", _user()),
                ("resolved_by", _user()),
            ],
            options={
                "verbose_name": "comment",
                "verbose_name_plural": "comments",
                "default_permissions": (),
                "indexes": [
                    models.Index(condition=models.Q(resolved_at=None), fields=["briefing"], name="open_comments")
                ],
            },
        ),
    ]
