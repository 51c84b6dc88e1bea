from itertools import groupby

from django.db import migrations, models
from django.db.models import F, Q

import briefings.models.words_field

CREATE = {
    "sqlite": [
        # Words come as they are to be found, none of them twice: the tokenizer only parts them at spaces.
        "CREATE VIRTUAL TABLE briefings_publishedwords USING "
        "fts5(words, detail=none, columnsize=0, tokenize=\"ascii tokenchars '=-'\")",
    ],
    "postgresql": [
        "CREATE TABLE briefings_publishedwords (rowid bigint PRIMARY KEY, words tsvector NOT NULL) "
        # Rows without their words in them: a word of many briefings is looked up in few pages.
        "WITH (toast_tuple_target = 128)",
        "CREATE INDEX published_words_found ON briefings_publishedwords USING gin (words)",
    ],
}


def create(apps, schema_editor):
    for sql in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE briefings_publishedwords")


def fill(apps, schema_editor):
    """Write the rows of what is published, as `rebuild` does."""
    from briefings.workflow.publishing.search_rows import fill as fill_rows

    editions = apps.get_model("briefings", "Edition").objects.select_related("text")
    in_log = editions.filter(Q(live_until__isnull=True) | Q(live_until__gt=F("live_from")))
    first_published = apps.get_model("briefings", "PublishedSummary").objects.values_list("edition", "first_published")
    by_briefing = groupby(in_log.order_by("briefing", "live_from").iterator(), key=lambda edition: edition.briefing_id)
    fill_rows((list(those) for _briefing, those in by_briefing), dict(first_published))


class Migration(migrations.Migration):
    dependencies = [("briefings", "0022_fill_stories")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create, drop)],
            state_operations=[
                migrations.CreateModel(
                    name="PublishedWords",
                    fields=[
                        ("place", models.BigIntegerField(db_column="rowid", primary_key=True, serialize=False)),
                        ("words", briefings.models.words_field.WordsField()),
                    ],
                    options={"verbose_name_plural": "published words"},
                ),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
