"""A pasted draft is looked at in a real browser: by keyboard alone, and every change is kept at once."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from briefings.models import Draft, Original
from tests.desk.browser.judging import COLOURS, faults, stops
from tests.desk.browser.reviewing import (
    NEWER,
    SECOND,
    TWO_GUESSES,
    decisions,
    has_begun,
    line,
    looked_at,
    says,
)
from tests.desk.pasted_drafts.pasting import ADD, DRAFT, HEADLINE, WORDS

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# What comes on the screen in one frame is observed by the next.
TWO_FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


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
    has_begun(page)

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


@pytest.mark.slow
def test_a_speaker_is_typed_and_the_next_guess_comes_by_enter(sits):
    page = looked_at(sits(), TWO_GUESSES)
    page.keyboard.press("n")
    page.locator(".said[data-open] [name^=speaker-]").first.fill("Ivo Brandt")

    page.keyboard.press("Enter")

    says(page, "Confirmed: Ivo Brandt said")
    expect(page.locator("[name^=confirmed-]:focus")).to_have_count(1)
    assert [decision.speaker for decision in decisions().marks.values()] == ["Ivo Brandt"]


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
        page.evaluate(TWO_FRAMES)

    expect(everything).to_be_enabled()
    everything.click()
    says(page, "Every speaker is sure.")
    assert len(decisions().marks) == 2


@pytest.mark.slow
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


@pytest.mark.slow
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


@pytest.mark.slow
def test_after_a_login_that_ended_one_goes_on_where_one_was(sits):
    page = looked_at(sits())
    page.context.clear_cookies()
    choice = line(page, "Talks begin").locator("select").first
    choice.select_option("question")
    expect(page.locator(".alert.client")).to_have_text("Your login has ended. Log in in another tab, then try again.")
    assert not decisions().roles

    anew = sits()
    page.context.add_cookies(anew.context.cookies())
    choice.select_option("heading")

    says(page, "Section heading.")
    expect(page.locator(".alert.client")).to_be_hidden()
    assert set(decisions().roles.values()) == {"heading"}


@pytest.mark.slow
def test_that_nothing_was_kept_is_said_where_the_draft_became_a_briefing_meanwhile(sits):
    page = looked_at(sits())
    other = page.context.new_page()
    other.goto(page.url)
    with other.expect_navigation():
        other.get_by_role("button", name="Make the briefing").click()

    line(page, "Talks begin").locator("select").first.select_option("question")

    expect(page.locator(".alert.client")).to_have_text("This draft became a text of a briefing. Go on writing there.")


def test_the_review_is_quiet_accessible_and_fits(sits):
    page = looked_at(sits(), TWO_GUESSES)
    line(page, "Talks begin").focus()

    assert faults(page) == []


@pytest.mark.slow
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
    page.get_by_text("Read it afresh…").click()
    page.locator(".said:not([open]) summary").first.click()
    wrong["unfolded"] = faults(page, looks=COLOURS)
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

    assert {name: problems for name, problems in wrong.items() if problems} == {}


def test_the_tab_key_gets_through_the_review_and_is_seen_everywhere(sits):
    page = looked_at(sits(), TWO_GUESSES)

    reached = stops(page)

    assert len(reached) > 40
    assert [stop["what"] for stop in reached if not stop["isSeen"]] == []


@pytest.mark.slow
def test_on_the_writing_page_a_guess_is_confirmed_by_two_keys(sits):
    page = looked_at(sits())
    with page.expect_navigation():
        page.get_by_role("button", name="Make the briefing").click()
    expect(page.locator("html.scripted .board-head")).to_be_visible()

    page.locator(".findings a").filter(has_text="Confirm that Mara Lind said").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Space")

    expect(page.locator("[name$='-confirmed']:focus")).to_be_checked()
    page.keyboard.press("Control+s")
    expect(page.locator(".bar .saved")).to_have_text("Saved.")
    assert Draft.objects.get().quotes.filter(confirmed=False).count() == 0
