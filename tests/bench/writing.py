"""What the writing page of a long briefing costs: `pytest -q -s tests/bench/writing.py`

Of 12 sections, 30 quotes and 20 questions: the server's time for keeping what is typed, and the browser's for a key, in
milliseconds of one processor. A machine that is busy with other things changes little of either.
"""

import statistics
import sys
import time
from itertools import cycle
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from briefings.content import SectionBlock, new_key
from briefings.models import EditBuffer, User
from briefings.staff import add_staff
from tests.desk.browser.sheet import Sheet
from tests.desk.sheets import opened
from tests.making import make_draft, make_question, make_quote

SECTIONS, QUOTES, QUESTIONS = 12, 30, 20
KEYS = 150
WARMING = 20
TEXT = cycle("the harbour workers will answer on monday ")
_SETTLED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"


@pytest.fixture
def draft():
    sections = [
        SectionBlock(
            key=new_key("s"),
            heading=f"Heading {at}",
            body="".join(f"<p>They said: “words {at}.{n}”. Then they left the harbour for good.</p>" for n in range(4)),
        )
        for at in range(SECTIONS)
    ]
    places = [(at % SECTIONS, at // SECTIONS) for at in range(QUOTES)]
    quotes = [make_quote(f"words {at}.{n}", speaker=f"Speaker {at}.{n}", section=sections[at].key) for at, n in places]
    questions = tuple(make_question(f"Is it {at}?", answer=f"<p>It is {at}.</p>") for at in range(QUESTIONS))
    return make_draft("harbour", blocks=(*sections, *quotes), faq=questions)


def told(what: str, milliseconds: list[float]) -> None:
    found = sorted(milliseconds[WARMING:])
    median, most = statistics.median(found), found[int(len(found) * 0.95)]
    sys.stdout.write(f"\n{what}: median {median:.1f} ms, 95 of 100 below {most:.1f} ms\n")


@pytest.mark.django_db
def test_keeping_what_is_typed(draft):
    add_staff("mira", role="chief", password="correct horse battery")
    mira, client = User.objects.get(username="mira"), Client()
    client.force_login(mira)
    fields = opened(client, draft)
    facts = {"user": str(mira.uuid), "form_id": str(uuid4()), "version": "1"}
    took = []
    for counter in range(1, KEYS):
        typed = urlencode(fields | {"lede": f"Typed {counter} times."})
        begun = time.process_time()
        answer = client.post(
            f"/admin/briefings/draft/{draft.pk}/keep/", facts | {"counter": str(counter), "fields": typed}
        )
        took.append((time.process_time() - begun) * 1000)
        assert answer.json()["kept"]

    assert EditBuffer.objects.get().counter == KEYS - 1
    told(f"keeping {len(typed):,} bytes of a form, on the server", took)


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", ["rich text", "lede"])
def test_a_key(sits, draft, place):
    page = sits()
    sheet = Sheet(page).open(draft)
    if place == "rich text":
        sheet.into("Heading 0")
    else:
        page.locator("#id_lede").click()
    page.keyboard.press("Control+End")
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "TaskDuration") * 1000

    took = []
    for _, key in zip(range(KEYS), TEXT, strict=False):
        begun = busy()
        page.keyboard.press("Space" if key == " " else key)
        page.evaluate(_SETTLED)
        took.append(busy() - begun)
    told(f"a key in {place}, in the browser", took)
