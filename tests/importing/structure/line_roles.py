"""What the lines of a draft were taken for."""

from briefings.importing import Imported, as_json
from tests.importing.drafts import understood

LONG = "The allies met in Paris on Monday, and they talked for a long time about what comes next for all of them."


def shaped(*lines: str, **arguments: object) -> Imported:
    return understood("\n".join(lines), **arguments)


def printed(*lines: str, **arguments: object) -> dict[str, object]:
    return as_json(shaped(*lines, **arguments))


def roles(imported: Imported) -> list[tuple[str, str]]:
    """Role and words of each line, in the order of the draft."""
    return [(part.role, part.line.text) for part in imported.parts]


def role_of(imported: Imported, words: str) -> str:
    return next(part.role for part in imported.parts if part.line.text == words)


def headings(imported: Imported) -> list[str]:
    return [section.heading for section in imported.content.sections if section.heading]


def markdown(*paragraphs: str) -> str:
    """Paragraphs with a blank line between, as Markdown has them."""
    return "\n\n".join(paragraphs)
