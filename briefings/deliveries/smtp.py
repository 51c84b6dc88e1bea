"""The way to the mail server, which holds nobody longer than it may: each of its answers comes whole within seconds."""

import smtplib
import socket
from contextlib import suppress
from threading import Event, Timer

from django.core.mail.backends import smtp


class _Punctual:
    """Of a connection to a mail server. A time limit of the socket counts anew with each byte that arrives: a server
    that sends one now and then would hold the worker for a day.
    """

    def getreply(self) -> tuple[int, bytes]:
        if self.timeout is None or self.sock is None:
            return super().getreply()
        is_late = Event()
        limit = Timer(self.timeout, _hang_up, [self.sock, is_late])
        limit.daemon = True
        limit.start()
        try:
            answer = super().getreply()
        finally:
            limit.cancel()
        if is_late.is_set():  # what came of it until then is no answer
            self.close()
            raise smtplib.SMTPServerDisconnected("The answer did not come in time.")
        return answer


class _Plain(_Punctual, smtplib.SMTP):
    pass


class _Encrypted(_Punctual, smtplib.SMTP_SSL):
    pass


class EmailBackend(smtp.EmailBackend):
    """Django's, with an end to waiting."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _Encrypted if self.use_ssl else _Plain


def _hang_up(connection: socket.socket, is_late: Event) -> None:
    is_late.set()
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
