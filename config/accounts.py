"""allauth's accounts, as this site starts them."""

from importlib import import_module

from allauth.account.apps import AccountConfig


class Accounts(AccountConfig):
    """allauth looks for its middleware by name, to run at every address; ours runs it at the desk alone.

    Its table of mail addresses stays empty here, and so has no pages at the desk.
    """

    def ready(self) -> None:
        from django.contrib import admin

        import_module("allauth.account.checks")
        admin.site.unregister(import_module("allauth.account.models").EmailAddress)
