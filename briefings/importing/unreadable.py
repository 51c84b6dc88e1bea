"""The one refusal of the reading half of the importer."""


class Unreadable(ValueError):
    """The file cannot be read as a draft; the text says why and what to do."""
