"""Names on file that begin like what is typed: of what the user may know about."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, JsonResponse

from briefings import policy
from briefings.models import Person, PublishedQuote, PublishedTopic, Topic, User

MOST = 12
LONGEST = 100


def suggest(request: HttpRequest, kind: str) -> JsonResponse:
    """`{"names": [{"name", "note"}]}` for `people` or `topics` and the words in `q`."""
    if not policy.may(request.user, "write"):
        raise PermissionDenied
    if kind not in ("people", "topics"):
        raise Http404
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if not words:
        return _answer([])
    if kind == "topics":
        found = _topics(request.user).filter(name__icontains=words).order_by("name")[:MOST]
        return _answer([{"name": topic.name, "note": ""} for topic in found])
    people = _people(request.user).filter(name__icontains=words).order_by("name")[:MOST]
    return _answer([{"name": person.name, "note": person.get_kind_display()} for person in people])


def _answer(names: list[dict[str, str]]) -> JsonResponse:
    return JsonResponse({"names": names}, headers={"Cache-Control": "no-store"})


def _people(user: User) -> QuerySet[Person]:
    if policy.may_to_all(user, "read"):
        return Person.objects.all()
    quoted = PublishedQuote.objects.gone_live().values("person")
    own = Q(pk__in=Person.objects.filter(quotes__parent__owner=user).values("pk"))
    return Person.objects.filter(own | Q(uuid__in=quoted))


def _topics(user: User) -> QuerySet[Topic]:
    if policy.may_to_all(user, "read"):
        return Topic.objects.all()
    shown = PublishedTopic.objects.gone_live().values("topic")
    own = Q(pk__in=Topic.objects.filter(uses__content_object__owner=user).values("pk"))
    return Topic.objects.filter(own | Q(uuid__in=shown))
