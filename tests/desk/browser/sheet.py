"""The writing page as an editor sees it: parts in the order of the screen, named by their labels."""

from typing import Self

from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from briefings.models import Draft

_LABELS = """
() => [...document.querySelectorAll(".part:not(.empty-form)")]
  .filter(part => part.getBoundingClientRect().height > 0)
  .sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top)
  .map(part => part.querySelector(".inline_label").textContent.trim())
"""


class Sheet:
    """The writing page of a draft, or of a briefing to be, in an editor's browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.bar = page.locator(".bar")
        self.panel = page.locator("#publish")

    def open(self, draft: Draft | None = None) -> Self:
        where = (
            reverse("admin:briefings_draft_change", args=[draft.pk]) if draft else reverse("admin:briefings_draft_add")
        )
        self.page.goto(where)
        self.has_begun()
        return self

    def has_begun(self) -> None:
        """Waits until the page's own script is through: what is done before is done to a form that still moves."""
        expect(self.page.locator("html.scripted .board-head")).to_be_visible()
        expect(
            self.page.locator(".part:not(.empty-form) [data-django-prose-editor-configurable]:not(.prose-editor > *)")
        ).to_have_count(0)

    def labels(self) -> list[str]:
        """The labels of the parts that show, from the top of the screen down."""
        return self.page.evaluate(_LABELS)

    def part(self, label: str) -> Locator:
        """The part of that label: the first where several have it."""
        named = self.page.locator(".inline_label").get_by_text(label, exact=True)
        return self.page.locator(".part:not(.empty-form)").filter(has=named).first

    def field(self, label: str, name: str) -> Locator:
        return self.part(label).locator(f"[name$='-{name}']")

    def rich(self, label: str) -> Locator:
        """The surface of the rich text of a part."""
        return self.part(label).locator(".ProseMirror")

    def into(self, label: str) -> None:
        """The caret into the rich text of a part. For 20 ms from the focus on the editor may put it back where it last
        knew it: whatever keys come, come after that.
        """
        self.rich(label).click()
        self.rich(label).evaluate("() => new Promise((done) => setTimeout(done, 20))")

    def press(self, label: str, button: str) -> None:
        self.part(label).get_by_role("button", name=button, exact=True).click()

    def add(self, kind: str) -> Locator:
        """A new part, by its button at the foot of the list; it has the focus."""
        self.page.get_by_role("button", name=f"Add {kind}", exact=True).click()
        return self.page.locator(".part:focus-within, .source:focus-within")

    def show(self, region: str) -> None:
        self.page.locator(".board-head").get_by_role("button", name=region, exact=True).click()

    def fill(self, name: str, text: str) -> None:
        """A field of the facts or of the panel; of a language the code, and of topics and authors all names anew."""
        if name == "language":
            other = self.page.locator(".other-code")
            if other.get_attribute("open") is None:
                other.locator("summary").click()
            self.page.locator("[name=language-code]").fill(text)
        elif name in ("topics", "authors"):
            for _ in self.page.locator(f".field-{name} .chip-list button").all():
                self.page.locator(f"#id_{name}").press("Backspace")
            self.page.locator(f"#id_{name}").fill(text)
        else:
            self.page.locator(f"#draft_form [name='{name}']").fill(text)

    def save(self) -> str:
        """Saves by the button at the foot, and says what the page then says."""
        self.bar.get_by_role("button", name="Save", exact=True).click()
        return self.saved()

    def saved(self) -> str:
        """What the page says once what was sent in the background is answered, here or on a page that came instead."""
        self.page.wait_for_function("() => !document.querySelector('#draft_form[aria-busy]')")
        self.page.wait_for_load_state()
        return self.message()

    def publish(self) -> str:
        return self.sends(self.panel.get_by_role("button", name="Save and publish"))

    def sends(self, button: Locator) -> str:
        """Presses what sends the form, and says what the page that comes says on top."""
        with self.page.expect_navigation():
            button.click()
        return self.message()

    def message(self) -> str:
        """What the page says on top: what was done, or what stands against it."""
        said = self.page.locator(".messagelist, .alert[role=alert]:visible")
        return said.or_(self.bar.locator(".saved")).first.inner_text()

    def findings(self) -> list[str]:
        return self.page.locator(".findings li").all_inner_texts()
