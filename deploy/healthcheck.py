"""Exits with 0 where the site in this container is ready."""

import http.client
import os
import sys

site = http.client.HTTPConnection("127.0.0.1", 8000, timeout=4)
try:
    site.request("GET", "/readyz", headers={"Host": os.environ["ALLOWED_HOSTS"].partition(",")[0]})
    sys.exit(0 if site.getresponse().status == http.HTTPStatus.OK else 1)
except OSError:
    sys.exit(1)
