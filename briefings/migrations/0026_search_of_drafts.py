from django.db import migrations, models

import briefings.models.words_field

CREATE = {
    "sqlite": [
        # As in the table of the readers' search: words come as they are to be found.
        "CREATE VIRTUAL TABLE briefings_draftwords USING "
        "fts5(words, detail=none, columnsize=0, tokenize=\"ascii tokenchars '=-'\")",
    ],
    "postgresql": [
        "CREATE TABLE briefings_draftwords (rowid bigint PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX draft_words_found ON briefings_draftwords USING gin (words)",
    ],
}


def create(apps, schema_editor):
    for sql in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(sql)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE briefings_draftwords")


# Once all migrations are through, `workflow.make_missing_rows` fills what it finds empty.
class Migration(migrations.Migration):
    dependencies = [("briefings", "0025_fill_names_in_order")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunPython(create, drop)],
            state_operations=[
                migrations.CreateModel(
                    name="DraftWords",
                    fields=[
                        ("place", models.BigIntegerField(db_column="rowid", primary_key=True, serialize=False)),
                        ("words", briefings.models.words_field.WordsField()),
                    ],
                    options={"verbose_name_plural": "draft words"},
                ),
            ],
        ),
    ]
