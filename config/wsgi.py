"""The WSGI application, for `manage.py serve` and any other server."""

import os

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.utils.module_loading import import_string

from config import databases

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

_django = get_wsgi_application()
databases.wait_as_answers_do(connection.settings_dict)
# By its name, for it asks the log's models, which Django has loaded only now.
application = import_string("briefings.front_door.FrontDoor")(_django)
