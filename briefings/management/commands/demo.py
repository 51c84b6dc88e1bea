import secrets
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection

from briefings.demo import newsroom
from briefings.health import database_problem, is_of_another_release
from briefings.models import Briefing, User
from briefings.staff import add_staff

SAMPLE = Path("tests/drafts/coalition.txt")
HEADLINE = "Ukraine’s allies pledge binding security guarantees at Paris summit"
TOPICS = "Ukraine,Security guarantees"
STAFF = ("chief", "editor", "writer", "admin")


class Command(BaseCommand):
    help = "Make a site to look at: the sample published, a chief editor's login. Again, it changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--full",
            action="store_true",
            help="a whole newsroom beside the sample: briefings in every state",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self._claim(settings.DATA_DIR / "this-is-a-demo-site")
        if is_of_another_release():
            raise CommandError(
                f"The demo site in {settings.DATA_DIR} was made by another release, and this one cannot read it. "
                "Delete that folder, or name another DATA_DIR."
            )
        if database_problem():
            call_command("migrate", verbosity=0, interactive=False)
        is_new = not Briefing.objects.exists()
        if is_new:
            call_command(
                "import_briefing",
                str(settings.BASE_DIR / SAMPLE),
                headline=HEADLINE,
                topics=TOPICS,
                publish=True,
                accept_guesses=True,
                stdout=self.stdout,
                stderr=self.stderr,
            )
        site = settings.SITE_URL.rstrip("/")
        if not User.objects.exists():
            for name in STAFF if options["full"] else STAFF[:1]:
                password = secrets.token_urlsafe(12)
                add_staff(name, role=name, password=password)
                self.stdout.write(f"Desk: {site}/admin/ – log in as {name} with {password} (shown only this once)")
        if is_new and options["full"]:
            chief, editor, writer = (User.objects.get(username=name) for name in STAFF[:3])
            count = newsroom.fill(by=chief, writer=writer, editor=editor)
            self.stdout.write(f"Filled with {count} briefings, all of them invented but the sample.")
        self.stdout.write(f"Site: {site}/")

    def _claim(self, marker: Path) -> None:
        """Mark the data folder as a demo's. Refuse one that holds a real site."""
        database = Path(str(connection.settings_dict["NAME"]))
        if connection.vendor != "sqlite" or database.parent != settings.DATA_DIR:
            raise CommandError("A demo site uses SQLite in its own data folder. Unset DATABASE_URL.")
        if database.exists() and not marker.exists():
            raise CommandError(f"{settings.DATA_DIR} holds a real site. Choose another DATA_DIR for the demo.")
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
        marker.touch()
