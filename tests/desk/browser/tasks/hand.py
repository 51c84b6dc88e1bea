"""An editor at work whose clicks, keys and page loads are counted."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Self

from playwright.sync_api import Locator, Page, Request, expect

from tests.desk.browser.sheet import Sheet

PAUSE = 100  # ms between a click into a text and the first key: no hand is faster, and the editor wants 20
DESK = "/admin/"
LEAST = 4
"""So many signs make a text that nobody should have to type twice."""
_WORDS = """
(element, words) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words)
    if (at < 0) continue
    const range = document.createRange()
    range.setStart(walker.currentNode, at)
    range.setEnd(walker.currentNode, at + words.length)
    const [first, last] = [[...range.getClientRects()].at(0), [...range.getClientRects()].at(-1)]
    return [[first.left + 0.5, first.top + first.height / 2], [last.right, last.top + last.height / 2]]
  }
}
"""
_IN_VIEW = """
(element) => {
  const { left, top, width, height } = element.getBoundingClientRect()
  const there = document.elementFromPoint(left + width / 2, top + height / 2)
  return Boolean(there) && (element.contains(there) || there.contains(element))
}
"""


@dataclass
class Count:
    """What a task took. `twice` are the texts that were typed more than once."""

    clicks: int = 0
    keys: int = 0
    loads: int = 0
    scrolls: int = 0
    typed: Counter = field(default_factory=Counter)

    def begin(self) -> None:
        self.__init__()

    @property
    def twice(self) -> list[str]:
        return [text for text, times in self.typed.items() if times > 1]


DONE: dict[str, Count] = {}
"""What each task took, by its name in the table."""


class Hand:
    """One hand for the mouse and the keyboard. Several editors may share a `count`.

    A page that comes is a load, whether a link or a form led there, and so is one in another tab. What is out of sight
    is scrolled to first, which counts by itself.
    """

    def __init__(self, page: Page, count: Count | None = None) -> None:
        self.page, self.count = page, count or Count()
        page.context.on("request", self._asked)

    def _asked(self, request: Request) -> None:
        is_page = request.is_navigation_request() and request.frame.parent_frame is None
        if is_page and request.redirected_from is None:
            self.count.loads += 1

    def leave(self) -> None:
        self.page.context.remove_listener("request", self._asked)

    def start(self, where: str) -> Self:
        """Sits down at a page, and counts from there on."""
        self.page.goto(where)
        self.count.begin()
        return self

    def click(self, target: Locator) -> None:
        self._reach(target)
        target.click()
        self.count.clicks += 1

    def follow(self, target: Locator) -> None:
        """Clicks what leads to another page, and waits for that."""
        with self.page.expect_navigation():
            self.click(target)

    def caret(self, target: Locator, *, behind: str) -> None:
        """The caret behind these words of a text, by a click."""
        self._reach(target)
        _begin, end = target.evaluate(_WORDS, behind)
        self.page.mouse.click(*end)
        self.count.clicks += 1
        self.page.wait_for_timeout(PAUSE)

    def drag(self, target: Locator, words: str) -> None:
        """Marks words with the mouse from their beginning to their end, in one go."""
        self._reach(target)
        begin, end = target.evaluate(_WORDS, words)
        self.page.mouse.move(*begin)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=5)
        self.page.mouse.up()
        self.count.clicks += 1

    def choose(self, target: Locator, label: str) -> None:
        """One of a list that folds out: a click on the list, and one on the choice."""
        self._reach(target)
        target.select_option(label=label)
        self.count.clicks += 2

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.count.keys += len(keys)

    def type(self, text: str) -> None:
        self.page.keyboard.type(text)
        self.count.keys += len(text)
        if len(text) >= LEAST:
            self.count.typed[text] += 1

    def paste(self, text: str) -> None:
        """Ctrl + V, one key. What was copied elsewhere was not typed here."""
        self.page.keyboard.insert_text(text)
        self.count.keys += 1

    def _reach(self, target: Locator) -> None:
        expect(target).to_be_visible()
        if not target.evaluate(_IN_VIEW):
            target.evaluate("(element) => element.scrollIntoView({ block: 'center' })")
            self.count.scrolls += 1


def briefings(hand: Hand, name: str) -> Sheet:
    """By the list to the writing page of the briefing of that name: two clicks, two loads."""
    hand.follow(hand.page.locator(".masthead").get_by_role("link", name="Briefings", exact=True))
    hand.follow(hand.page.get_by_role("link", name=name, exact=True))
    sheet = Sheet(hand.page)
    sheet.has_begun()
    return sheet


def says_published(page: Page) -> None:
    expect(page.locator(".messagelist")).to_contain_text("Published.")
