"""The site itself on the desk: its identity, and its standing pages."""

from briefings.admin.site.admin import SiteIdentityAdmin, StandingPageAdmin

__all__ = ["SiteIdentityAdmin", "StandingPageAdmin"]
