"""Wrong codes count across processes, and a code is taken once in all of them."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD
from tests.desk.logins.factors import with_app

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
IN_ANOTHER_PROCESS = """
import os, sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = os.environ["TEST_DATABASE"]
django.setup()
from django.test import Client
from tests.desk.logging_in import log_in, PASSWORD
from tests.desk.logins.factors import STEP
client = Client(REMOTE_ADDR="192.0.2.1")
print(log_in(client, "mira", PASSWORD, REMOTE_ADDR="192.0.2.1").status_code, end="")
for code in sys.argv[1:]:
    print("", client.post(STEP, {"code": code}, REMOTE_ADDR="192.0.2.1").status_code, end="")
"""


def sent_from_another_process(*codes: str) -> list[int]:
    """The statuses of the password and of each code."""
    environ = {
        name: value for name, value in os.environ.items() if name not in ("MIGRATED_SQLITE", "PYTEST_XDIST_WORKER")
    }
    environ |= {
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TEST_DATABASE": str(connection.settings_dict["NAME"]),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    done = subprocess.run(
        [sys.executable, "-c", IN_ANOTHER_PROCESS, *codes], env=environ, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return [int(status) for status in done.stdout.split()]


def test_guesses_in_two_processes_count_together_and_a_code_is_taken_in_one_of_them():
    app, _codes = with_app(add_staff("mira", role="editor", password=PASSWORD))
    code = app.code()

    assert sent_from_another_process(code) == [302, 302]
    # The code again, and another wrong one: two failures there, and three here close the door.
    assert sent_from_another_process(code, app.wrong()) == [302, 200, 200]
    assert sent_from_another_process(app.wrong(), app.wrong(), app.wrong(), app.code(later=1)) == [
        302,
        200,
        200,
        429,
        429,
    ]
    assert sent_from_another_process() == [429]
