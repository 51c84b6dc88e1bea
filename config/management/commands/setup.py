"""`manage.py setup`: from nothing to a site with settings, a database and somebody who looks after it."""

import os
import secrets
from getpass import getpass
from pathlib import Path
from typing import Any

import django
from django.core.management import BaseCommand, CommandError, CommandParser, call_command

from config import environment, secret_key
from config.setup import database, environment_file, first_admin, questions
from config.setup.environment_file import CannotUse

FILE = "briefings.env"
STOPPED = 130  # what a shell says of a command that Ctrl-C ended


class Command(BaseCommand):
    """Runs without settings: `manage.py` starts it before Django asks for any."""

    help = (
        "Set the site up: ask for its settings, write them to a file, make the database and the first site admin. "
        "Run again, it changes what you answer differently and keeps the rest."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", default=FILE, help=f"the file of settings; {FILE} unless named")
        parser.add_argument(
            "--no-input",
            action="store_true",
            help="ask nothing: take the settings, BRIEFINGS_ADMIN and BRIEFINGS_PASSWORD from the environment",
        )
        parser.add_argument("--restore", metavar="BACKUP", help="fill the site from a backup, its staff too")
        parser.add_argument("--no-erasures", action="store_true", help="with --restore: nothing was ever erased")

    def handle(self, *, file: str, no_input: bool, restore: str | None, no_erasures: bool, **_options: Any) -> None:
        self.is_asking = not no_input
        self.backup, self.no_erasures = restore, no_erasures
        self.path = Path(file).resolve()
        self.named_admin = first_admin.named(os.environ)  # now, for the settings take the password away
        self.done = "Nothing was written."
        try:
            self._set_up()
        except CannotUse as refusal:
            raise CommandError(f"{refusal}\n{self.done}") from refusal
        except KeyboardInterrupt as stop:
            raise CommandError(f"\nStopped. {self.done}", returncode=STOPPED) from stop
        except EOFError as end:
            raise CommandError(f"\nThe answers ended too early. {self.done}") from end

    def _set_up(self) -> None:
        before = environment_file.read(self.path)
        values = self._values(before)
        self._refuse(_problems(values), also_missing=not before)
        _start(values)
        database.check()
        admin = self._first_admin() if not self.backup and first_admin.is_wanted() else None
        environment_file.write(self.path, values)
        self.done = f"The settings are in {self.path}. Run the same command again."
        self.stdout.write(f"Wrote {self.path}, which you alone can read. Preparing the database ...")
        if self.backup:
            call_command("restore", self.backup, no_erasures=self.no_erasures, stdout=self.stdout)
        else:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=False)
        if admin:
            first_admin.add(*admin)
        self._tell(values, admin=admin)

    def _values(self, before: dict[str, str]) -> dict[str, str]:
        """The settings as the file will have them: what is said now, else what it had, else what fits."""
        named = {name: os.environ[name] for name in questions.OTHER_SETTINGS if os.environ.get(name)}
        known = before | named
        for question in questions.QUESTIONS:
            known[question.name] = self._answer(question, known)
        known["ALLOWED_HOSTS"] = questions.hosts(known, former_address=before.get("SITE_URL", ""))
        stored = secret_key.stored(questions.BASE_DIR / known["DATA_DIR"])
        key = before.get("SECRET_KEY") or named.get("SECRET_KEY") or stored or secrets.token_urlsafe(50)
        known["SECRET_KEY"] = key
        return {name: value for name, value in known.items() if value or name in before}

    def _answer(self, question: questions.Question, known: dict[str, str]) -> str:
        """From the environment; or typed, until the settings would take it."""
        said = questions.answer(question, os.environ.get(question.name, ""), known=known)
        if not self.is_asking:
            return said
        while True:
            shown = question.shown(said)
            typed = input(f"{question.words}{f' [{shown}]' if shown else ''}: ")
            value = questions.answer(question, typed, known=known | {question.name: said})
            wrong = [line for line in _problems({**known, question.name: value}) if line.startswith(question.name)]
            if not wrong:
                return value
            self.stderr.write("\n".join(wrong))

    def _first_admin(self) -> tuple[str, str]:
        """Name and password of the first site admin, which the desk would take."""
        named, password_named = self.named_admin
        while self.is_asking:
            name = input(f"Login of the first site admin [{named or 'admin'}]: ").strip() or named or "admin"
            password = password_named or _password(name)
            wrong = first_admin.problems(name, password)
            if not wrong:
                return name, password
            password_named = ""
            self.stderr.write("\n".join(wrong))
        self._refuse(first_admin.missing(*self.named_admin) or first_admin.problems(*self.named_admin))
        return self.named_admin

    def _refuse(self, wrong: list[str], *, also_missing: bool = False) -> None:
        """Say all that is wrong at once: on a first run without questions, who is missing too."""
        if wrong and also_missing and not self.is_asking and not self.backup:
            wrong = [*wrong, *first_admin.missing(*self.named_admin)]
        if wrong:
            raise CommandError("\n- ".join(["The site cannot be set up:", *wrong]) + f"\n{self.done}")

    def _tell(self, values: dict[str, str], *, admin: tuple[str, str] | None) -> None:
        for warning in database.proxy_warnings():
            self.stderr.write(f"Mind: {warning}")
        who = f"{admin[0]} looks after the site" if admin else "The site admins stay"
        self.stdout.write(
            f"The site is ready. {who}, at {values['SITE_URL'].rstrip('/')}/admin/.\n"
            "Next, with these settings, somebody who may publish, and the site itself:\n"
            f"  set -a; . {self.path}; set +a\n"
            "  .venv/bin/python manage.py add_staff NAME --role chief\n"
            "  .venv/bin/python manage.py serve"
        )


def _problems(values: dict[str, str]) -> list[str]:
    """What the settings themselves say is wrong, and what setting up adds."""
    wrong = questions.problems(values)
    try:
        # A copy, of which nothing is taken. Key and hosts are not asked for: a wrong address is said as such.
        made = {name: values.get(name) or "x" for name in ("SECRET_KEY", "ALLOWED_HOSTS")}
        environment.read({**values, **made}, base_dir=questions.BASE_DIR, keep_secrets=True)
    except environment.CannotStart as refusal:
        wrong += str(refusal).split("\n- ")[1:]
    return wrong


def _start(values: dict[str, str]) -> None:
    """Start Django with these settings: none of another site may be left over."""
    for name in (*questions.OTHER_SETTINGS, *(question.name for question in questions.QUESTIONS)):
        os.environ.pop(name, None)
    os.environ.update(values)
    django.setup()


def _password(name: str) -> str:
    while True:
        password = getpass(f"Password for {name}: ")
        if getpass("The same again: ") == password:
            return password
