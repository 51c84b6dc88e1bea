"""The clipboard of an editor's browser: copied for real from another page, or exactly the HTML that a program left."""

from pathlib import Path

from playwright.sync_api import Locator, Page

PASTED = Path(__file__).parents[2] / "importing" / "cases" / "pasted"
ELSEWHERE = "https://tool.example/"
_EVENT = """
async (surface, [kind, html, text]) => {
  /* The editor hears in the next frame where keys put the caret. */
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const data = new DataTransfer()
  if (html) data.setData("text/html", html)
  data.setData("text/plain", text)
  const { left, right, bottom } = surface.getBoundingClientRect()
  const how = { bubbles: true, cancelable: true, clientX: right - 40, clientY: bottom - 15 }
  surface.dispatchEvent(kind === "paste"
    ? new ClipboardEvent(kind, { ...how, clipboardData: data })
    : new DragEvent(kind, { ...how, dataTransfer: data }))
}
"""


def html_of(program: str) -> str:
    """What `program` leaves in the clipboard."""
    return (PASTED / f"{program}.html").read_text(encoding="utf-8")


def copy(page: Page, html: str) -> None:
    """All that shows of a page with that HTML, copied by its keys."""
    other = page.context.new_page()
    other.route(ELSEWHERE, lambda route: route.fulfill(content_type="text/html; charset=utf-8", body=html))
    other.goto(ELSEWHERE)
    other.keyboard.press("Control+a")
    other.keyboard.press("Control+c")
    other.close()
    page.bring_to_front()


def paste(surface: Locator, html: str, text: str = "") -> None:
    """Where the caret is, byte for byte: a browser that copies a page leaves out what does not show."""
    surface.evaluate(_EVENT, ["paste", html, text])


def drop(surface: Locator, html: str, text: str = "") -> None:
    """Into the last line of the surface."""
    surface.evaluate(_EVENT, ["drop", html, text])
