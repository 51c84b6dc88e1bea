"""The newsroom's own accents as a style sheet, over those of the look."""

ACCENT = "#8c1d24"
"""The look's own accent in the light scheme: --accent in static/briefings/site.css."""


def accents(*, light: str | None, dark: str | None) -> str:
    """CSS for the accents (#rrggbb) of the two colour schemes. None keeps the look's own accent; "" where both do."""
    given = {"light": light, "dark": dark}
    return "".join(
        f"@media (prefers-color-scheme:{scheme}){{:root{{--accent:{accent}}}}}"
        for scheme, accent in given.items()
        if accent
    )
