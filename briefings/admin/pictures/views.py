"""Pictures on the desk: upload one, choose among them, get a file of one."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext as _

from briefings import picture_upload, pictures, policy
from briefings.admin.desk import answer_json, show_page, wants_json
from briefings.admin.pictures import picture_facts, search
from briefings.admin.pictures.forms import UploadForm
from briefings.admin.pictures.last_words import with_last_words
from briefings.admin.pictures.picture_facts import identity
from briefings.models import Image, User
from briefings.picture_upload import NotTaken

A_PAGE = 24
LAST_PAGE = 10_000


def upload(request: HttpRequest) -> HttpResponse:
    """The page of the file; then the picture's own page, or for the script what the picture is."""
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if request.method == "POST" and form.is_valid():
        try:
            image, is_new = picture_upload.upload(form.cleaned_data["file"].read(), by=request.user)
        except NotTaken as refusal:
            form.add_error("file", str(refusal))
        else:
            if wants_json(request):
                return answer_json({"picture": _facts([image], request.user)[0], "is_new": is_new})
            words = _("The picture is on file. Write its credit line.")
            again = _("This picture was on file already. Nothing was doubled.")
            messages.success(request, words if is_new else again)
            return redirect("admin:briefings_image_change", image.pk)
    if wants_json(request):
        if request.method != "POST":
            return answer_json({"error": _("Choose a file first.")}, status=400)
        return answer_json({"error": " ".join(form.errors["file"])}, status=400)
    return show_page(request, "image/upload.html", title=_("Upload a picture"), form=form)


def choose(request: HttpRequest) -> JsonResponse:
    """`{"pictures": [...], "next": page or None}`: newest first, those with the words in `q`."""
    page = _page(request.GET.get("page", ""))
    matching = search.with_words(policy.images(request.user), request.GET.get("q", ""), by=request.user)
    begin = (page - 1) * A_PAGE
    images = list(matching.order_by("-uploaded_at", "-pk")[begin : begin + A_PAGE + 1])
    return answer_json({
        "pictures": _facts(images[:A_PAGE], request.user),
        "next": page + 1 if len(images) > A_PAGE else None,
    })  # fmt: skip


def _facts(images: list[Image], by: User) -> list[dict[str, Any]]:
    return with_last_words(picture_facts.of(images, by=by), images, by=by)


def _page(text: str) -> int:
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdigit() and 0 < len(text) < 9 and int(text) else 1


def file(request: HttpRequest, image: str, name: str) -> HttpResponse:
    """One rendition in whole bytes. Who may not know of the picture gets the answer for one that does not exist."""
    token = policy.images(request.user).filter(uuid=identity(image)).values_list("token", flat=True).first()
    body = pictures.rendition(settings.MEDIA_ROOT, token, name) if token else None
    if body is None:
        raise Http404
    response = HttpResponse(body, content_type=pictures.content_type(name))
    response["Cache-Control"] = "private, no-cache"
    response["X-Content-Type-Options"] = "nosniff"
    response["ETag"] = f'"{sha256(body).hexdigest()[:32]}"'
    return get_conditional_response(request, response["ETag"], None, response)
