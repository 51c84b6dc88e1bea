"""Two processes with a door each, while an editor publishes: nobody gets what the editor knows to be past."""

import json
import mmap
import os
import subprocess
import sys

import pytest
from django.db import connection

from briefings import workflow
from tests.front_door.reader import NUMBERS
from tests.making import make_draft

EDITIONS = 40
REQUESTS = 10_000

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def database_url() -> str:
    at = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{at['NAME']}"
    return f"postgres://{at['USER']}:{at['PASSWORD']}@{at['HOST']}:{at['PORT']}/{at['NAME']}"


def test_of_ten_thousand_answers_none_is_older_than_what_the_editor_was_told(tmp_path):
    briefing = make_draft(headline="Headline 0 of many", slug="quokka").briefing
    workflow.publish(briefing, by=None)
    file = tmp_path / "published"
    file.write_bytes(NUMBERS.pack(0, 0))
    command = [sys.executable, "-m", "tests.front_door.reader", str(file), str(REQUESTS // 2)]
    environment = os.environ | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    environment.pop("MIGRATED_SQLITE", None)

    readers = [subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [reader.stdout.readline() for reader in readers] == ["ready\n"] * 2
    with file.open("r+b") as opened, mmap.mmap(opened.fileno(), NUMBERS.size) as shared:
        for number in range(1, EDITIONS + 1):
            make_draft(briefing=briefing, headline=f"Headline {number} of many", slug="quokka")
            workflow.publish(briefing, by=None, change="minor")
            shared[:] = NUMBERS.pack(number, 0)
        shared[:] = NUMBERS.pack(EDITIONS, 1)
    told = [json.loads(reader.communicate(timeout=120)[0]) for reader in readers]

    assert [reader["stale"] for reader in told] == [[], []]
    assert sum(reader["asked"] for reader in told) >= REQUESTS
    assert all(reader["kept"] > reader["asked"] // 2 for reader in told)
    assert all(len(reader["seen"]) > EDITIONS // 4 for reader in told)
