"""A draft comes to the desk in a real browser: from the clipboard, as a dropped file, and without scripts."""

import pytest
from playwright.sync_api import expect

from briefings.models import Original
from tests.desk.browser.reviewing import NEWER, decisions, line, paste
from tests.desk.conftest import PASSWORD
from tests.desk.pasted_drafts.pasting import ADD, DRAFT, HEADLINE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HTML = "<h1>Harbour crews agree</h1><p>They met and signed a paper.</p><h2>Next</h2><p>They talk on <b>Monday</b>.</p>"


def test_headings_and_links_survive_a_paste_from_another_tool(sits):
    page = sits()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(ADD)
    page.evaluate(
        """html => navigator.clipboard.write([new ClipboardItem({
          "text/html": new Blob([html], { type: "text/html" }),
          "text/plain": new Blob(["Harbour crews agree"], { type: "text/plain" }),
        })])""",
        HTML,
    )
    page.locator("[name=text]").focus()
    page.keyboard.press("Control+v")
    expect(page.locator(".pasted-as")).to_be_visible()

    with page.expect_navigation():
        page.get_by_role("button", name="Read it").click()

    assert Original.objects.get().format == "html"
    expect(page.locator(".as-understood .headline")).to_have_text("Harbour crews agree")
    expect(page.locator(".as-understood h3").first).to_have_text("Next")
    expect(page.locator(".as-understood strong")).to_have_text("Monday")


def test_what_was_changed_after_the_paste_is_what_is_read(sits):
    page = sits()
    page.goto(ADD)
    page.evaluate(
        """html => {
          const data = new DataTransfer()
          data.setData("text/html", html)
          document.querySelector("[name=text]").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data }))
        }""",
        HTML,
    )
    page.locator("[name=text]").fill("x")
    expect(page.locator(".pasted-as")).to_be_visible()

    page.locator("[name=text]").fill("Harbour crews disagree\n\nThey did not meet at all on that day.")

    expect(page.locator(".pasted-as")).to_be_hidden()
    assert page.locator("[name=html]").input_value() == ""


def test_a_dropped_file_is_shown_by_its_name_and_read(sits):
    page = sits()
    page.goto(ADD)
    page.evaluate(
        """text => {
          const data = new DataTransfer()
          data.items.add(new File([text], "harbour.md", { type: "text/markdown" }))
          for (const kind of ["dragover", "drop"]) {
            document.querySelector("[name=text]").dispatchEvent(
              new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }))
          }
        }""",
        DRAFT,
    )
    expect(page.locator(".dropped")).to_have_text("“harbour.md” is chosen.")

    with page.expect_navigation():
        page.get_by_role("button", name="Read it").click()

    assert Original.objects.get().name == "harbour.md"


@pytest.mark.slow
def test_too_large_a_file_is_not_sent_and_what_was_pasted_stays(sits):
    page = sits()
    page.goto(ADD)
    page.locator("[name=file]").set_input_files(
        {"name": "draft.docx", "mimeType": "application/octet-stream", "buffer": b"x" * 5_000_001}
    )
    page.get_by_role("button", name="Read it").click()

    expect(page.locator(".alert.client")).to_contain_text("This is more than 5 MB")
    assert not Original.objects.exists()


@pytest.mark.slow
def test_without_scripts_all_of_it_is_forms(sits):
    page = sits(logged_in=False, java_script_enabled=False)
    page.goto(ADD)
    page.locator("[name=login]").fill("mira")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("#login-form button, form button").first.click()
    paste(page)
    line(page, "From Thursday").locator("select").first.select_option("unplaced")
    page.locator(".said[data-open] [name^=confirmed-]").check()
    with page.expect_navigation():
        page.get_by_role("button", name="Apply changes").click()
    expect(page.locator(".messagelist")).to_have_text("What you changed is kept.")
    expect(page.locator(".said[data-open]")).to_have_count(0)

    row = line(page, "“The strike cost")
    row.hover()
    with page.expect_navigation():
        row.get_by_role("link", name="Cut or join…").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Join them").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Take apart again").click()
    assert len(decisions().roles) == len(decisions().marks) == 1
    assert decisions().joins == ()
    with page.expect_navigation():
        page.get_by_role("button", name="Make the briefing").click()
    expect(page.locator("h1")).to_have_text(HEADLINE)

    paste(page, NEWER)
    with page.expect_navigation():
        page.get_by_role("link", name=f"Update “{HEADLINE}”").click()
    with page.expect_navigation():
        page.get_by_role("button", name="Update with what is chosen").click()
    expect(page.locator(".messagelist")).to_contain_text("Updated, with what you chose of both.")
