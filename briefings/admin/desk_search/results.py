"""What the search line finds: briefings, people and topics, a few of each, the best first."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, When
from django.urls import reverse

from briefings import policy
from briefings.admin.briefings import search
from briefings.admin.briefings.known_names import known
from briefings.admin.briefings.listing.pages import chosen_rows
from briefings.models import Byline, Draft, Person, Quote, Topic, TopicUse, User

MOST = 8
MOST_BRIEFINGS = 20
NEWEST = 200
"""So many drafts are looked through before all are."""
_MOST_WORDS = 8


@dataclass(frozen=True)
class FoundName:
    """A person or a topic. `page` is that on the desk, where the user may change what is on file; the others lead into
    the list of briefings, where there are any.
    """

    thing: Person | Topic
    page: str = ""
    quoted: str = ""
    by_them: str = ""
    about: str = ""


@dataclass(frozen=True)
class Results:
    drafts: list[Draft]
    more: str
    """The address of all briefings found, where there are more."""
    people: list[FoundName]
    topics: list[FoundName]


def found(words: str, user: User) -> Results:
    """What has all the `words`, within what the user may see. The queries are as many however much is found."""
    keys = _briefings(policy.drafts(user, "read").order_by("-saved_at", "-pk"), words)
    more = listed(q=words) if len(keys) > MOST_BRIEFINGS else ""
    return Results(chosen_rows(keys[:MOST_BRIEFINGS], user=user), more, people(words, user), topics(words, user))


def _briefings(drafts: QuerySet[Draft], words: str) -> list[int]:
    """The keys of those found among `drafts`, which come newest first, and one more than is shown: first what has the
    words in its headline. Where the newest have enough of them, only headlines are looked at beyond: a word of every
    briefing would else have all of them read.
    """
    most = MOST_BRIEFINGS + 1
    newest = list(drafts.values_list("pk", flat=True)[:NEWEST])
    are_more = len(newest) == NEWEST
    those = list(search.find(drafts, words, among=newest).values_list("pk", flat=True)[:most]) if are_more else []
    if len(those) < most:
        best = Case(When(headline__icontains=words, then=0), default=1)
        all_of_them = search.find(drafts, words).order_by(best, *drafts.query.order_by)
        return list(all_of_them.values_list("pk", flat=True)[:most])
    headlines = drafts.filter(headline__icontains=words).values_list("pk", flat=True)[:most]
    return list(dict.fromkeys([*headlines, *those]))[:most]


def people(words: str, user: User) -> list[FoundName]:
    """People with these words in their name, with the ways to the briefings that quote them and that are by them."""
    rows = known(_like(Person, words), user)[:MOST]
    drafts, keys, page = policy.drafts(user, "read"), [row.pk for row in rows], _page(user, "person")
    # Each draft is asked for by its key: a list of all of them would be made anew for each person.
    quotes = Quote.objects.filter(Exists(drafts.filter(pk=OuterRef("parent"))), person=OuterRef("pk"))
    bylines = Byline.objects.filter(Exists(drafts.filter(pk=OuterRef("draft"))), person=OuterRef("pk"))
    asked = Person.objects.filter(pk__in=keys).annotate(quoted=Exists(quotes), signed=Exists(bylines))
    ways = {pk: (quoted, signed) for pk, quoted, signed in asked.values_list("pk", "quoted", "signed")}
    return [named_person(one, page(one), is_quoted=ways[one.pk][0], is_author=ways[one.pk][1]) for one in rows]


def topics(words: str, user: User) -> list[FoundName]:
    """Topics with these words in their name."""
    rows = known(_like(Topic, words), user)[:MOST]
    drafts, page = policy.drafts(user, "read"), _page(user, "topic")
    uses = TopicUse.objects.filter(Exists(drafts.filter(pk=OuterRef("content_object"))), tag=OuterRef("pk"))
    in_use = set(Topic.objects.filter(Exists(uses), pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    return [FoundName(one, page(one), about=listed(topic=one.slug) if one.pk in in_use else "") for one in rows]


def named_person(person: Person, page: str, *, is_quoted: bool, is_author: bool) -> FoundName:
    quoted = listed(quoted=str(person.uuid)) if is_quoted else ""
    return FoundName(person, page, quoted, listed(author=str(person.uuid)) if is_author else "")


def listed(**filters: str) -> str:
    """The address of the list of briefings with these filters."""
    return f"{reverse('admin:briefings_draft_changelist')}?{urlencode(filters)}"


def _like(model: type[Person] | type[Topic], words: str) -> QuerySet:
    """Those with every word in the name: first the one of that very name, then those that begin so."""
    condition = Q(merged_into=None, trashed_at=None)
    for word in words.split()[:_MOST_WORDS]:
        condition &= Q(name__icontains=word)
    best = Case(When(name__iexact=words, then=0), When(name__istartswith=words, then=1), default=2)
    return model.objects.filter(condition).order_by(best, "name", "pk")


def _page(user: User, model: str) -> Callable[[Person | Topic], str]:
    """The address of a thing's page on the desk; "" for whoever has none."""
    if not policy.may(user, "file"):
        return lambda thing: ""
    return lambda thing: reverse(f"admin:briefings_{model}_change", args=[thing.pk])
