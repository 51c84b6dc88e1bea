"""Languages as front pages and feeds tell them apart."""


def without_territory(language: str) -> str:
    """The language, with its script where the code names one: `de` of `de-AT`, `zh-Hant` of `zh-Hant-TW`."""
    primary, *rest = language.split("-")
    return "-".join([primary.lower(), *(part.title() for part in rest if len(part) == 4 and part.isalpha())])
