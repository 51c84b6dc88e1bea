"""Who logged in, when and how; and the sessions that are open."""

from importlib import import_module

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _


class Login(models.Model):
    """A login that succeeded: by what (`how`, codes of `logins.records.MEANS` with commas between them), from where
    and with what. The address is shortened and the browser named only roughly. Kept for 90 days.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="logins", db_index=False)
    at = models.DateTimeField(_("when"))
    how = models.CharField(max_length=64)
    address = models.CharField(max_length=48, blank=True)
    device = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["user", "-at"], name="login_of_user")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.how}"


class PasswordLink(models.Model):
    """The link by which a member of staff sets a password: one each, so that a new one replaces the older.

    Of the secret in its address only the SHA-256 is kept. `of_password` is that of the password, as it was on file
    when the link was made: with any other the link is over.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, primary_key=True, related_name="password_link"
    )
    token_hash = models.CharField(max_length=64, unique=True)
    of_password = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("made_at")), name="password_link_ends_after_it_is_made"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d %H:%M}"


class DeskSession(AbstractBaseSession):
    """A session of the desk, with whose it is: `user` is None for somebody who has not finished logging in.

    `logins.session_store` writes it; all but the key and the data are copies of what the data says.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="desk_sessions"
    )
    login = models.ForeignKey(Login, on_delete=models.SET_NULL, null=True, related_name="desk_sessions")
    seen_at = models.DateTimeField(null=True)

    class Meta(AbstractBaseSession.Meta):
        abstract = False

    @classmethod
    def get_session_store_class(cls) -> type:
        return import_module(settings.SESSION_ENGINE).SessionStore
