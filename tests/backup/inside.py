"""Run in a site's own process: `python -m tests.backup.inside {fill N,publish N,rows,answers}`. Prints JSON."""

import json
import sys
from datetime import date
from hashlib import sha256
from io import StringIO
from pathlib import Path
from uuid import uuid4

import django


def main(what: str, *arguments: str) -> None:
    django.setup()
    sys.stdout.write(json.dumps(DONE[what](*arguments)))


def fill(number: str) -> dict[str, str]:
    from django.core.management import call_command

    from briefings.staff import add_staff

    call_command("migrate", verbosity=0)
    call_command("make_briefings", number, until=date(2026, 3, 1), stdout=StringIO(), stderr=StringIO())
    add_staff("mira", role="chief", password="a long password of hers")
    paste("mira")
    return {}


def publish(number: str) -> dict[str, str]:
    """Publish so many editions of a briefing, one after another."""
    from briefings import workflow
    from tests.making import make_draft

    briefing = make_draft(headline="Edition 0").briefing
    workflow.publish(briefing, by=None)
    for count in range(1, int(number)):
        make_draft(briefing=briefing, headline=f"Edition {count}")
        workflow.publish(briefing, by=None, change="minor")
    return {}


def paste(name: str) -> None:
    from briefings.models import User
    from briefings.originals import keep

    sample = Path(__file__).parents[1] / "drafts" / "coalition.txt"
    keep(sample.read_bytes(), name=sample.name, uuid=uuid4(), by=User.objects.get(username=name))


def rows() -> dict[str, str]:
    from briefings.backup import tables

    return {model._meta.label: sha256(b"".join(tables.lines(model))).hexdigest() for model in tables.kept_models()}


def answers() -> dict[str, str]:
    from django.conf import settings
    from django.test import override_settings
    from django.test.utils import setup_test_environment

    from tests.backup.sites import AT
    from tests.visibility.surfaces import walked

    setup_test_environment()
    unhashed = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STORAGES=settings.STORAGES | {"staticfiles": unhashed}), walked() as surfaces:
        found = {surface.path: surface.answer(AT) for surface in surfaces if surface.pattern != "readyz"}
    return {path: sha256(_text(one).encode() + one.body).hexdigest() for path, one in found.items()}


def _text(answer) -> str:
    """Status and headers. The parts of a policy stand in another order in each process."""
    headers = [(name, sorted(value.split("; "))) for name, value in answer.headers]
    return f"{answer.status} {headers}"


DONE = {"fill": fill, "publish": publish, "rows": rows, "answers": answers}

if __name__ == "__main__":
    main(*sys.argv[1:])
