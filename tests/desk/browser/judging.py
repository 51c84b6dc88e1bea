"""What a page of the desk is judged by: what the browser said, axe, its width, and where the focus is seen."""

import os

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WIDE, NARROW, HEIGHT = 1280, 390, 900
CONTRAST = "color-contrast"
# Every rule wide and light, for contrast is nearly all that axe takes its time for; `make test-all` asks in every look.
NO_RULE = [(WIDE, "light", None), (NARROW, "dark", None)]
ONE_LOOK = [(WIDE, "light", ""), (NARROW, "dark", None)]
COLOURS = [(WIDE, "light", ""), (NARROW, "dark", CONTRAST)]
IS_THOROUGH = bool(os.environ.get("THOROUGH"))
if IS_THOROUGH:
    COLOURS += [(WIDE, "dark", CONTRAST), (NARROW, "light", CONTRAST), (NARROW, "dark", "")]
    NO_RULE = ONE_LOOK = COLOURS
MOST_STOPS = 300
_SCRIPT = Axe().axe_script
# Nothing loaded again and nothing written into the page: the policy would bar that, and the console would tell of it.
VIOLATIONS = """
async rule => {
  await document.fonts.ready // an icon is a word to axe until its font is there
  const isNamed = surface => surface.ariaLabel // by the page's script, a moment after the editor came
  const surfaces = () => [...document.querySelectorAll(".ProseMirror")]
  for (let frame = 0; frame < 300 && !surfaces().every(isNamed); frame++) await new Promise(requestAnimationFrame)
  for (const fading of document.getAnimations()) fading.finish()
  const only = rule ? { runOnly: [rule] } : {}
  const { violations } = await axe.run({ resultTypes: ["violations"], preload: false, ...only })
  const told = ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`)
  return violations.flatMap(told)
}
"""
_FOCUSED = """
() => {
  const element = document.activeElement
  const again = element === window.last
  window.last = element
  window.visited ??= new Set()
  if (element === document.body || (visited.has(element) && !again)) return null
  visited.add(element)
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  const isSeen = outlineStyle !== "none" && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0
  return { what: element.outerHTML.slice(0, 160), isSeen, again }
}
"""


def faults(page: Page, *, answer: str = "", looks: list[tuple[int, str, str | None]] = ONE_LOOK) -> list[str]:
    """Everything that is wrong with the page as it stands. `answer` is a status that Chromium notes by itself.

    A look is a width, a colour scheme, and what axe is asked for: one rule, every rule ("") or none.
    """
    problems = [f"said: {line}" for line in page.complaints if not (answer and f"status of {answer}" in line)]
    page.complaints.clear()
    if any(rule is not None for _, _, rule in looks):
        page.evaluate(_SCRIPT)
    for width, scheme, rule in looks:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        page.emulate_media(color_scheme=scheme)
        violations = [] if rule is None else page.evaluate(VIOLATIONS, rule)
        problems += [f"{width} {scheme}: {violation}" for violation in violations]
        if (needed := page.evaluate("document.documentElement.scrollWidth")) > width:
            problems.append(f"{width} {scheme}: the page is {needed} wide")
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.emulate_media(color_scheme="light")
    return problems


def stops(page: Page) -> list[dict]:
    """Where the tab key leads, from the top of the page to its end: `what` it is, and whether the focus `isSeen`."""
    reached = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(_FOCUSED)
        if stop is None:
            return reached
        if not stop["again"]:  # as each part of a date is a stop of its own
            reached.append(stop)
    raise AssertionError(f"The tab key comes to no end: {reached[-1]['what']}")
