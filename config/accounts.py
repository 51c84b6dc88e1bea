"""allauth's apps, as this site starts them: without pages of their own in the admin."""

from importlib import import_module

from allauth.account.apps import AccountConfig
from allauth.mfa.apps import MFAConfig
from allauth.socialaccount.apps import SocialAccountConfig


class Accounts(AccountConfig):
    """Without allauth's check that its middleware is installed by name: `DeskAccounts` runs it at the desk alone.

    Its table of mail addresses stays empty.
    """

    def ready(self) -> None:
        from django.contrib import admin

        import_module("allauth.account.checks")
        admin.site.unregister(import_module("allauth.account.models").EmailAddress)


class SecondFactors(MFAConfig):
    """Secrets are nobody's to look at: `staff.reset_second_factor` is the one act on somebody else's."""

    def ready(self) -> None:
        from django.contrib import admin

        super().ready()
        admin.site.unregister(import_module("allauth.mfa.models").Authenticator)


class Providers(SocialAccountConfig):
    """OpenID Connect. Its provider is named by settings, so the table of those stays empty, as does that of tokens."""

    def ready(self) -> None:
        from django.contrib import admin

        super().ready()
        models = import_module("allauth.socialaccount.models")
        for model in (models.SocialApp, models.SocialAccount, models.SocialToken):
            admin.site.unregister(model)
