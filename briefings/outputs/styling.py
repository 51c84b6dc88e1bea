"""The newsroom's own accents as a style sheet, over those of the look."""


def accents(*, light: str | None, dark: str | None) -> str:
    """CSS for the accents (#rrggbb) of the two schemes; "" where the look's own stand."""
    sheet = f":root{{--accent:{light}}}" if light else ""
    return sheet + (f"@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}" if dark else "")
