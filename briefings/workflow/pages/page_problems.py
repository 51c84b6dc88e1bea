"""What an editor is told of a field of a page that cannot be as it is."""

from django.utils.translation import gettext as _

from briefings.desk_words import said


def problem(field: str, sentence: str) -> str:
    return {
        "slug": _("The address %(problem)s"),
        "heading": _("The heading %(problem)s"),
        "body": _("The text %(problem)s"),
        "language": _("The language %(problem)s"),
    }.get(field, _("This page %(problem)s")) % {"problem": said(sentence)}
