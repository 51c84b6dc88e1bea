"""Names on file that contain what is typed, of those that the user may know."""

from typing import Any

from django.db.models import Case, When
from django.http import Http404, HttpRequest, JsonResponse

from briefings.admin.briefings.known_names import known_to
from briefings.admin.desk import answer_json
from briefings.models import Person, Topic

MOST = 12
LONGEST = 100


def suggest(request: HttpRequest, kind: str) -> JsonResponse:
    """`{"names": [{"name", "note"}]}` for `people` or `topics` and the words in `q`."""
    if kind not in ("people", "topics"):
        raise Http404
    words = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if not words:
        return answer_json({"names": []})
    if kind == "topics":
        topics = known_to(request.user, Topic).filter(**_like(words)).order_by(*_order(words))[:MOST]
        return answer_json({"names": [{"name": topic.name, "note": ""} for topic in topics]})
    people = known_to(request.user, Person).filter(**_like(words)).order_by(*_order(words))[:MOST]
    return answer_json({"names": [{"name": person.name, "note": person.get_kind_display()} for person in people]})


def _like(words: str) -> dict[str, Any]:
    """Those with the words in their name, but for what was merged into another or is in the trash."""
    return {"name__icontains": words, "merged_into": None, "trashed_at": None}


def _order(words: str) -> tuple[Any, str]:
    """The one of that very name first: whoever asks whether it is on file finds it, however many are like it."""
    return Case(When(name=words, then=0), default=1), "name"
