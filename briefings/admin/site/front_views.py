"""The page on which editors say what the front page puts first, in which order, and who changed it when."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from briefings import clock, workflow
from briefings.admin.site.front_form import FrontForm, arranged, beginning, lines
from briefings.admin.site.record_page import RecordPage
from briefings.admin.site_at import answers
from briefings.admin.site_at.rewriting import rewrite
from briefings.public import addresses, sites
from briefings.views.answers import HTML, styled
from briefings.workflow.pages import front_page

_page = RecordPage(
    form=FrontForm,
    current=front_page.current_front,
    beginning=beginning,
    publish=workflow.set_front,
    theirs=lines,
    about=front_page.ABOUT,
    title=gettext_lazy("Front page"),
    template="front/form.html",
)


def edit(request: HttpRequest) -> HttpResponse:
    """The form; with one place moved, where a button says so."""
    if "_move" not in request.POST:
        return _page.edit(request)
    current, _expected = front_page.current_front()
    values, moved = arranged(current, request.POST, request.POST["_move"])
    return _page.show(request, FrontForm(initial=values, by=request.user, current=current, moved=moved))


def preview(request: HttpRequest) -> HttpResponse:
    """The front page as readers would get it now with what the form says; without a form, as it is."""
    wanted, _expected = front_page.current_front()
    if request.method == "POST":
        form = FrontForm(request.POST, by=request.user, current=wanted)
        if not form.is_valid():
            return _page.show(request, form)
        wanted = form.record
    at = clock.moment()
    frame = replace(sites.frame(at), placed=wanted.standing(at))
    answer = answers.answer(addresses.home(), "", at, period={"frame": frame})
    banner = {"language": get_language(), "sentence": _("Preview. Readers get the front page like this once you save.")}
    page = rewrite(
        answer.content.decode(),
        inside=str,
        head=format_html('<link rel="stylesheet" href="{}">', static("briefings/banner.css")),
        top=render_to_string("admin/briefings/front/_banner.html", banner),
    )
    return styled(HttpResponse(page, content_type=HTML, headers={"Cache-Control": "no-store"}), frame.site)
