from django.db import migrations, models

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


def want_rows_anew(apps, schema_editor):
    """Once all migrations are through, `workflow.make_missing_rows` makes every read row anew: it finds no moments."""
    apps.get_model("briefings", "PublicMoment").objects.all().delete()


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
        migrations.RunPython(want_rows_anew, migrations.RunPython.noop),
    ]
