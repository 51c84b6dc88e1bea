"""The WSGI application, for `manage.py serve` and any other server."""

import os

from django.core.wsgi import get_wsgi_application
from django.utils.module_loading import import_string

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_django = get_wsgi_application()
# By its name, for it asks the log's models, which Django has loaded only now.
application = import_string("briefings.front_door.FrontDoor")(_django)
