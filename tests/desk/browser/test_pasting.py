"""A draft is pasted and looked at in a real browser: by keyboard alone, without scripts, with what the page adds."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.importing import Decisions
from briefings.models import Draft, Original
from tests.desk.browser.judging import faults, stops
from tests.desk.conftest import PASSWORD
from tests.desk.originals.pasting import ADD, DRAFT, HEADLINE, WORDS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SECOND = "\n“It was a long winter for all of us,” she added.\n"
TWO_GUESSES = DRAFT.replace("## What happens next", f"{SECOND}\n## What happens next")
HTML = "<h1>Harbour crews agree</h1><p>They met and signed a paper.</p><h2>Next</h2><p>They talk on <b>Monday</b>.</p>"
NEWER = DRAFT.replace("on 4 March", "on 11 March").replace("Talks begin", "The talks begin")


def paste(page, text=DRAFT):
    page.goto(ADD)
    page.locator("[name=text]").fill(text)
    with page.expect_navigation():
        page.get_by_role("button", name="Read it").click()
    return page


def looked_at(page, text=DRAFT):
    paste(page, text)
    expect(page.locator("html.scripted .line[tabindex='0']")).to_have_count(1)
    return page


def decisions():
    return Decisions.model_validate_json(Original.objects.latest("pk").decisions)


def line(page, text):
    return page.locator(".line").filter(has_text=text).first


def says(page, sentence):
    expect(page.locator("#acts .saved")).to_contain_text(sentence)


def test_by_keyboard_alone_from_the_start_page_to_the_briefing(sits):
    page = sits()
    page.goto(reverse("admin:index"))
    page.get_by_role("link", name="Paste a draft").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("[name=text]")).to_be_focused()
    page.keyboard.insert_text(TWO_GUESSES)
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.textContent.trim()") != "Read it":
        page.keyboard.press("Tab")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("html.scripted .line[tabindex='0']")).to_have_count(1)

    page.keyboard.press("n")
    expect(page.locator("[name^=confirmed-]:focus")).to_have_count(1)
    page.keyboard.press("c")
    says(page, f"Confirmed: Mara Lind said “{WORDS}”. One speaker is still a guess.")
    expect(page.locator("[name^=confirmed-]:focus")).not_to_be_checked()
    page.keyboard.press("Enter")
    says(page, "Every speaker is sure.")

    line(page, "Talks begin").focus()
    page.keyboard.press("h")
    says(page, "Headline.")
    page.keyboard.press("s")
    says(page, "Section heading.")
    expect(line(page, "Talks begin")).to_be_focused()
    page.keyboard.press("x")
    says(page, "Left out.")
    page.keyboard.press("ArrowUp")
    expect(line(page, "What happens next")).to_be_focused()
    page.keyboard.press("j")
    says(page, "Joined.")

    page.get_by_role("button", name="Make the briefing").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(HEADLINE)
    assert Draft.objects.get().quotes.filter(confirmed=True).count() == 3


def test_a_speaker_is_typed_and_the_next_guess_comes_by_enter(sits):
    page = looked_at(sits(), TWO_GUESSES)
    page.keyboard.press("n")
    page.locator(".said[data-open] [name^=speaker-]").first.fill("Ivo Brandt")

    page.keyboard.press("Enter")

    says(page, "Confirmed: Ivo Brandt said")
    expect(page.locator("[name^=confirmed-]:focus")).to_have_count(1)
    assert [said.speaker for said in decisions().marks.values()] == ["Ivo Brandt"]


def test_a_choice_is_kept_at_once_and_the_focus_stays(sits):
    page = looked_at(sits())
    select = line(page, "Talks begin").locator("select").first

    select.focus()
    select.select_option("question")

    says(page, "Question.")
    expect(line(page, "Talks begin").locator("select").first).to_be_focused()
    expect(page.locator(".understood-side")).to_contain_text("Talks begin on 4 March")
    assert set(decisions().roles.values()) == {"question"}


def test_all_are_confirmed_only_after_each_was_on_the_screen(sits):
    far = "\n\n".join(f"Plain text number {n} stands here and goes on for a while." for n in range(60))
    page = looked_at(sits(), f"{DRAFT[: DRAFT.index('## What happens next')]}\n\n{far}\n\n{SECOND}\n\n{far}")
    everything = page.get_by_role("button", name="Confirm all")
    expect(everything).to_be_disabled()

    for guess in page.locator(".said[data-open]").all():
        guess.scroll_into_view_if_needed()
        page.wait_for_timeout(150)

    expect(everything).to_be_enabled()
    everything.click()
    says(page, "Every speaker is sure.")
    assert len(decisions().marks) == 2


def test_a_line_is_cut_where_its_words_are_pointed_at(sits):
    page = looked_at(sits())
    page.evaluate(
        """() => {
          const words = [...document.querySelectorAll(".line-words")].find(one => one.textContent.startsWith("Talks"))
          const text = words.firstChild
          const at = text.data.indexOf("both") + 2
          document.getSelection().setBaseAndExtent(text, at, text, at)
        }"""
    )

    page.get_by_role("button", name="Cut here").click()

    says(page, "Cut in two.")
    expect(line(page, "both sides want a text").locator(".line-words")).to_have_text(
        "both sides want a text before Easter comes."
    )


def test_what_was_decided_in_another_tab_is_not_lost(sits):
    page = looked_at(sits())
    other = page.context.new_page()
    other.goto(page.url)
    line(page, "Talks begin").locator("select").first.select_option("question")
    says(page, "Question.")

    line(other, "Ferry crews").locator("select").first.select_option("text")
    says(other, "Plain text.")

    assert sorted(decisions().roles.values()) == ["question", "text"]
    expect(line(other, "Talks begin").locator("select").first).to_have_value("question")


def test_that_nothing_was_kept_is_said_where_the_draft_became_a_briefing_meanwhile(sits):
    page = looked_at(sits())
    other = page.context.new_page()
    other.goto(page.url)
    with other.expect_navigation():
        other.get_by_role("button", name="Make the briefing").click()

    line(page, "Talks begin").locator("select").first.select_option("question")

    expect(page.locator(".alert.client")).to_have_text("This draft became a text of a briefing. Go on writing there.")


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


def test_too_large_a_file_is_not_sent_and_what_was_pasted_stays(sits):
    page = sits()
    page.goto(ADD)
    page.locator("[name=file]").set_input_files(
        {"name": "draft.docx", "mimeType": "application/octet-stream", "buffer": b"x" * 5_000_001}
    )
    page.get_by_role("button", name="Read it").click()

    expect(page.locator(".alert.client")).to_contain_text("This is more than 5 MB")
    assert not Original.objects.exists()


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


def test_every_page_is_quiet_accessible_and_fits(sits):
    page, wrong = sits(), {}
    page.goto(ADD)
    page.get_by_role("button", name="Read it").click()
    expect(page.locator(".errorlist")).to_be_visible()
    wrong["refused"] = faults(page)
    looked_at(page, TWO_GUESSES)
    line(page, "Talks begin").focus()
    wrong["review"] = faults(page)
    page.locator(".keys summary").click()
    page.locator(".afresh summary").click()
    page.locator(".said:not([open]) summary").first.click()
    wrong["unfolded"] = faults(page)
    page.goto(line(page, "“The strike cost").locator(".line-tools a").get_attribute("href"))
    wrong["line"] = faults(page)
    looked_at(page, TWO_GUESSES)
    wrong["again"] = faults(page)
    with page.expect_navigation():
        page.get_by_role("button", name="Make the briefing").click()
    page.goto(reverse("admin:briefings_original_change", args=[Original.objects.latest("pk").pk]))
    wrong["as it was"] = faults(page)
    looked_at(page, NEWER)
    page.goto(page.locator(".notice .button").get_attribute("href"))
    wrong["update"] = faults(page)
    looked_at(page, "عنوان الخبر\n\nقال الوزير إن «المحادثات بدأت اليوم» بعد إضراب دام ثلاثة أيام.\n")
    wrong["right to left"] = faults(page)

    assert {name: found for name, found in wrong.items() if found} == {}


def test_the_tab_key_gets_through_the_review_and_is_seen_everywhere(sits):
    page = looked_at(sits(), TWO_GUESSES)

    found = stops(page)

    assert len(found) > 40
    assert [stop["what"] for stop in found if not stop["isSeen"]] == []
