"""The allow-list of tables: what a public request may read, and nothing else."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.apps import apps
from django.db import connection

NO_TABLE = "json_each"
"""A function of SQLite that makes rows of the value it is given."""
PUBLIC = frozenset(
    {
        NO_TABLE,
        "briefings_edition",
        "briefings_erasure",
        "briefings_loghead",
        "briefings_publishedauthor",
        "briefings_publishedcorrection",
        "briefings_publishedimage",
        "briefings_publishedname",
        "briefings_publishedquote",
        "briefings_publishedsummary",
        "briefings_publishedtopic",
        "briefings_publishedwords",
        "briefings_publicmoment",
        "briefings_publicrecord",
        "briefings_storedtext",
        "faq_publishedquestion",
    }
)
# `/readyz` asks whether the database is migrated and guarded; of the guarded tables it needs the names alone,
# and when a worker was seen.
OF_READYZ = re.compile(
    r"django_migrations|briefings_workertask|sqlite_\w+|pg_\w+|pg_catalog\.\w+|information_schema\.\w+"
)
# Of the editors' tables a link to a draft reads its own, with the version and the draft it is of, and who made it.
OF_DRAFT_LINKS = re.compile(
    r"briefings_(draftlink|draftlinkopening|revision|briefing|draft|user|user_groups|user_user_permissions)"
    r"|auth_(permission|group|group_permissions)|django_content_type"
)
ALSO = {"readyz": OF_READYZ, "draft-link": OF_DRAFT_LINKS, "draft-link-picture": OF_DRAFT_LINKS}
"""By the name of a URL pattern, what it may read beside the public's: of no other one anything."""

_NAMED = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+(?:ONLY\s+)?([\w."]+)', re.IGNORECASE)
# What a query makes for itself and gives a name.
_MADE_HERE = re.compile(r"\bWITH\s+(?:RECURSIVE\s+)?(\w+)", re.IGNORECASE)


class TouchedHiddenTable(AssertionError):
    """A public request ran SQL on a table that is not the public's."""


@lru_cache(maxsize=1000)
def tables_in(sql: str) -> frozenset[str]:
    """Every table that `sql` names: what stands where a table may stand, and any table of ours wherever it stands."""
    ours = {model._meta.db_table for model in apps.get_models(include_auto_created=True)}
    named = {name.replace('"', "").lower() for name in _NAMED.findall(sql)} - set(_MADE_HERE.findall(sql))
    return frozenset(named | (ours & set(re.findall(r"\w+", sql.lower()))))


@contextmanager
def only_public_tables(*, also: re.Pattern[str] | None = None) -> Iterator[list[str]]:
    """Raises TouchedHiddenTable for SQL on any other table, before it runs; gives the list of the SQL that ran."""
    ran: list[str] = []

    def guard(execute: Callable, sql: str, params: Any, many: Any, context: Any) -> Any:
        others = {name for name in tables_in(sql) - PUBLIC if not (also and also.fullmatch(name))}
        if others:
            raise TouchedHiddenTable(f"{', '.join(sorted(others))} in: {sql}")
        ran.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(guard):
        yield ran
