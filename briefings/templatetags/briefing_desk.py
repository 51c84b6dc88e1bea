"""Tags of the desk: its footer, filters of the writing page, and what is said of the clock."""

import json
from datetime import UTC, datetime
from typing import Any

from django import forms, template
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _

from briefings import health
from briefings.audit_words import detail
from briefings.content.keys import is_key
from briefings.desk_words import exact_moment, near_moment, said, time_of_day
from briefings.version import version

register = template.Library()
register.simple_tag(version)
register.filter(said)
register.filter(detail)
register.filter(near_moment)
register.filter(exact_moment)
register.filter(time_of_day)
_LABELLED = ("heading", "words", "question", "alt", "caption")


@register.filter
def in_marks(words: object) -> str:
    """`words` in the quotation marks of the desk's language."""
    return _("“%(words)s”") % {"words": words}


@register.filter
def site_at(moment: datetime, path: str = "/") -> str:
    """Where an editor sees the public site, at `path`, as of that moment."""
    stamp = moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    return reverse("site_at", args=[stamp]) + path.lstrip("/")


@register.filter
def part_label(form: forms.Form) -> str:
    """The label of a part: its heading, its words, its question, or what its picture shows."""
    labels = (str(form[name].value() or "") for name in _LABELLED if name in form.fields)
    return next((words for words in labels if words), "")


@register.filter
def set_data(formset: forms.BaseFormSet) -> str:
    """JSON that tells Django's script how to add forms to the formset."""
    return json.dumps({"name": f"#{formset.prefix}", "options": {"prefix": formset.prefix, "deleteText": ""}})


@register.filter
def name_of_list(opts: Any) -> str:
    """What the list of a model is called, whose options these are."""
    return str(admin.site.get_model_admin(opts.model).list_name)


@register.filter
def lists_by_name(app_list: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The name and the address of each list of those that the user may open."""
    models = [model for app in app_list for model in app["models"] if model["admin_url"]]
    return sorted((name_of_list(model["model"]._meta), model["admin_url"]) for model in models)


@register.simple_tag
def worker_is_missed() -> bool:
    """Whether no worker was seen in the last minutes. One query."""
    return not health.worker_is_seen()


@register.simple_tag
def thread_on(threads: Any, key: str) -> Any:
    """The comments on the part with that key; None for what has no key: a fact, and a part that is not saved yet."""
    return threads.on(key) if is_key(key or "") else None


@register.simple_tag
def clock_is_behind() -> bool:
    """Whether the machine's clock stands behind the record. One query."""
    return health.log_is_ahead_by() is not None
