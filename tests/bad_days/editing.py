"""An editor at a real site, who types and sends."""

from tests.bad_days.sites import Browser, Page
from tests.desk.sheets import Fields, fields_of

MINE = "Two\nlines of “mine” <b>."
NOTHING_LOST = "Nothing that you typed is lost: it is all on this page."
SAVE = {"_save": "1"}


def opened(browser: Browser, *, number: int = 1) -> tuple[str, Fields]:
    """Where the form of the writing page goes, and what it holds with a new lede."""
    where = f"/admin/briefings/draft/{number}/change/"
    page = browser.get(where)
    assert page.status == 200, page.text
    return where, fields_of(page) | SAVE | {"lede": MINE}


def assert_text_is_back(page: Page, sentence: str) -> None:
    assert page.status == 503, page.text
    assert sentence in page.text
    assert NOTHING_LOST in page.text
    assert fields_of(page, "")["lede"].replace("\r\n", "\n") == MINE


def assert_saved(browser: Browser, where: str, page: Page) -> None:
    """Sent once more, as the page offers it, the text is on file."""
    answer = browser.post(where, fields_of(page, ""))
    assert answer.status == 302, answer.text
    lede = fields_of(browser.get(where))["lede"]
    assert lede.replace("\r\n", "\n") == MINE
