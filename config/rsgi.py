"""The site as `manage.py serve` runs it: Django behind an event loop that no slow client holds up.

What the front door keeps is answered on the loop; all else goes to a thread.
"""

from django.conf import settings

from briefings.serving.bridge import Bridge
from config.wsgi import application as site

application = Bridge(site, front_door=site, trusted_proxy=settings.TRUSTED_PROXY)
