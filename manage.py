#!/usr/bin/env python
"""Django's command line for this site: `python manage.py help` lists the commands."""

import os
import sys

from django.core.management import execute_from_command_line

from config.environment import CannotStart


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    try:
        execute_from_command_line(sys.argv)
    except CannotStart as refusal:
        sys.exit(str(refusal))


if __name__ == "__main__":
    main()
