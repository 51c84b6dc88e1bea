"""The site itself on the desk: its identity, its front page, and its standing pages."""

from briefings.admin.site.admin import FrontPageAdmin, SiteIdentityAdmin, StandingPageAdmin

__all__ = ["FrontPageAdmin", "SiteIdentityAdmin", "StandingPageAdmin"]
