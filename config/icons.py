"""The icons that browsers ask for at the site's root."""

from wsgiref.headers import Headers

A_DAY = 24 * 3600


def keep_for_a_day(headers: Headers, _path: str, url: str) -> None:
    """WhiteNoise lets browsers keep a file for a minute where its address says nothing of what is in it."""
    if url.count("/") == 1:
        headers["Cache-Control"] = f"public, max-age={A_DAY}"
