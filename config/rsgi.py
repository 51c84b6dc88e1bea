"""The site as `manage.py serve` runs it: Django behind an event loop that no slow client holds up."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from briefings.serving.bridge import Bridge

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

application = Bridge(get_wsgi_application(), trusted_proxy=settings.TRUSTED_PROXY)
