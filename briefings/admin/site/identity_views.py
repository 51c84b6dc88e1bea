"""The page of the site's identity, and who changed it when."""

from django.utils.translation import gettext_lazy as _

from briefings import workflow
from briefings.admin.site.identity_form import IdentityForm, beginning
from briefings.admin.site.record_page import RecordPage
from briefings.workflow.pages import site

edit = RecordPage(
    form=IdentityForm,
    current=site.current_site,
    beginning=beginning,
    publish=workflow.set_site,
    theirs=lambda current: current,
    about=site.ABOUT,
    title=_("Site identity"),
    template="site/form.html",
).edit
