"""allauth's app of accounts, as this site starts it."""

from importlib import import_module

from allauth.account.apps import AccountConfig


class Accounts(AccountConfig):
    """Without allauth's check that its middleware is installed by name: `DeskAccounts` runs it at the desk alone.

    Its table of mail addresses stays empty, and so has no pages in the admin.
    """

    def ready(self) -> None:
        from django.contrib import admin

        import_module("allauth.account.checks")
        admin.site.unregister(import_module("allauth.account.models").EmailAddress)
