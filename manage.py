#!/usr/bin/env python
"""Django's command line for this site: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line

from briefings.version import version
from config.environment import CannotStart
from config.management.commands.setup import Command as Setup


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    match sys.argv[1:2]:
        case ["setup"]:  # before there are settings
            Setup().run_from_argv(sys.argv)
        case ["version" | "--version"]:  # Django's own would name Django's
            sys.stdout.write(f"Briefings {version()}\n")
        case _:
            _run()


def _run() -> None:
    try:
        execute_from_command_line(sys.argv)
    except CannotStart as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
