"""What the audit log says of an act, in the language that is active. On record it is English, whoever did it."""

import re
from datetime import datetime
from functools import cache

from django.utils.translation import gettext, gettext_noop

from briefings.desk_words import exact_moment
from briefings.models import AuditEntry

_DETAILS = (
    gettext_noop("version %(submitted)s corrected to version %(number)s"),
    gettext_noop("version %(number)s, for %(whom)s"),
    gettext_noop("version %(number)s"),
    gettext_noop("live from %(moment)s"),
    gettext_noop("was scheduled for %(moment)s"),
    gettext_noop("until %(moment)s: %(reason)s"),
    gettext_noop("until %(moment)s"),
    gettext_noop("for %(moment)s"),
    gettext_noop("%(count)s editions"),
    gettext_noop("%(count)s places"),
    gettext_noop("created"),
    gettext_noop("created as a flash"),
    gettext_noop("flash"),
    gettext_noop("copied from %(briefing)s"),
    gettext_noop("continued from %(briefing)s"),
    gettext_noop("created from a pasted draft"),
    gettext_noop("updated from a pasted draft"),
    gettext_noop("as imported"),
    gettext_noop("as pasted"),
    gettext_noop("guesses accepted"),
    gettext_noop("updated from a draft"),
    gettext_noop("restored from version %(number)s"),
    gettext_noop("a part restored from version %(number)s"),
    gettext_noop("restored from an edition"),
    gettext_noop("imported from %(origin)s"),
    gettext_noop("guesses accepted in %(parts)s"),
    gettext_noop("all taken back"),
    gettext_noop("left out seen"),
    gettext_noop("read as %(encoding)s"),
    gettext_noop("edition %(number)s: %(reason)s"),
    gettext_noop("an authenticator app"),
    gettext_noop("a passkey"),
    gettext_noop("again, after a backup was restored: %(reason)s"),
    # What became of a mail
    gettext_noop("no mail address is on file"),
    gettext_noop("they may not read it any more"),
    gettext_noop("they work here no more"),
    gettext_noop("it is not in review any more"),
    gettext_noop("it was never confirmed: the worker ended meanwhile"),
    gettext_noop("a backup was restored: it may have been sent since"),
    gettext_noop("the mail server did not confirm it: %(words)s"),
    gettext_noop("the mail server cannot be reached: %(words)s"),
    gettext_noop("the mail server refused it: %(words)s"),
)
_MOMENT = re.compile(r"\A(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) UTC")
"""A moment as it is on record. Editors read it by the newsroom's clock."""
_NO_MOMENT = re.compile(r"\Ano moment\b")
_FIELDS = {
    "credit": gettext_noop("credit line"),
    "caption": gettext_noop("caption"),
    "people": gettext_noop("who is in it"),
    "rights": gettext_noop("rights"),
    "usable_until": gettext_noop("usable until"),
    "focal_x": gettext_noop("point of crops, from the left"),
    "focal_y": gettext_noop("point of crops, from the top"),
    "name": gettext_noop("name"),
    "tagline": gettext_noop("tagline"),
    "footer": gettext_noop("footer line"),
    "logo": gettext_noop("logo"),
    "accent light": gettext_noop("accent on the light page"),
    "accent dark": gettext_noop("accent on the dark page"),
}
"""Fields of pictures and of the site, as their entries list them."""


def detail(entry: AuditEntry) -> str:
    """The detail of `entry`: a sentence of ours is translated, names and places stay as they are."""
    return in_words(entry.detail)


def in_words(detail: str) -> str:
    """The same of a detail, or of the name of a revision."""
    fields = detail.split(", ")
    if all(field in _FIELDS for field in fields):
        return ", ".join(gettext(_FIELDS[field]) for field in fields)
    for template in _DETAILS:
        if found := _pattern(template).fullmatch(detail):
            places = found.groupdict()
            if "moment" in places:
                places["moment"] = _NO_MOMENT.sub(gettext("no moment"), _MOMENT.sub(_by_the_clock, places["moment"]))
            return gettext(template) % places
    return detail


def _by_the_clock(found: re.Match[str]) -> str:
    try:
        return exact_moment(datetime.fromisoformat(f"{found[1]}+00:00"))
    except (ValueError, OverflowError):  # somebody gave a revision a name like this
        return found[0]


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"%\\\((\w+)\\\)s|%\((\w+)\)s", r"(?P<\1\2>.*)", re.escape(template)), re.DOTALL)
