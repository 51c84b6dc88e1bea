"""The review of a pasted draft as an editor sees it: how one gets there, and what stands on it."""

from playwright.sync_api import Locator, Page, expect

from briefings.importing import Decisions
from briefings.models import Original
from tests.desk.pasted_drafts.pasting import ADD, DRAFT

SECOND = "\n“It was a long winter for all of us,” she added.\n"
TWO_GUESSES = DRAFT.replace("## What happens next", f"{SECOND}\n## What happens next")
NEWER = DRAFT.replace("on 4 March", "on 11 March").replace("Talks begin", "The talks begin")


def paste(page: Page, text: str = DRAFT) -> Page:
    page.goto(ADD)
    page.locator("[name=text]").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name="Read it").click()
    return page


def looked_at(page: Page, text: str = DRAFT) -> Page:
    """The review page of a text that was pasted, when its script is there."""
    paste(page, text)
    has_begun(page)
    return page


def has_begun(page: Page) -> None:
    expect(page.locator("html.scripted .line[tabindex='0']")).to_have_count(1)


def decisions() -> Decisions:
    """What was decided about the draft that was pasted last."""
    return Decisions.model_validate_json(Original.objects.latest("pk").decisions)


def line(page: Page, text: str) -> Locator:
    return page.locator(".line").filter(has_text=text).first


def says(page: Page, sentence: str) -> None:
    expect(page.locator("#acts .saved")).to_contain_text(sentence)
