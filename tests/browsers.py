"""Where a Chromium for the browser tests is, and how it is started."""

import shutil
from pathlib import Path

from playwright.sync_api import Playwright

SHELL = "chromium-headless-shell"
"""The same engine without a browser's own windows, whose drawing costs a third of the time."""
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# Quiet: a test run talks to its own server and to nobody else.
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI",  # pages of the browser's own window, which nobody sees
]
MISSING = (
    "The browser tests need Chromium, and there is none here. "
    "Install it (on Debian: apt-get install chromium; elsewhere: .venv/bin/playwright install chromium)."
)


def chromium(playwright: Playwright) -> Path | None:
    """The system's browser, else the one that Playwright brought, else None."""
    installed = [shutil.which(name) for name in NAMES]
    paths = [Path(path) for path in [*installed, playwright.chromium.executable_path] if path]
    return next((path for path in paths if path.exists()), None)
