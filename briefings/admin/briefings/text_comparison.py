"""Comparison for a stale save, part by part: the text that both began with, theirs, mine, and my choice."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from briefings.content import (
    BriefingContent,
    ContentRefused,
    FAQEntry,
    FigureBlock,
    QuoteBlock,
    SectionBlock,
    from_canonical,
    text_merge,
)
from briefings.content.canonical import canonical_json
from briefings.content.facts import FACTS
from briefings.content.richtext import plain_text
from briefings.desk_words import said
from briefings.models import Draft, Revision

_OPEN = {"undecided": gettext_lazy("undecided"), "shown": gettext_lazy("shown"), "held": gettext_lazy("held")}
_SIGNER = Signer(salt="a text that is not saved yet")


@dataclass(frozen=True)
class Side:
    """A part as one of the three texts has it, in plain words; `missing` where it has none."""

    text: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Difference:
    """A part that is not the same in the two texts. `chosen` is "mine", "theirs" or "" while nobody chose."""

    address: str
    name: str
    base: Side
    theirs: Side
    mine: Side
    verdict: str
    chosen: str = ""


def base_of(draft: Draft, version: int) -> BriefingContent | None:
    """The text that was opened at `version`; None where no such save is kept, or its text was erased."""
    revision = Revision.objects.select_related("text").filter(briefing=draft.briefing_id, version=version).first()
    return from_canonical(revision.text.text) if revision and revision.text.text is not None else None


def differences(
    base: BriefingContent | None, mine: BriefingContent, theirs: BriefingContent, *, chosen: dict[str, str]
) -> list[Difference]:
    """Every part that the two texts do not share, in page order."""
    return [
        Difference(
            address=part.address,
            name=_name(part),
            base=_side(part.base),
            theirs=_side(part.theirs),
            mine=_side(part.mine),
            verdict=part.verdict,
            chosen=chosen.get(part.address) or (part.verdict if part.verdict in ("mine", "theirs") else ""),
        )
        for part in text_merge.compare(base or nothing(mine), mine, theirs)
        if part.verdict not in ("same", "both")
    ]


def merged(
    base: BriefingContent | None, mine: BriefingContent, theirs: BriefingContent, *, chosen: dict[str, str]
) -> text_merge.Merged:
    return text_merge.merge(base or nothing(mine), mine, theirs, choose=chosen)


def signed(mine: BriefingContent) -> str:
    """My text for the page to carry: signed, since it passes through the browser without its form."""
    return _SIGNER.sign(canonical_json(mine))


def mine_of(text: str, draft: Draft) -> BriefingContent | None:
    """My text as the page carried it; None where it was changed on the way, or is another briefing's."""
    try:
        content = from_canonical(_SIGNER.unsign(text))
    except (BadSignature, ContentRefused):
        return None
    return content if content.id == str(draft.briefing.uuid) else None


def nothing(like: BriefingContent) -> BriefingContent:
    return BriefingContent(id=like.id, language=like.language)


def _name(part: Any) -> str:
    if part.address in FACTS:
        return said(FACTS[part.address].label)
    value = next(value for value in (part.mine, part.theirs, part.base) if value is not None)
    if isinstance(value, SectionBlock):
        return _("Section “%(heading)s”") % {"heading": value.heading or _("(no heading)")}
    if isinstance(value, QuoteBlock):
        return _("Quote “%(words)s”") % {"words": value.words[:80]}
    if isinstance(value, FigureBlock):
        return _("Picture “%(name)s”") % {"name": (value.alt or value.caption or _("(no words yet)"))[:80]}
    return _("Question “%(question)s”") % {"question": value.question}


def _side(value: Any) -> Side:
    return Side(missing=True) if value is None else Side("\n".join(line for line in _lines(value) if line))


def _lines(value: Any) -> Iterable[str]:
    if isinstance(value, SectionBlock):
        return [value.heading, plain_text(value.body)]
    if isinstance(value, QuoteBlock):
        speaker = ", ".join(filter(None, [value.person.name if value.person else _("no speaker"), value.role]))
        where = _("in the text") if value.section else _("set off")
        sure = _("confirmed") if value.confirmed else _("not confirmed")
        more = [value.said_on or "", value.translated_from or "", value.source or ""]
        return [
            _("“%(words)s”") % {"words": value.words},
            f"{speaker} ({where}, {sure})",
            ", ".join(filter(None, more)),
        ]
    if isinstance(value, FigureBlock):
        chosen = _("Picture by %(credit)s") % {"credit": value.image.credit or "—"} if value.image else _("No picture")
        file = value.image.token[:6] if value.image else ""
        shows = _("decorative") if value.decorative else value.alt
        return [" ".join(filter(None, [chosen, f"({file})" if file else ""])), shows, value.caption]
    if isinstance(value, FAQEntry):
        return [value.question, plain_text(value.answer) or f"({_OPEN[value.open]}) {value.open_wording}"]
    if isinstance(value, tuple):
        return [", ".join(filter(None, _words(item))) for item in value]
    return [str(value)]


def _words(item: Any) -> list[str]:
    return [str(getattr(item, name, "") or "") for name in ("name", "title", "publisher", "url")]
