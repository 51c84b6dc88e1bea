"""Rich text ready to print. The only place that may call HTML safe, because it has just cleaned it."""

from collections.abc import Iterable
from urllib.parse import urljoin

import nh3
from django.utils.safestring import SafeString

from briefings.content.keys import is_key
from briefings.content.richtext import TAGS, clean_html
from briefings.outputs.footnotes import is_origin, linked
from briefings.outputs.quote_markup import Said, marked

_TAGS = TAGS | {"span"}
_ATTRIBUTES = {"a": {"href", "id"}, "*": set[str](), "span": {"class", "id", "title"}}


def printable(
    body: str,
    said: Iterable[Said] = (),
    *,
    base: str = "",
    sources: Iterable[str] = (),
    met: set[str] | None = None,
) -> SafeString:
    """`body` cleaned, its quotations marked, and cleaned again: what was marked goes through the cleaner too.

    With `base` (an absolute address) every relative link is made absolute, for readers that are elsewhere. `sources`
    (ids) and `met`: which marks of footnotes lead somewhere, as in `footnotes.linked`.
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
    said = tuple(said)
    return SafeString(
        nh3.clean(
            marked(html, said) if said else html,
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
