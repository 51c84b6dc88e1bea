import datetime
import uuid

from django.db import migrations, models

# Until the next migration fills them in.
MOMENT = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
NOBODY = uuid.UUID(int=0)
NEWEST_FIRST = ["-moved", "-briefing_uuid", "position"]


def added(name: str, field: models.Field) -> migrations.AddField:
    is_kept = field.null or isinstance(field, models.TextField)
    return migrations.AddField(model_name="publishedquestion", name=name, field=field, preserve_default=is_kept)


def found(name: str, fields: list[str], **condition: bool) -> migrations.AddIndex:
    index = models.Index(fields=fields, name=name, condition=models.Q(**condition))
    return migrations.AddIndex(model_name="publishedquestion", index=index)


class Migration(migrations.Migration):
    dependencies = [("briefings", "0019_house_style"), ("faq", "0001_questions")]
    operations = [
        added("answer", models.TextField(blank=True)),
        added("open_wording", models.TextField(blank=True)),
        added("first_topic", models.UUIDField(null=True)),
        added("opened", models.DateTimeField(null=True)),
        added("answered", models.DateTimeField(null=True)),
        added("moved", models.DateTimeField(default=MOMENT)),
        added("briefing_uuid", models.UUIDField(default=NOBODY)),
        added("live_from", models.DateTimeField(default=MOMENT)),
        added("live_until", models.DateTimeField(null=True)),
        added("first_published", models.DateTimeField(default=MOMENT)),
        added("updated", models.DateTimeField(default=MOMENT)),
        found("question_open", NEWEST_FIRST, is_open=True, live_until__isnull=True),
        found("question_open_will_end", ["live_until"], is_open=True, live_until__isnull=False),
        found("question_answered", NEWEST_FIRST, is_open=False),
        found("question_answered_since", NEWEST_FIRST, is_open=False, opened__isnull=False),
    ]
