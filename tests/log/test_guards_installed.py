"""A database without its guards is noticed everywhere, and `migrate` puts them back."""

import re

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.core.management.sql import emit_pre_migrate_signal
from django.db import connection, models, transaction
from django.db.migrations import Migration

from briefings.log import guards, verify_log
from briefings.log.guards.tables import GUARDED as DECLARED
from briefings.models import Edition
from briefings.models.read_rows import LOG_ROWS
from briefings.roles import ROLES
from tests.log import sql
from tests.log.making import GUARDED
from tests.workflow.making import make_user


def drop(name: str) -> None:
    table = next(guarded.table for guarded in DECLARED if name.startswith(guarded.table))
    if connection.vendor == "postgresql" and name.endswith("_apart"):
        sql.run(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    else:
        sql.run(f"DROP TRIGGER {name}" + (f" ON {table}" if connection.vendor == "postgresql" else ""))


def names() -> list[str]:
    """Every guard there should be, as the vendor calls them."""
    ours = [f"{model._meta.db_table}{what}" for model in GUARDED for what in ("_no_delete", "_no_update")]
    intervals = ["briefings_edition", "briefings_publicrecord"]
    if connection.vendor == "postgresql":
        ours += [f"{model._meta.db_table}_no_truncate" for model in GUARDED] + ["briefings_storedtext_only_by_order"]
        return ours + [f"{table}_apart" for table in intervals]
    ours += [f"{model._meta.db_table}_no_replace" for model in GUARDED]
    return ours + [f"{table}_apart_on_{event}" for table in intervals for event in ("insert", "update")]


def test_every_row_of_the_chain_and_what_hangs_on_it_is_guarded():
    assert {guarded.model for guarded in DECLARED} == set(GUARDED)
    assert set(LOG_ROWS) < set(GUARDED)


@pytest.mark.django_db
def test_a_migrated_database_has_every_guard():
    assert guards.missing(connection) == []


@pytest.mark.django_db
def test_each_missing_guard_is_named_and_migrate_puts_it_back():
    for name in names():
        with transaction.atomic():
            drop(name)
            assert guards.missing(connection) == [name]
            transaction.set_rollback(True)
    for name in names():
        drop(name)

    call_command("migrate", verbosity=0)

    assert guards.missing(connection) == []


@pytest.mark.django_db
def test_the_system_check_refuses_a_database_without_a_guard():
    drop("briefings_edition_no_update")

    with pytest.raises(SystemCheckError, match=re.escape("briefings.E001")) as refusal:
        call_command("check", databases=["default"])
    assert "briefings_edition_no_update missing" in str(refusal.value)
    assert "Run `python manage.py migrate --skip-checks`: it puts the guards back." in str(refusal.value)


@pytest.mark.django_db
def test_readiness_of_the_site_refuses_a_database_without_a_guard(client):
    assert client.get("/readyz").status_code == 200
    drop("briefings_storedtext_no_update")

    answer = client.get("/readyz")

    assert answer.status_code == 503
    assert answer.content.startswith(b"not ready: the publish log is not guarded\n")
    assert b"\nguards: missing\n" in answer.content


@pytest.mark.django_db
def test_verify_log_refuses_a_database_without_a_guard():
    drop("briefings_auditentry_no_delete")

    assert verify_log().problems == [
        "The guard briefings_auditentry_no_delete is missing. Run `migrate --skip-checks`."
    ]


@pytest.mark.django_db(transaction=True)
def test_installing_twice_is_installing_once(committed_log):
    guards.install(connection)
    guards.install(connection)

    sql.refuses("DELETE FROM briefings_edition")


@sql.only_on_postgresql
@pytest.mark.django_db
def test_a_guard_that_is_switched_off_is_missing():
    sql.run("ALTER TABLE briefings_edition DISABLE TRIGGER briefings_edition_no_delete")

    assert guards.missing(connection) == ["briefings_edition_no_delete"]


@sql.only_on_sqlite
@pytest.mark.django_db(transaction=True)
def test_a_table_rebuilt_by_a_later_migration_has_its_guards_again_after_migrate():
    longer = models.CharField(max_length=99, choices=Edition.Kind)
    longer.set_attributes_from_name("kind")
    longer.model = Edition
    emit_pre_migrate_signal(
        verbosity=0, interactive=False, db="default", plan=[(Migration("longer", "briefings"), False)]
    )
    with connection.schema_editor() as editor:
        editor._remake_table(Edition, alter_fields=[(Edition._meta.get_field("kind"), longer)])
    assert "briefings_edition_no_update" in guards.missing(connection)

    call_command("migrate", verbosity=0)

    assert guards.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_the_test_runs_flush_empties_what_tests_fill_and_leaves_roles_and_guards(committed_log):
    make_user(role="editor")

    call_command("flush", interactive=False, verbosity=0)

    filled = {model for model in apps.get_models(include_auto_created=True) if model.objects.exists()}
    assert filled == {ContentType, Permission, Group, Group.permissions.through}
    assert {group.name for group in Group.objects.exclude(permissions=None)} == set(ROLES.values())
    assert guards.missing(connection) == []
