"""The values that `_metadata.html` writes, and the pictures in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString

from briefings.outputs.facts import Site
from briefings.outputs.languages import Alternate
from briefings.outputs.locales import locale
from briefings.outputs.metadata import structured_data
from briefings.outputs.page_parts import Author
from briefings.outputs.pictures import Picture

Node = Mapping[str, Any]
"""A thing of schema.org, as JSON-LD has it."""
ICON = ("/apple-touch-icon.png", 180)


@dataclass(frozen=True, kw_only=True)
class ShareImage:
    """The picture of a page where others show it; a `url` is absolute. Where `is_wide` is true it fills a card, else it
    stands beside the words.
    """

    url: str
    type: str
    width: int
    height: int
    alt: str = ""
    is_wide: bool = True


@dataclass(frozen=True, kw_only=True)
class ArticleFacts:
    """What cards say of an article beside the rest; `modified` is "" while nothing has changed."""

    published: str
    modified: str = ""
    topics: tuple[str, ...] = ()
    authors: tuple[Author, ...] = ()


@dataclass(frozen=True, kw_only=True)
class PageMetadata:
    """A page as others make it out. `name` is the page's own, `url` the canonical address, `data` what schema.org has
    words for. What is not `is_indexed` is kept out of search engines. `alternates` are the page in every language that
    has it, this one included.
    """

    site: Site
    name: str
    description: str
    url: str
    language: str
    image: ShareImage
    article: ArticleFacts | None = None
    data: tuple[Node, ...] = ()
    is_indexed: bool = True
    alternates: tuple[Alternate, ...] = ()

    @property
    def locale(self) -> str:
        return locale(self.language)

    @property
    def script(self) -> SafeString:
        """The structured data as an element; nothing where there is none."""
        return structured_data.element(self.data)


def image_of(picture: Picture, site: Site, *, alt: str) -> ShareImage:
    return ShareImage(
        url=f"{site.url}{picture.largest}", type=picture.type, width=picture.width, height=picture.height, alt=alt
    )


def image_of_site(site: Site) -> ShareImage:
    """The logo; the icon where there is none."""
    path, size = ICON
    if site.logo:
        path, form, width, height = site.logo.largest, site.logo.type, site.logo.width, site.logo.height
    else:
        form, width, height = "image/png", size, size
    return ShareImage(url=f"{site.url}{path}", type=form, width=width, height=height, alt=site.name, is_wide=False)
