from argparse import ArgumentParser
from getpass import getpass
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.core.validators import validate_email

from briefings.management.english import EnglishCommand
from briefings.models import User
from briefings.roles import ROLES
from briefings.staff import NameTaken, add_staff


class Command(EnglishCommand):
    help = "Add a member of staff. The password comes from BRIEFINGS_PASSWORD, else it is asked for."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("name")
        parser.add_argument("--role", required=True, choices=list(ROLES))
        parser.add_argument("--mail", default="", help="the address by which an OpenID Connect provider knows them")

    def handle(self, *args: Any, name: str, role: str, mail: str, **options: Any) -> None:
        password = settings.SECRETS_OF_ENVIRONMENT.get("BRIEFINGS_PASSWORD") or getpass(f"Password for {name}: ")
        try:
            User.username_validator(name)
            if mail:
                validate_email(mail)
            validate_password(password, User(username=name))
            add_staff(name, role=role, password=password, mail=mail)
        except ValidationError as refusal:
            raise CommandError(" ".join(refusal.messages)) from refusal
        except NameTaken as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Added {name} as {role}. They log in at {settings.SITE_URL.rstrip('/')}/admin/.")
