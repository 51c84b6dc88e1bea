"""What a backup holds of the database."""

import pytest
from django.apps import apps
from django.db import connection

from briefings.backup import tables
from briefings.models import Draft, Image, Original, Person, User

pytestmark = pytest.mark.django_db


def test_every_table_is_kept_or_left_out_with_a_reason():
    kept = {model._meta.db_table for model in tables.kept_models()}
    left_out = {apps.get_model(label)._meta.db_table for label in tables.LEFT_OUT}

    # What FTS5 keeps of a table stands in tables of its own; it makes them of the rows.
    fts5 = ("briefings_publishedwords_", "briefings_draftwords_")
    found = {name for name in connection.introspection.table_names() if not name.startswith(fts5)}

    assert kept | left_out | {"django_migrations"} == found
    assert not kept & left_out
    assert all(tables.LEFT_OUT.values())


def test_rows_come_back_as_they_were_with_bytes_moments_and_ids():
    Person.objects.create(name="“Ünïcode”, \u2028, 𝄞 and مرحبا\n")
    mira = User.objects.create(username="mira")
    Original.objects.create(data=bytes(range(256)), name="draft.docx", format="docx", by=mira)
    Image.objects.create(token="t" * 22, sha256="s", width=1, height=1, widths=[320, 640], fallback="jpg")
    Image.objects.update(uploaded_at="2026-01-02T03:04:05.678901Z", usable_until="2027-01-31")
    for model in (Person, Original, Image):
        before = list(tables.lines(model))
        model.objects.all().delete()

        assert list(tables.load(model, before)) == [1]
        assert list(tables.lines(model)) == before


@pytest.mark.parametrize("lines", [[], [b"[]\n"], [b'["id"]\n'], [b"no json"]], ids=str)
def test_lines_that_are_no_rows_of_the_table_are_refused(lines):
    with pytest.raises(ValueError, match=r"columns|Expecting"):
        list(tables.load(Draft, lines))
