"""The newsroom's own accents as a style sheet, over those of the look."""


def accents(*, light: str | None, dark: str | None) -> str:
    """CSS for the accents (#rrggbb) of the two schemes; "" where the look's own stand."""
    given = {"light": light, "dark": dark}
    return "".join(
        f"@media (prefers-color-scheme:{scheme}){{:root{{--accent:{accent}}}}}"
        for scheme, accent in given.items()
        if accent
    )
