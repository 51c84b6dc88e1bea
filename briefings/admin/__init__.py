"""The desk: Django's own admin, which declares what editors see. What it does is one call away, in the workflow."""

from django.contrib import admin
from django.contrib.auth.models import Group
from taggit.models import Tag

from briefings.admin import audit_log, briefings, deliveries, pasted_drafts, people_and_topics, pictures, site, staff

__all__ = ["audit_log", "briefings", "deliveries", "pasted_drafts", "people_and_topics", "pictures", "site", "staff"]

admin.site.site_header = admin.site.site_title = "Briefings"
admin.site.enable_nav_sidebar = False  # the masthead leads everywhere, on every page alike
admin.site.disable_action("delete_selected")  # nothing on the desk is deleted in bulk
for foreign in (Group, Tag):  # roles come from `roles.sync`, and topics are a model of ours
    admin.site.unregister(foreign)
