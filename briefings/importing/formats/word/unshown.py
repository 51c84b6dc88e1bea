"""What a finding says of a drawing that is not taken over."""

from briefings.importing.findings import named
from briefings.messages import Message, template

_SENTENCES = {
    "chart": (
        template("A chart is not taken over. Write out what it says, or upload a picture."),
        template("A chart is not taken over: %(words)s. Write out what it says, or upload a picture."),
    ),
    "diagram": (
        template("A diagram is not taken over. Write out what it says, or upload a picture."),
        template("A diagram is not taken over: %(words)s. Write out what it says, or upload a picture."),
    ),
    "formula": (
        template("A formula that is a picture is not taken over. Write it out."),
        template("A formula that is a picture is not taken over: %(words)s. Write it out."),
    ),
    "packed-file": (
        template("What is packed into the draft, a file, is not taken over. Write out what readers need of it."),
        template(
            "What is packed into the draft, a file, is not taken over: %(words)s. Write out what readers need of it."
        ),
    ),
    "packed-file of a program": (
        template(
            "What is packed into the draft, a file of %(program)s, is not taken over. Write out what readers need of "
            "it."
        ),
        template(
            "What is packed into the draft, a file of %(program)s, is not taken over: %(words)s. Write out what "
            "readers need of it."
        ),
    ),
    "picture": (
        template("A picture without a description is not taken over. Upload it to the briefing."),
        template("A picture is not taken over: %(words)s. Upload it to the briefing."),
    ),
}
"""By code of the finding: without words of the drawing, and with them."""


def finding_of(kind: str, words: str, program: str) -> tuple[str, Message]:
    """The code and the sentence for a drawing of that `kind` with these `words`, made by the `program`, if any."""
    code = {"file": "packed-file", "control": "packed-file"}.get(kind, kind)
    if kind == "file" and program.lower().startswith("equation"):
        code = "formula"
    elif code not in _SENTENCES:
        code = "picture"
    alone, described = _SENTENCES["packed-file of a program" if code == "packed-file" and program else code]
    return code, Message(described if words else alone, words=named(words), program=program)
