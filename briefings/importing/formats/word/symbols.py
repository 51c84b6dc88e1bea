"""Signs of fonts that show other characters than they hold: Symbol, Wingdings, Webdings."""

UNKNOWN = "\ufffd"
"""Stands where a font shows a sign that nobody knows."""

_FIRST_OF_A_FONT, _LAST_OF_A_FONT = 0xF020, 0xF0FF


def _row(first: int, signs: str) -> dict[int, str]:
    """Signs from a code on; a space where a font has none that is known."""
    return {first + at: sign for at, sign in enumerate(signs) if sign != " "}


_SYMBOL = {
    0x20: " ",
    **_row(0x21, "!∀#∃%&∍()*+,−./0123456789:;<=>?"),
    **_row(0x40, "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"),
    **_row(0x60, "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    **_row(0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"),
    **_row(0xC0, "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"),
    **_row(0xE0, "◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ ⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
}
_WINGDINGS = {
    0x20: " ",
    **_row(0x22, "✂✁"),
    **_row(0x28, "☎✆✉"),
    **_row(0x36, "⌛⌨"),
    **_row(0x3F, "✍✍✌"),
    **_row(0x45, "☜☞☝☟✋☺ ☹ ☠"),
    **_row(0x51, "✈☼ ❄✝✞ ✠✡☪☯"),
    **_row(0x6C, "●❍■□❐❑❒⬧⧫◆❖◆⌧"),
    **_row(0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_row(0x9E, "·•▪○"),
    **_row(0xA4, "◉◎ ▪◻ ✦★✶✴✹✵"),
    **_row(0xB5, "✪✰"),
    **_row(0xD5, "⌫⌦◀➢▲▼"),
    **_row(0xDB, "←→↑↓←→↑↓↖↗↙↘←→↑↓↖↗↙↘⇦⇨⇧⇩⬄⇳⬀⬁⬃⬂▭▫✗✔☒☑"),
}
_WINGDINGS_2 = {
    0x20: " ",
    **_row(0x42, "☜☞"),
    **_row(0x4A, "☝☟"),
    **_row(0x4F, "✗✓☒☑☒☒"),
    **_row(0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"),
    **_row(0x95, "•●●●"),
    **_row(0x9F, "▪■■■□"),
    **_row(0xAE, "◆◇"),
    **_row(0xEA, "★"),
}
_FOUR_ARROWS, _FOUR_SLANTING = "←→↑↓", "↖↗↙↘"
_WINGDINGS_3 = {
    0x20: " ",
    **_row(0x21, _FOUR_ARROWS + _FOUR_SLANTING),
    **_row(0x31, "↔↕"),
    **_row(0x66, _FOUR_ARROWS + _FOUR_SLANTING),
    **_row(0x70, "▲▼△▽◄►◁▷◣◢◤◥◂▸▴"),
    **_row(0x80, "▾▲▼◀▶"),
    **_row(0x89, _FOUR_ARROWS * 7),
    **_row(0xD1, (_FOUR_ARROWS + _FOUR_SLANTING) * 3 + _FOUR_ARROWS),
}
_WEBDINGS = {
    0x20: " ",
    **_row(0x33, "◀▶▲▼"),
    0x61: "✔",
    0x63: "□",
    0x67: "■",
    0x6E: "●",
    0x72: "✗",
}
_FONTS = {
    "symbol": _SYMBOL,
    "standard symbols l": _SYMBOL,
    "opensymbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
}
_PLAIN_LETTERS = {"symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"}


def sign_of(font: str, code: int) -> str:
    """What a font shows for a code; `UNKNOWN` where that is not known. Without a font, Symbol is meant."""
    if code < _FIRST_OF_A_FONT or code > _LAST_OF_A_FONT:
        table = _FONTS.get(font.lower()) if code <= 0xFF else None
        if table is None:
            return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF else UNKNOWN
        return table.get(code, UNKNOWN)
    return _FONTS.get(font.lower() or "symbol", {}).get(code - 0xF000, UNKNOWN)


def in_font(words: str, font: str) -> tuple[str, list[int]]:
    """`words` as a font shows them, and the codes of those signs that are not known."""
    is_symbolic = font.lower() in _PLAIN_LETTERS
    if not is_symbolic and not any(_FIRST_OF_A_FONT <= ord(one) <= _LAST_OF_A_FONT for one in words):
        return words, []
    unknown: list[int] = []
    shown: list[str] = []
    for one in words:
        code = ord(one)
        is_own = _FIRST_OF_A_FONT <= code <= _LAST_OF_A_FONT or (is_symbolic and code <= 0xFF)
        sign = sign_of(font, code) if is_own and one not in "\t\n" else one
        if sign == UNKNOWN and one != UNKNOWN:
            unknown.append(code)
        shown.append(sign)
    return "".join(shown), unknown
