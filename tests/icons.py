"""Makes the icons of the site's root from the one that is shipped: `python -m tests.icons`, after it was drawn anew.

An icon that stands on a telephone's first page is cut to shape there, so it gets its colour up to the edges.
"""

import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.browsers import FLAGS, chromium

SITE = Path(__file__).parents[1] / "briefings"
DRAWING = (SITE / "static" / "briefings" / "icon.svg").read_text(encoding="utf-8")
FAVICON, TOUCH = (16, 32, 48), 180


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=FLAGS)
        page = browser.new_page()

        def drawn(size: int, drawing: str) -> Image.Image:
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(f"<style>body{{margin:0}}svg{{display:block;width:{size}px}}</style>{drawing}")
            return Image.open(io.BytesIO(page.screenshot(omit_background=True)))

        small, *larger = (drawn(size, DRAWING) for size in sorted(FAVICON, reverse=True))
        sizes = [(size, size) for size in FAVICON]
        small.save(SITE / "icons" / "favicon.ico", sizes=sizes, append_images=larger)
        touch = drawn(TOUCH, DRAWING.replace(' rx="3"', "")).convert("RGB")
        touch.save(SITE / "icons" / "apple-touch-icon.png", optimize=True)


if __name__ == "__main__":
    main()
