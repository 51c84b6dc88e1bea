"""docx."""

from briefings.importing.unreadable import Unreadable


def lines_of_docx(data):
    raise Unreadable("x.")
