"""Every page of the demo newsroom in a real browser: at four widths, in both colour schemes, and on paper."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from briefings.models import PublishedSummary
from tests.desk.browser.judging import VIOLATIONS

WIDTHS = (320, 360, 768, 1440)
SCHEMES = ("light", "dark")
# Every rule once narrow and light, once wide and dark; what else the looks change is contrast.
RULES = {
    (320, "light"): [""],
    (1440, "dark"): [""],
    (1440, "light"): ["color-contrast"],
    (320, "dark"): ["color-contrast"],
}
OTHERS = (
    "/",
    "/corrections/",
    "/faq/",
    "/faq/open/",
    "/people/ilse-maranthe/",
    "/people/narrows-agreement/",
    "/authors/bettany-ruskoe/",
    "/topics/environment/",
    "/about/privacy/",
    "/briefings/narrows-reopening/history/",
    "/briefings/narrows-reopening/v/1/",
    "/no-such-thing/",
)
STATUSES = {"/no-such-thing/": 404, "/briefings/appeal-court-custody/": 410}


@pytest.mark.slow
@pytest.mark.browser
def test_every_page_fits_every_screen_and_reads_well_in_both_schemes(filled_newsroom, live_server, browser):
    slugs = PublishedSummary.objects.live().exclude(slug=None).values_list("slug", flat=True)
    paths = [*OTHERS, *(f"/briefings/{slug}/" for slug in slugs)]
    faults, script = [], Axe().axe_script
    for scheme in SCHEMES:
        context = browser.new_context(
            base_url=live_server.url, color_scheme=scheme, viewport={"width": 360, "height": 800}
        )
        page = context.new_page()
        console: list[str] = []
        page.on("console", lambda message, console=console: console.append(message.text))
        page.on("pageerror", lambda error, console=console: console.append(str(error)))
        for path in paths:
            status = page.goto(path, wait_until="load").status
            if status != STATUSES.get(path, 200):
                faults.append(f"{path} {scheme}: answers {status}")
            page.evaluate(script)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
                    faults.append(f"{path} {width} {scheme}: is {needed} wide")
                if rule := RULES.get((width, scheme)):
                    faults += [
                        f"{path} {width} {scheme}: {violation}" for violation in page.evaluate(VIOLATIONS, *rule)
                    ]
            broken = page.evaluate(
                "() => { for (const i of document.images) i.loading = 'eager';"
                " return Promise.all([...document.images].map((i) => i.decode().then(() => '', () => i.src)))"
                ".then((all) => all.filter(Boolean)) }"
            )
            faults += [f"{path}: the picture {source} does not show" for source in broken]
        faults += [line for line in console if "404" not in line and "410" not in line]
        context.close()
    assert faults == []
    assert len(paths) > 20


@pytest.mark.slow
@pytest.mark.browser
def test_on_paper_the_words_and_pictures_stand_without_the_furniture(filled_newsroom, live_server, browser):
    page = browser.new_page(base_url=live_server.url)
    assert page.goto("/briefings/halvern-coast-erosion/").status == 200
    page.emulate_media(media="print")

    assert page.locator("h1").is_visible()
    assert page.locator(".figure img").first.is_visible()
    for furniture in (".foot nav", ".topics", ".skip"):
        assert not page.locator(furniture).first.is_visible(), furniture
    page.close()
