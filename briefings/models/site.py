"""The site's identity and its front page, under the names that the desk uses."""

from django.utils.translation import gettext_lazy as _

from briefings.models.log import Subject


class SiteIdentity(Subject):
    """The subject of the site's public records, under a name of its own on the desk."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("site identity")
        verbose_name_plural = _("site identity")


class FrontPage(Subject):
    """The subject of the front page's public records, likewise."""

    class Meta:
        proxy = True
        default_permissions = ()
        verbose_name = _("front page")
        verbose_name_plural = _("front page")
