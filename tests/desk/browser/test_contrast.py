"""Every control of the desk can be read in every state, and where the focus is can be seen, light and dark."""

import pytest
from django.urls import reverse

from tests.desk.browser import samples
from tests.desk.browser.judging import IS_THOROUGH

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary"
STATES = {
    "as it is": [],
    "hovered": ["hover"],
    "focused": ["focus", "focus-visible"],
    "pressed": ["hover", "active", "focus", "focus-visible"],
}
TEXT, RING = 4.5, 3
# What the eye gets: colours laid over what stands behind them, the text against it, the ring against what is beside it.
_FAULTS = """
([controls, isFocused, [text, ring]]) => {
  for (const fading of document.getAnimations()) fading.finish()
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  const parse = (colour) => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = colour
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r, g, b, a / 255]
  }
  const over = ([r, g, b, a], back) => [r, g, b].map((part, n) => part * a + back[n] * (1 - a))
  const behind = (element) => {
    if (!element) return CANVAS
    const style = getComputedStyle(element)
    const back = behind(element.parentElement)
    const [r, g, b, a] = parse(style.backgroundColor)
    return over([r, g, b, a * style.opacity], back)
  }
  const CANVAS = parse(getComputedStyle(document.body).backgroundColor)
  const light = (colour) => {
    const curved = (x) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)
    const [r, g, b] = colour.map((part) => curved(part / 255))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b)
    return (high + 0.05) / (low + 0.05)
  }
  const faults = []
  for (const element of document.querySelectorAll(controls)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue
    const style = getComputedStyle(element)
    const name = element.outerHTML.replace(/\\s+/g, " ").slice(0, 120)
    const isBox = ["checkbox", "radio", "file"].includes(element.type)
    if (!isBox && (element.matches("input, select, textarea") || element.textContent.trim())) {
      const back = behind(element)
      const [r, g, b, a] = parse(style.color)
      const got = contrast(over([r, g, b, a * style.opacity], back), back)
      if (got < text) faults.push(`${got.toFixed(2)} of its text: ${name}`)
    }
    if (isFocused && !element.disabled) {
      const beside = behind(element.parentElement)
      const got = contrast(over(parse(style.outlineColor), beside), beside)
      if (style.outlineStyle === "none" || got < ring) faults.push(`${got.toFixed(2)} of its ring: ${name}`)
    }
  }
  return faults
}
"""


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_controls_can_be_read_and_the_focus_seen_in_every_state(sits, scheme):
    long, page = samples.long_briefing(), sits()
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wrong = []
    addresses = [reverse("admin:briefings_draft_change", args=[long.pk])]
    if IS_THOROUGH:  # the writing page has nearly every kind of control
        addresses += [reverse("admin:briefings_draft_act", args=[long.pk, "withdraw"])]
        addresses += [
            reverse(f"admin:{page}") for page in ("briefings_draft_changelist", "briefings_original_add", "index")
        ]
    for address in addresses:
        page.goto(address)
        for state, forced in STATES.items():
            wrong += [f"{address} {state}: {fault}" for fault in faults(page, forced)]
        page.evaluate("all => document.querySelectorAll(all).forEach((one) => { one.disabled = true })", CONTROLS)
        wrong += [f"{address} disabled: {fault}" for fault in faults(page, [])]

    assert "\n".join(wrong) == ""


def faults(page, forced: list[str]) -> list[str]:
    """What is wrong with the controls of the page, all of them at once in the states of `forced`."""
    session = page.context.new_cdp_session(page)
    for domain in ("DOM", "CSS"):
        session.send(f"{domain}.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    for node in session.send("DOM.querySelectorAll", {"nodeId": root, "selector": CONTROLS})["nodeIds"]:
        session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": forced})
    found = page.evaluate(_FAULTS, [CONTROLS, "focus-visible" in forced, [TEXT, RING]])
    session.detach()
    return found
