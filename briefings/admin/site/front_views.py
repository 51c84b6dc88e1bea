"""The page on which editors say what the front page puts first, and who changed it when."""

from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.site.front_form import FrontForm, beginning, lines
from briefings.admin.site.record_page import RecordPage
from briefings.workflow.pages import front_page

edit = RecordPage(
    form=FrontForm,
    current=front_page.current_front,
    beginning=beginning,
    publish=workflow.set_front,
    theirs=lines,
    about=front_page.ABOUT,
    title=_("Front page"),
    template="front/form.html",
).edit
