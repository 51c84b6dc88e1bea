"""A draft that was kept as it came, read once more."""

from briefings.importing.reading import Reading, read, read_text


def read_again(data: bytes, *, name: str, format: str, encoding: str = "") -> Reading:
    """The lines of the file called `name`, in the `encoding` that was chosen; without a name, of what was pasted in
    that `format` (UTF-8).

    Raises Unreadable.
    """
    if name:
        return read(data, name=name, encoding=encoding)
    return read_text(data.decode("utf-8", "replace"), format=format or None)
