"""The desk's sessions: Django's in the database, each with whose it is, so that all of one person's can be ended."""

from datetime import UTC, datetime
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.db import models

from briefings.models import DeskSession

LOGIN = "desk_login"
"""Where a session keeps the id of the login that began it."""
SEEN = "desk_seen"
"""Where it keeps when it was used last, in seconds since 1970, as far as `middleware.DeskLogins` writes it."""


class SessionStore(DatabaseStore):
    @classmethod
    def get_model_class(cls) -> type[models.Model]:
        return DeskSession

    def create_model_instance(self, data: dict[str, Any]) -> DeskSession:
        session = super().create_model_instance(data)
        user, seen = data.get(SESSION_KEY), data.get(SEEN)
        session.user_id = int(user) if user else None
        session.login_id = data.get(LOGIN)
        session.seen_at = datetime.fromtimestamp(seen, UTC) if seen else None
        return session
