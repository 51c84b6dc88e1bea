"""The page of one picture: what it is, its texts, where it is used, and its history."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from briefings import policy, workflow
from briefings.admin.desk import answer_json, show_page, wants_json
from briefings.admin.pictures import picture_facts
from briefings.admin.pictures.forms import DetailsForm
from briefings.admin.pictures.picture_facts import files
from briefings.models import AuditEntry, Draft, Image, PublishedImage
from briefings.outputs.pictures import picture
from briefings.workflow.picture_details import DETAILS, ChangedMeanwhile, describe
from briefings.working_copy import image_name

MOST_USES = 50
LATEST = 5
_PERCENT = {str(number) for number in range(101)}


@dataclass(frozen=True)
class Meanwhile:
    """What a colleague wrote into a field while another was about to write there."""

    label: str
    value: str


def page(request: HttpRequest, image: Image) -> HttpResponse:
    """Show the page, or save what was sent of it."""
    may_describe = policy.may_describe(request.user, image)
    if request.method == "POST":
        if not may_describe:
            raise PermissionDenied
        return _sent(request, image)
    return _shown(request, image, DetailsForm.of(image), may_describe=may_describe)


def _sent(request: HttpRequest, image: Image) -> HttpResponse:
    form = DetailsForm.of(image, request.POST.dict())
    meanwhile: list[Meanwhile] = []
    status = 400
    if form.is_valid():
        values = form.cleaned_data
        try:
            changed = describe(
                image, {name: values[name] for name in DETAILS}, expected=values["version"], by=request.user
            )
        except ChangedMeanwhile as refusal:
            image.refresh_from_db()
            form.add_error(None, str(refusal))
            meanwhile = _differing(form, image)
            form.data = form.data | {"version": image.version}  # whoever saves again has seen what stands there
            status = 409
        except workflow.Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return _saved(request, image, is_changed=bool(changed))
    if wants_json(request):
        return answer_json(_refusal(form, image, meanwhile), status=status)
    return _shown(request, image, form, may_describe=True, meanwhile=meanwhile)


def _saved(request: HttpRequest, image: Image, *, is_changed: bool) -> HttpResponse:
    if wants_json(request):
        image.refresh_from_db()
        return answer_json({"picture": picture_facts.of([image], by=request.user)[0]})
    messages.success(request, _("Saved.") if is_changed else _("Nothing was changed, so nothing new was saved."))
    return redirect("admin:briefings_image_change", image.pk)


def _refusal(form: DetailsForm, image: Image, meanwhile: list[Meanwhile]) -> dict[str, Any]:
    now = " ".join(f"{one.label}: “{one.value}”." for one in meanwhile)
    return {
        "error": " ".join([*form.non_field_errors(), *([now] if now else [])]),
        "fields": {name: " ".join(errors) for name, errors in form.errors.items() if name != "__all__"},
        "version": image.version,
    }


def _differing(form: DetailsForm, image: Image) -> list[Meanwhile]:
    return [
        Meanwhile(str(form.fields[name].label), str(value if value is not None else "") or _("(empty)"))
        for name in DETAILS
        if (value := getattr(image, name)) != form.cleaned_data.get(name)
    ]


def _shown(
    request: HttpRequest,
    image: Image,
    form: DetailsForm,
    *,
    may_describe: bool,
    meanwhile: list[Meanwhile] | None = None,
) -> HttpResponse:
    about = f"image:{image.uuid}"
    return show_page(
        request,
        "image/change_form.html",
        title=picture_facts.name(image),
        image=image,
        form=form,
        may_describe=may_describe,
        meanwhile=meanwhile or [],
        picture=picture(image_name(image), media=files()),
        thumbnail=picture_facts.address(image),
        until=picture_facts.until(image.usable_until),
        focal=_focal(form),
        uses=_uses(request, image),
        live=_live(image),
        entries=AuditEntry.objects.filter(about=about).select_related("by").order_by("-at", "-id")[:LATEST],
    )


def _focal(form: DetailsForm) -> dict[str, int]:
    """The point as the form has it, in per cent; the middle, where it holds no such number."""
    values = {name: str(form[f"focal_{name}"].value()) for name in ("x", "y")}
    return {name: int(value) if value in _PERCENT else 50 for name, value in values.items()}


def _uses(request: HttpRequest, image: Image) -> list[Draft]:
    """The drafts that show it, of those that the user may read."""
    drafts = policy.drafts(request.user, "read").filter(pk__in=image.figures.values("parent"))
    return list(drafts.order_by("-saved_at")[:MOST_USES])


def _live(image: Image) -> list[PublishedImage]:
    """Where readers see it now."""
    rows = PublishedImage.objects.filter(token=image.token).select_related("edition__summary")
    return list(rows.live().listed().order_by("-edition__live_from")[:MOST_USES])
