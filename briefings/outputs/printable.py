"""Rich text ready for a template. Only this module may call HTML safe, because it has just cleaned it; and
`metadata.structured_data` what it has just made.
"""

from collections.abc import Iterable
from urllib.parse import urljoin

import nh3
from django.utils.safestring import SafeString

from briefings.content.keys import is_key
from briefings.content.richtext import TAGS, clean_html
from briefings.outputs.footnotes import is_origin, linked
from briefings.outputs.quote_markup import QuotePlaces, marked

_TAGS = TAGS | {"span"}
_ATTRIBUTES = {"a": {"href", "id"}, "*": set[str](), "span": {"class", "id", "title"}}


def printable(
    body: str,
    quotes: Iterable[QuotePlaces] = (),
    *,
    base: str = "",
    sources: Iterable[str] = (),
    met: set[str] | None = None,
) -> SafeString:
    """`body` cleaned, with `quotes` marked. It is cleaned once more after the marking, so that no mark can add HTML.

    With `base` (an absolute address) relative links become absolute, as feed readers need. `sources` and `met` are as
    in `footnotes.linked`.
    """

    def kept(tag: str, attribute: str, value: str) -> str | None:
        if tag == "a" and attribute == "href":
            return _absolute(value, base)
        if attribute == "class":
            return value if value == "said" else None
        if attribute == "id":
            return value if is_key(value) or is_origin(value) else None
        return value

    html = linked(clean_html(body), sources, met=met)
    quotes = tuple(quotes)
    return SafeString(
        nh3.clean(
            marked(html, quotes) if quotes else html,
            tags=_TAGS,
            attributes=_ATTRIBUTES,
            attribute_filter=kept,
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener",
        )
    )


def _absolute(address: str, base: str) -> str | None:
    try:
        return urljoin(base, address)
    except ValueError:
        return None
