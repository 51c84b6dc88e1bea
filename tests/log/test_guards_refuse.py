"""What the database itself refuses, whoever asks and however they ask."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from briefings.models import (
    CallOff,
    Edition,
    Erasure,
    LogHead,
    PublicRecord,
    Revision,
    StoredText,
)
from tests.log import sql
from tests.log.making import GUARDED
from tests.workflow.making import DAY, LATER, make_draft

MAY_MOVE = {
    Revision: {"name"},
    Edition: {"live_until"},
    PublicRecord: {"live_until"},
    StoredText: {"text"},
    LogHead: {"seq", "hash", "site_version"},
}
FIXED = [
    (model, field.column)
    for model in GUARDED
    for field in model._meta.local_fields
    if field.column not in MAY_MOVE.get(model, ())
]
UNIQUE = [
    (Edition, "row_hash"),
    (PublicRecord, "row_hash"),
    (CallOff, "row_hash"),
    (CallOff, "edition_id"),
    (Erasure, "row_hash"),
    (Erasure, "text_id"),
]


@pytest.mark.parametrize("model", GUARDED)
def test_no_row_of_the_log_is_deleted(log, model):
    sql.refuses(f"DELETE FROM {model._meta.db_table}", because="never deleted")
    assert model.objects.exists()


@pytest.mark.parametrize(("model", "column"), FIXED)
def test_no_fixed_column_of_the_log_changes(log, model, column):
    row = log.row(model)
    value = sql.columns(row)[column]
    kind = {field.column: field for field in model._meta.local_fields}[column]
    other = {
        "DateTimeField": timezone.now() - 99 * DAY,
        "CharField": "0" * 9,
        "TextField": "Another ground.",
        "PositiveSmallIntegerField": 7,
        "UUIDField": "0" * 32,
    }.get(kind.get_internal_type(), 987_654)
    assert value != other

    sql.refuses(
        f"UPDATE {model._meta.db_table} SET {column} = %s WHERE {model._meta.pk.column} = %s",
        "f" * 64 if kind.is_relation and kind.related_model is StoredText else other,
        row.pk,
    )


@pytest.mark.parametrize("model", GUARDED)
def test_nothing_becomes_empty_either(log, model):
    row = log.row(model)
    filled = {name for name, value in sql.columns(row).items() if value is not None}
    for column in filled - MAY_MOVE.get(model, set()) - {model._meta.pk.column}:
        with pytest.raises(IntegrityError), transaction.atomic():
            sql.run(f"UPDATE {model._meta.db_table} SET {column} = NULL")


@sql.only_on_sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("model", GUARDED)
def test_replace_into_passes_no_guard_by_primary_key(log, model, recursive):
    sql.run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        statement, values = sql.replace(log.row(model))
        sql.refuses(statement, *values)
    finally:
        sql.run("PRAGMA recursive_triggers = ON")


@sql.only_on_sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize(("model", "column"), UNIQUE)
def test_replace_into_passes_no_guard_by_another_unique_column(log, model, column, recursive):
    row = log.row(model)
    changed = {name: "e" * 64 for name in ("row_hash",) if name != column}
    sql.run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        statement, values = sql.replace(row, seq=9_999, **changed)
        sql.refuses(statement, *values)
    finally:
        sql.run("PRAGMA recursive_triggers = ON")


@sql.only_on_sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_replace_into_passes_no_guard_of_revisions_by_their_version(log, recursive):
    sql.run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        statement, values = sql.replace(Revision.objects.first(), id=9_999)
        sql.refuses(statement, *values)
    finally:
        sql.run("PRAGMA recursive_triggers = ON")


@sql.only_on_sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
def test_replace_into_passes_no_guard_by_the_hidden_row_id(log, recursive):
    rowid = _rowid(log.past)
    new = {"rowid": rowid, "seq": 9_999, "row_hash": "e" * 64, "live_from": LATER + DAY, "live_until": None}
    sql.run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        statement, values = sql.replace(log.past, **new, briefing_id=make_draft().briefing.pk)
        sql.refuses(statement, *values)
    finally:
        sql.run("PRAGMA recursive_triggers = ON")


@sql.only_on_sqlite
@pytest.mark.parametrize("recursive", ["ON", "OFF"])
@pytest.mark.parametrize("model", [Edition, StoredText])
def test_no_row_takes_the_place_of_another_by_moving_to_its_hidden_row_id(log, model, recursive):
    first, second = model.objects.order_by("pk")[:2]
    statement = f"UPDATE OR REPLACE {model._meta.db_table} SET rowid = %s WHERE rowid = %s"
    sql.run(f"PRAGMA recursive_triggers = {recursive}")
    try:
        sql.refuses(statement, _rowid(first), _rowid(second))
    finally:
        sql.run("PRAGMA recursive_triggers = ON")


def _rowid(row):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {row._meta.db_table} WHERE {row._meta.pk.column} = %s", [row.pk])
        return cursor.fetchone()[0]


@sql.only_on_postgresql
@pytest.mark.parametrize("model", GUARDED)
def test_the_log_is_never_truncated(log, model):
    sql.run("SET CONSTRAINTS ALL IMMEDIATE")  # with checks outstanding the server refuses for another reason
    sql.refuses(f"TRUNCATE {model._meta.db_table} CASCADE", because="never truncated")


@sql.only_on_postgresql
def test_an_upsert_changes_no_row_of_the_log(log):
    values = sql.columns(log.past)
    marks = ", ".join(["%s"] * len(values))
    sql.refuses(
        f"INSERT INTO briefings_edition ({', '.join(values)}) VALUES ({marks}) "
        "ON CONFLICT (seq) DO UPDATE SET kind = 'minor', live_from = now()",
        *values.values(),
    )


def test_the_head_never_goes_back(log):
    head = LogHead.objects.get()

    sql.refuses("UPDATE briefings_loghead SET seq = %s", head.seq - 1)
    sql.refuses("UPDATE briefings_loghead SET site_version = %s", head.site_version - 1)
    sql.refuses("UPDATE briefings_loghead SET seq = 0, hash = %s", "0" * 64)
    assert sql.run("UPDATE briefings_loghead SET site_version = %s", head.site_version + 1) == 1


def test_there_is_one_head(log):
    with pytest.raises(IntegrityError, match="log_has_one_head"), transaction.atomic():
        sql.run("INSERT INTO briefings_loghead (id, seq, hash, site_version) VALUES (2, 0, '', 0)")
