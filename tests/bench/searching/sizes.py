"""`python -m tests.bench.searching.sizes`: bytes of the site of this process, as JSON: of its texts (all that the log
keeps, and those that are live) and of the search's index with its table.
"""

import json
import sys

import django

_ON_SQLITE = "SELECT SUM(pgsize) FROM dbstat WHERE name LIKE 'briefings_publishedwords%'"
_ON_POSTGRESQL = "SELECT pg_total_relation_size('briefings_publishedwords')"
_TEXTS = """
    SELECT SUM(LENGTH({text})), SUM(CASE WHEN hash IN (
        SELECT text_id FROM briefings_edition WHERE live_until IS NULL
    ) THEN LENGTH({text}) END)
    FROM briefings_storedtext
"""


def main() -> None:
    django.setup()
    from django.db import connection

    is_postgresql = connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_TEXTS.format(text="convert_to(text, 'UTF8')" if is_postgresql else "CAST(text AS BLOB)"))
        stored, live = map(int, cursor.fetchone())
        cursor.execute(_ON_POSTGRESQL if is_postgresql else _ON_SQLITE)
        index = int(cursor.fetchone()[0])
    sys.stdout.write(json.dumps({"stored": stored, "live": live, "index": index}))


if __name__ == "__main__":
    main()
