"""The site as `manage.py serve` runs it: Django behind an event loop that no slow client holds up.

What the front door keeps is answered on the loop; all else goes to a thread.
"""

import gc

from django.conf import settings

from briefings.serving.bridge import Bridge
from config.wsgi import application as site

application = Bridge(site, front_door=site, trusted_proxy=settings.TRUSTED_PROXY)

# What is loaded stays. If the collector looked through it again and again, an answer would now and then wait 0.1 s.
gc.collect()
gc.freeze()
