"""The front pages of a site in several languages, and the pages that say the same in others."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import get_language_info

from briefings.content.languages import without_territory
from briefings.outputs import wording
from briefings.outputs.facts import Site


@dataclass(frozen=True, kw_only=True)
class Alternate:
    """The same page in another language, for search engines; `url` is absolute, `language` may be `x-default`."""

    language: str
    url: str


@dataclass(frozen=True, kw_only=True)
class LanguageFront:
    """The front page of a language, the address under which its feeds are, and whether it is the page shown."""

    language: str
    path: str
    feeds: str
    is_here: bool = False

    @property
    def name(self) -> str:
        return own_name(self.language)


def of_fronts(fronts: Iterable[LanguageFront], site: Site) -> tuple[Alternate, ...]:
    """What each front page says of all of them; whoever speaks none of these languages is led to the site's own."""
    found = tuple(Alternate(language=front.language, url=f"{site.url}{front.path}") for front in fronts)
    return (*found, Alternate(language="x-default", url=f"{site.url}/")) if found else ()


def own_name(language: str) -> str:
    """What those who speak it call the language, as it stands in a list: “Français”; the code where nobody knows."""
    try:
        name = get_language_info(language.lower())["name_local"]
    except KeyError:
        return language
    return name[:1].title() + name[1:]


def common(languages: Iterable[str]) -> str:
    """The language that all of these are in, without territories where these differ; "" where there is none."""
    exact = set(languages)
    alike = exact if len(exact) == 1 else {without_territory(language) for language in exact}
    return alike.pop() if len(alike) == 1 else ""


def of_furniture(language: str, *, site: str) -> str:
    """The language that a list of briefings in `language` is marked as: its own where its labels are translated, else
    that of the site.
    """
    return language if wording.furniture_language(language) == language.split("-")[0] else site
