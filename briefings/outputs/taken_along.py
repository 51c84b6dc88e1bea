"""What a reader takes along from a briefing: a quotation with its attribution, and a letter about an error."""

from dataclasses import replace
from urllib.parse import quote

from django.utils.translation import gettext, override

from briefings.outputs import wording
from briefings.outputs.attributions import Attribution
from briefings.outputs.facts import BriefingFacts, QuotationEntry, Site
from briefings.outputs.original_languages import translated_from

_SUBJECT = 100
"""Characters of a headline in a subject. Some mail programs take no address of more than 2,000, and a letter that is
not of ASCII is six of these or more."""


def permalink(site: Site, briefing: BriefingFacts) -> str:
    """The address of the page, of an edition as published its own."""
    return f"{site.url}{briefing.path}"


def citation(said: Attribution, *, anchor: str, briefing: BriefingFacts, site: Site) -> str:
    """The quotation in the marks of its language, who said it, in which briefing and of when, and below it the address
    with `anchor`.
    """
    content = briefing.content
    return _cited(
        said.words,
        [said.name or gettext("Speaker not named"), said.role, said.translated_from],
        [site.name, wording.day(briefing.updated)],
        headline=content.headline,
        language=content.language,
        url=f"{permalink(site, briefing)}#{anchor}",
    )


def with_citation(said: QuotationEntry, *, site: Site) -> QuotationEntry:
    """A quotation of a list with the same, in the language of its briefing."""
    with override(wording.furniture_language(said.language)):
        text = _cited(
            said.words,
            [said.name, said.role, translated_from(said.translated_from) if said.translated_from else ""],
            [site.name, wording.day(said.updated) if said.updated else ""],
            headline=said.headline,
            language=said.language,
            url=f"{site.url}{said.path}",
        )
    return replace(said, citation=text)


def _cited(words: str, speaker: list[str], place: list[str], *, headline: str, language: str, url: str) -> str:
    sentence = gettext("%(words)s – %(speaker)s, in %(headline)s (%(place)s)") % {
        "words": wording.quoted(" ".join(words.split()), language),
        "speaker": wording.comma().join(filter(None, speaker)),
        "headline": headline,
        "place": wording.comma().join(filter(None, place)),
    }
    return f"{sentence}\n{url}"


def error_report(site: Site, briefing: BriefingFacts) -> str:
    """A mailto: address (RFC 6068) with the headline as subject. The address of the page ends the body, so that an
    anchor may be written behind it; "" where the site has no address for errors.
    """
    if not site.error_address:
        return ""
    headline = " ".join(briefing.content.headline.split())
    if len(headline) > _SUBJECT:
        headline = f"{headline[:_SUBJECT].rstrip()}…"
    subject = gettext("Error in: %(headline)s") % {"headline": headline}
    fields = {"subject": subject, "body": f"\r\n\r\n{permalink(site, briefing)}"}
    written = "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
    return f"mailto:{quote(site.error_address, safe='@')}?{written}"
