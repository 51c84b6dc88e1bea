"""The languages of what is live: each has a front page and feeds, where there is more than one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef

from briefings.content.languages import without_territory
from briefings.models import PublishedSummary
from briefings.outputs.languages import LanguageFront
from briefings.public import addresses
from briefings.public.one_of_each import OneOfEach


@dataclass(frozen=True)
class Languages:
    """Those in which a listed briefing is live, without territories, the site's own first."""

    spoken: tuple[str, ...] = ()

    @property
    def at_home(self) -> str:
        """The language of what stands at `/`; "" where all does, for there is one language, or none is the site's."""
        own = without_territory(settings.SITE_LANGUAGE)
        return own if len(self.spoken) > 1 and own in self.spoken else ""

    def path(self, language: str) -> str:
        """Where the front page of one of them is."""
        is_home = len(self.spoken) == 1 or language == self.at_home
        return addresses.home() if is_home else addresses.language_home(language)

    def fronts(self, *, here: str = "") -> tuple[LanguageFront, ...]:
        """The front pages, of which one may be `here`; none where there is nothing to choose."""
        if len(self.spoken) < 2:
            return ()
        return tuple(
            LanguageFront(
                language=language,
                path=self.path(language),
                feeds=addresses.language_feeds(language),
                is_here=language == here,
            )
            for language in self.spoken
        )


def languages(at: datetime) -> Languages:
    """The languages at that moment. One query, however many there are."""
    of_language = PublishedSummary.objects.filter(front_language=OuterRef("front_language"))
    found = (
        PublishedSummary.objects.filter(pk__in=OneOfEach(PublishedSummary, "front_language", where="listed"))
        .filter(Exists(of_language.live(at).listed()))
        .values_list("front_language", flat=True)
    )
    return Languages(_in_order(list(found)))


def _in_order(spoken: Sequence[str]) -> tuple[str, ...]:
    own = without_territory(settings.SITE_LANGUAGE)
    return tuple(sorted(spoken, key=lambda language: (language != own, language)))
