"""The page behind the link by which a member of staff sets a password. Its address is a secret."""

from http import HTTPStatus

from django.conf import settings
from django.contrib.auth.forms import SetPasswordForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from briefings import throttle, workflow
from briefings.logins import password_links
from briefings.models import PasswordLink
from briefings.views.login import around


@never_cache
@sensitive_post_parameters()
def set_password(request: HttpRequest, token: str) -> HttpResponse:
    """The form, and its answer. Whatever was never a link, and one that is over, get one and the same page.

    Nobody who came from here says from where: with no-referrer a browser would also hide its origin from the form.
    """
    if settings.LOGIN_BY == "oidc":
        raise Http404
    response = _answer(request, token)
    response["Referrer-Policy"] = "strict-origin"
    return response


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    if throttle.is_link_locked(request):
        return HttpResponse()  # in whose place the throttle's middleware answers
    link = password_links.find(token)
    if link is None:
        throttle.count_wrong_link(request)
        return _over(request)
    form = SetPasswordForm(link.user, request.POST or None)
    form.label_suffix = ""
    if not form.is_valid():
        return _page(request, "account/password_link.html", link=link, form=form)
    try:
        workflow.set_password(token, password=form.cleaned_data["new_password1"])
    except workflow.Refused:
        return _over(request)
    return _page(request, "account/password_set.html", link=link)


def _over(request: HttpRequest) -> HttpResponse:
    return _page(request, "account/password_link_over.html", status=HTTPStatus.NOT_FOUND)


def _page(
    request: HttpRequest,
    template: str,
    *,
    link: PasswordLink | None = None,
    form: SetPasswordForm | None = None,
    status: int = HTTPStatus.OK,
) -> HttpResponse:
    context = {**around(request), "link": link, "form": form}
    return render(request, template, context, status=status)
