"""Questions as tests ask and answer them, and what the feed says of them."""

from datetime import datetime

from briefings.content import FAQEntry
from tests.outputs.xmltree import read
from tests.visibility.surfaces import Surfaces

KEY, OTHER = "faaaaaaa2", "faaaaaaa3"


def asked(words: str = "Who pays?", *, answer: str = "", wording: str = "", key: str = KEY) -> FAQEntry:
    """A question with that answer; without one it is open."""
    return FAQEntry(key=key, question=words, answer=answer, open="shown", open_wording=wording)


ANSWERED = asked(answer="<p>Each state.</p>")


def in_feed(surfaces: Surfaces, at: datetime) -> list[dict[str, str]]:
    """What the feed says of each question."""
    feed = read(surfaces["/faq/atom.xml"].answer(at).body)
    names = ("id", "title", "published", "updated", "summary", "content")
    return [{name: one.one(name).text for name in names} for one in feed.all("entry")]
