"""Dates, languages and the fixed sentences of the page, in the language that is active."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from django.utils.dateformat import format as format_date
from django.utils.translation import get_language, get_language_info, gettext, ngettext, override, pgettext

from briefings.content import Correction
from briefings.content.name_order import OTHER
from briefings.outputs.facts import CorrectionEntry, EditionFacts, ListEntry

_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"})

_MARKS = {
    **dict.fromkeys(("cs", "de", "et", "is", "lt", "sk", "sl", "sr"), ("„", "“")),
    **dict.fromkeys(("bg", "hr", "hu", "pl", "ro"), ("„", "”")),
    **dict.fromkeys(("ar", "be", "ca", "el", "es", "fa", "it", "no", "nb", "pt", "ru", "uk"), ("«", "»")),
    "fr": ("«\u202f", "\u202f»"),
    "da": ("»", "«"),
    **dict.fromkeys(("fi", "sv"), ("”", "”")),
    "ja": ("「", "」"),
}


def direction(language: str) -> str:
    """`rtl` or `ltr` for a language code such as `fa` or `uz-Arab`; a script that is named decides."""
    primary, *rest = language.split("-")
    scripts = [part.title() for part in rest if len(part) == 4]
    if scripts:
        return "rtl" if scripts[0] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if primary.lower() in _RIGHT_TO_LEFT else "ltr"


def furniture_language(language: str) -> str:
    """The language of labels and dates on a page in `language`: its own where they are translated, else the site's.

    A page or a feed activates it, so that a date and its label are in one language.
    """
    with override(language.lower()):
        return pgettext("the code of the language that this file translates into", "en")


def day(value: date) -> str:
    """As in “24 November 2026”."""
    return _dated(value, pgettext("format of a day, as in 24 November 2026", "j F Y"))


def moment(value: datetime) -> str:
    """As in “24 November 2026, 14:05 CET”; the zone is the one that `value` has."""
    return _dated(value, pgettext("format of a moment, as in 24 November 2026, 14:05 CET", "j F Y, H:i T"))


def short_moment(value: datetime) -> str:
    """As in “24 Nov 2026, 14:05”."""
    return _dated(value, pgettext("format of a moment in a list, as in 24 Nov 2026, 14:05", "j M Y, H:i"))


def _dated(value: date, pattern: str) -> str:
    """`value` in Django's format of that name; French writes the first day of a month as no other, “1er novembre”."""
    first = pgettext("the first day of a month in a date, as in 1 November 2026", "1")
    if value.day == 1 and first != "1":
        pattern = re.sub(r"(?<!\\)j", lambda _: "".join(f"\\{sign}" for sign in first), pattern)
    return format_date(value, pattern)


def time(value: datetime) -> str:
    """As in “14:05”."""
    return format_date(value, pgettext("format of a time of day, as in 14:05", "H:i"))


def month(value: date) -> str:
    """As in “November 2026”."""
    return format_date(value, pgettext("format of a month, as in November 2026", "F Y"))


def month_name(value: date) -> str:
    """As in “November”, alone."""
    return format_date(value, pgettext("format of the name of a month that stands alone, as in November", "F"))


def until(value: date) -> str:
    """Of what a further page of a list is, which begins with that day and goes back."""
    return gettext("until %(day)s") % {"day": day(value)}


def letter(value: str) -> str:
    """A letter under which names stand, or what stands under none."""
    return pgettext("in an index by letter: under none of the letters", "Other") if value == OTHER else value


def quoted(words: str, language: str) -> str:
    """`words` in the quotation marks of that language (those of CLDR; for Arabic those of its press)."""
    opening, closing = _MARKS.get(language.split("-")[0], ("“", "”"))
    return f"{opening}{words}{closing}"


def comma() -> str:
    """What stands between the parts of one line, as between a name and a role."""
    return pgettext("between the parts of a line", ", ")


def led_by(label: str) -> str:
    """`label` with the colon that leads to the words behind it."""
    return gettext("%(label)s:") % {"label": label}


def language_name(code: str) -> str:
    """The language's name in the active language, written as inside a sentence; the code itself where it is unknown."""
    try:
        name = get_language_info(code.lower())["name_translated"]
    except KeyError:
        return code
    # Django has it as it stands in a list.
    return name if (get_language() or "en")[:2] in ("en", "de") else name[:1].lower() + name[1:]


def open_question(wording: str, *, as_of: date) -> str:
    """The editor's own wording for a question without an answer, or “Not known yet, as of …”."""
    return wording or gettext("Not known yet, as of %(day)s.") % {"day": day(as_of)}


def more_follows() -> str:
    """What a flash tells readers."""
    return gettext("More follows.")


def label(edition: EditionFacts | CorrectionEntry | ListEntry) -> str:
    """What kind of change an edition is, in a word or two."""
    if edition.correction:
        return correction_label(edition.correction)
    return {
        "first": pgettext("kind of edition", "First published"),
        "imported": pgettext("kind of edition", "Imported from another system"),
        "minor": pgettext("kind of edition", "Minor change"),
        "major": pgettext("kind of edition", "Updated"),
        "correction": pgettext("kind of edition", "Correction"),
        "withdrawn": pgettext("kind of edition", "Withdrawn"),
        "removed": pgettext("kind of edition", "Removed for legal reasons"),
        "merged": pgettext("kind of edition", "Merged into another briefing"),
    }[edition.kind]


def changed(notices: Sequence[EditionFacts]) -> str:
    """What was done to a text since it was published, newest first: “Corrected 26 November 2026: what was wrong is said
    below”.
    """
    newest = notices[0]
    kind = newest.correction.kind if newest.correction else newest.kind
    sentence = {
        "correction": gettext("Corrected %(day)s: what was wrong is said below"),
        "clarification": gettext("Clarified %(day)s: what was unclear is said below"),
        "editors-note": gettext("Editor’s note of %(day)s: it stands below"),
        "major": gettext("Updated %(day)s: what is new is said below"),
    }[kind] % {"day": day(newest.live_from)}
    earlier = sum(edition.kind != "major" for edition in notices[1:])
    if not earlier:
        return sentence
    before = ngettext("with %(count)s earlier correction", "with %(count)s earlier corrections", earlier)
    return comma().join([sentence, before % {"count": earlier}])


def correction_label(correction: Correction) -> str:
    return {
        "correction": gettext("Correction"),
        "clarification": gettext("Clarification"),
        "editors-note": gettext("Editor’s note"),
    }[correction.kind]


def before_label() -> str:
    """What stands before the words that a correction puts right."""
    return gettext("It said before:")


def gone(kind: str) -> str:
    """The sentence that says how a briefing ended."""
    return {
        "withdrawn": gettext("This briefing was withdrawn."),
        "removed": gettext("This briefing was removed for legal reasons."),
        "merged": gettext("This briefing was merged into another one."),
    }[kind]


def gone_headline(kind: str, headline: str) -> str:
    """The headline of such a briefing in lists. One that was removed for legal reasons has no headline left."""
    if not headline:
        return gone(kind)
    wordings = {
        "withdrawn": gettext("Withdrawn: %(headline)s"),
        "merged": gettext("Merged into another briefing: %(headline)s"),
    }
    return wordings.get(kind, "%(headline)s") % {"headline": headline}
