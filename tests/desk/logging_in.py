"""A member of staff at the login."""

from django.contrib.auth.hashers import MD5PasswordHasher
from django.http import HttpResponse
from django.test import Client

LOGIN = "/admin/login/"
PASSWORD = "correct horse battery"
WRONG = "incorrect horse battery"


def log_in(client: Client, name: str, password: str, *, to: str = "", **environ: str) -> HttpResponse:
    """Sends the form. `environ` is the request's: REMOTE_ADDR, HTTP_USER_AGENT."""
    return client.post(LOGIN, {"login": name, "password": password, "next": to}, **environ)


class CountingHasher(MD5PasswordHasher):
    """Says how often a password was hashed."""

    algorithm = "counting"
    times = 0

    def encode(self, password: str, salt: str) -> str:
        type(self).times += 1
        return super().encode(password, salt)
