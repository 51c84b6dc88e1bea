"""Whoever goes to the provider and comes back."""

from html import unescape

from django.http import HttpResponse
from django.test import Client

from tests.desk.logins.provider import Provider

GO, BACK = "/admin/login/provider/", "/admin/login/provider/back/"


def go(client: Client, provider: Provider, query: str = "") -> HttpResponse:
    """The answer to whoever went to the provider and came back."""
    return client.get(provider.authorise(client.get(GO + query).headers["Location"]))


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def words(answer: HttpResponse) -> str:
    return unescape(answer.content.decode())
