"""Known-item searches: a reader remembers a briefing, types a few words, and finds it among the first five.

A hundred of them, in six languages, over the demo newsroom and a few hundred made briefings.
"""

from collections import defaultdict
from collections.abc import Iterator
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from briefings.content import BriefingContent, from_canonical
from briefings.demo import newsroom
from briefings.management.commands import demo
from briefings.models import Edition
from tests.demo.conftest import fill
from tests.demo.sketches import sketched
from tests.search_words.known_items import SEARCHES
from tests.search_words.remembered import remembered
from tests.visibility.searching import slugs

pytestmark = pytest.mark.django_db
MADE, FROM_EACH_LANGUAGE = 300, 5
FIRST = 5
ENOUGH = 95


@pytest.fixture(scope="module")
def site(module_db: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, list[BriefingContent]]]:
    """The made briefings that are live, by language. The demo stands beside them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
        patch.setattr(newsroom, "drawn", sketched)
        call_command("make_briefings", str(MADE), stdout=StringIO(), stderr=StringIO())
        made = defaultdict(list)
        for edition in Edition.objects.live().listed().select_related("text").order_by("seq"):
            content = from_canonical(edition.text.text)
            made[content.language].append(content)
        sample = str(settings.BASE_DIR / demo.SAMPLE)
        accepted = {"headline": demo.HEADLINE, "topics": demo.TOPICS, "publish": True, "accept_guesses": True}
        call_command("import_briefing", sample, stdout=StringIO(), stderr=StringIO(), **accepted)
        fill(patch)
        yield made


@pytest.fixture(scope="module")
def asked(site: dict[str, list[BriefingContent]]) -> list[tuple[str, str]]:
    """A hundred searches, each with the slug that is wanted."""
    found = [*SEARCHES, *remembered(site, each=FROM_EACH_LANGUAGE)]
    assert len(found) == 100
    return found


def test_whoever_remembers_a_briefing_finds_it_among_the_first_five(asked):
    missed = [(slug, words) for slug, words in asked if slug not in slugs(words, timezone.now())[:FIRST]]

    assert len(missed) <= 100 - ENOUGH, missed
