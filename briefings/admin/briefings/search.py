"""The search over the list of briefings: by words of any part of a draft, and by the address of a briefing."""

import re
from collections.abc import Sequence

from django.db.models import Q, QuerySet

from briefings.admin.briefings.languages import one_of_each_language
from briefings.content.languages import without_territory
from briefings.models import Draft, DraftWords, SlugReservation
from briefings.models.draft_words import draft_of_place
from briefings.search_words import read_query

READ_AS_TYPED = ("headline", "lede", "slug")
"""Columns in which letters are found within a word as well."""
_ADDRESS = re.compile(r"\s*(?:https?://)?[^\s/]*/(?:briefings|stories)/(?P<slug>[A-Za-z0-9_-]+)(?:[/.?#]\S*)?\s*")


def find(drafts: QuerySet[Draft], text: str, *, among: Sequence[int] | None = None) -> QuerySet[Draft]:
    """Those of `drafts` that have every word of `text` somewhere, in whatever form; or whose address, or a former one,
    it is. All of them where it is blank, none where it is neither. One query for words: which languages they are in.
    With `among`, those of a few keys: only their words are looked at, however many drafts have them.
    """
    if not text.strip():
        return drafts
    if address := _ADDRESS.fullmatch(text):
        slug = address["slug"].lower()
        had_it = SlugReservation.objects.filter(slug=slug).values("briefing")
        return drafts.filter(Q(slug=slug) | Q(briefing__in=had_it))
    words = DraftWords.objects.all()
    if among is not None:
        drafts = drafts.filter(pk__in=among)
        # By their span: of keys one by one, SQLite would ask its index of words for each.
        span = (min(among, default=0), max(among, default=0))
        words = words.filter(pk__gte=DraftWords.of_text(span[0], "").pk, pk__lte=DraftWords.of_names(span[1], "").pk)
    query = read_query(text)
    if not query.words:
        return drafts.none()
    spoken = Draft.objects.filter(pk__in=one_of_each_language()).order_by()
    languages = {without_territory(code) for code in spoken.values_list("language", flat=True)}
    for word in query.words:
        found = words.filter(words__holds_any=word.loose_alternatives(sorted(languages)))
        condition = Q(pk__in=found.values(draft=draft_of_place()))
        for column in READ_AS_TYPED:
            condition |= Q(**{f"{column}__icontains": word.text})
        drafts = drafts.filter(condition)
    return drafts
