"""What a database does to answer: its plan, and how much it reads."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from briefings.models import Erasure, StoredText
from briefings.models.read_rows import LOG_ROWS, READ_ROWS

GROWING = frozenset(model._meta.db_table for model in (*LOG_ROWS, *READ_ROWS, StoredText, Erasure))
"""Tables with a row, or several, for each edition or public name."""
A_FEW_PAGES = {"sqlite": 100, "postgresql": 2_500}
"""A database rightly reads a table of so many rows whole. PostgreSQL, which knows their size, does so with some forty
pages sooner than it looks for sixty keys."""
STEPS_OF_A_ROW = 60
"""On SQLite, which counts the steps of its machine: no more than these go with one row that it reads."""
_ALIAS = re.compile(r'"(\w+)" (?:AS )?"?([A-Z]+\d+)"?(?=\s|\)|$)')
_CUT = re.compile(r"LIMIT \d+( OFFSET \d+)?$")
_CUT_WITHIN = re.compile(r"LIMIT \d+\)")
# Of a key, of one briefing, or of what is live while its next edition is scheduled, there are never many rows.
_BY_ITS_KEY = re.compile(
    r"SEARCH \w+ USING (INDEX (sqlite_autoindex_|\w+ \(briefing_id=|\w+_will_end \(live_until>)|INTEGER PRIMARY KEY)"
)
_SCAN = re.compile(r"^SCAN (\w+)")
# By the words that it looks for, as FTS5 has them: from the newest on.
_IN_ORDER = re.compile(r"^SCAN \w+ (USING (COVERING )?INDEX |VIRTUAL TABLE INDEX \d+:\S*M)")


@dataclass(frozen=True)
class Query:
    sql: str
    params: Any


@dataclass
class Work:
    """What one query took: `rows` that were read, tables of GROWING that were `scanned`, and the `plan` in words.

    `cuts_late`: it sorted all that its conditions leave, to give the first of them. (Only SQLite is asked: PostgreSQL
    rightly sorts a few.)
    """

    query: Query
    rows: int = 0
    scanned: list[str] = field(default_factory=list)
    cuts_late: bool = False
    plan: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return "\n".join([f"{self.rows} rows read, scanned: {self.scanned}", self.query.sql, *self.plan])


@contextmanager
def captured() -> Iterator[list[Query]]:
    """The queries that ran meanwhile, with what was filled into them."""
    ran: list[Query] = []

    def keep(execute: Callable, sql: str, params: Any, many: Any, context: Any) -> Any:
        ran.append(Query(sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(keep):
        yield ran


def work(query: Query) -> Work:
    """Run the query again and say what it takes."""
    return _on_postgresql(query) if connection.vendor == "postgresql" else _on_sqlite(query)


def analyze() -> None:
    """Let the database gather its statistics."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _on_sqlite(query: Query) -> Work:
    found = Work(query)
    names = {alias: table for table, alias in _ALIAS.findall(query.sql)}
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {query.sql}", query.params)
        lines = [(parent, line) for _id, parent, _unused, line in cursor.fetchall()]
        steps = 0

        def count() -> None:
            nonlocal steps
            steps += 10

        connection.connection.set_progress_handler(count, 10)
        try:
            cursor.execute(query.sql, query.params)
            cursor.fetchall()
        finally:
            connection.connection.set_progress_handler(None, 0)
    found.plan = [line for _parent, line in lines]
    outermost = [line for parent, line in lines if parent == 0]
    is_cut = _CUT.search(query.sql) and "USE TEMP B-TREE FOR ORDER BY" in outermost
    found.cuts_late = bool(is_cut and not _BY_ITS_KEY.match(outermost[0]))
    found.rows = steps // STEPS_OF_A_ROW
    # In the order of an index and no further than a LIMIT: the bound of rows says how far that is.
    walks = [line for line in outermost if _IN_ORDER.match(line)] if _CUT.search(query.sql) and not is_cut else []
    if _CUT_WITHIN.search(query.sql):
        sorting = {parent for parent, line in lines if line == "USE TEMP B-TREE FOR ORDER BY"}
        walks += [line for parent, line in lines if parent and parent not in sorting and _IN_ORDER.match(line)]
    scans = [match[1] for line in found.plan if (match := _SCAN.match(line)) and line not in walks]
    if found.rows > A_FEW_PAGES["sqlite"]:
        found.scanned = sorted({names.get(name, name) for name in scans} & GROWING)
    return found


def _on_postgresql(query: Query) -> Work:
    found = Work(query)
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {query.sql}", query.params)
        plan = cursor.fetchone()[0]
    _walk((json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"], found, depth=0)
    return found


def _walk(node: dict[str, Any], found: Work, *, depth: int) -> None:
    kind, table, loops = node["Node Type"], node.get("Relation Name", ""), node["Actual Loops"]
    filtered = sum(node.get(f"Rows Removed by {what}", 0) for what in ("Filter", "Index Recheck"))
    read = round((node["Actual Rows"] + filtered) * loops)
    found.plan.append(f"{'  ' * depth}{kind} {table} {node.get('Index Name', '')}: {read} rows in {loops} loops")
    if table in GROWING:
        found.rows += read
        if kind == "Seq Scan" and read > A_FEW_PAGES["postgresql"]:
            found.scanned.append(table)
    for child in node.get("Plans", ()):
        _walk(child, found, depth=depth + 1)
