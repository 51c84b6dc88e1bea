"""Comments in the code of a page: what a program wrote there says nothing, what a person wrote has to be seen."""

import re

from briefings.importing.lines import Hiding

_CONDITION = r"[!(\s]*(?:(?:[gl]te?\s+)?(?:mso|ie|vml|ppt|support\w+)|true|false|[\d.\s&|!()])+"
_SAYS_NOTHING = re.compile(
    rf"\s*(?:\[if\s{_CONDITION}\]\s*(?:>|\Z)|<?!?\[endif\]\s*\Z|(?:Start|End)Fragment\s*\Z"
    r"|doctype\s+\w+\s*(?:\Z|public\b|system\b|\[|[\"'])|\??xml\s*(?:<|:|version\s*=)"
    r"|/?wp:[\w/-]+\s*(?:\{.*\}\s*)?/?\s*\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"[\u3040-\u9fff\uac00-\ud7af]|(?<![\w:/=<{.#-])[^\W\d_]{2,}(?![\w:/=>}-])")
_CODE = re.compile(r"[{}]|\w\s*=\s*[\"'\w]|;\s*$|\w\(\)", re.MULTILINE)
# How those who build pages name their parts: “begin sidebar”, “/ .entry-content”, “END Header”.
_NAMES_A_PART = re.compile(r"\W*(?:/|[.#][\w-]|(?:begin|start|end)s?\b)|.*\b(?:begin|start|end)s?\W*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\w[:,!?]\s|\d{3}|[.?!…]\W*$")
_FEW_WORDS, _LONGEST_NAME = 4, 8


def hiding_of(comment: str, *, in_paragraph: bool) -> Hiding | None:
    """Why the comment is left out, or None where nothing is said in it. Prose has to be seen by an editor."""
    if _SAYS_NOTHING.match(comment):
        return None
    text = _TAG.sub(" ", comment)
    words = len(_WORD.findall(text))
    if not text.strip():
        return None
    if words < 2 or _CODE.search(text):
        return Hiding("comment", asks=False)
    if in_paragraph:
        return Hiding("comment")
    names_a_part = words <= _LONGEST_NAME and bool(_NAMES_A_PART.match(text))
    is_prose = words >= _FEW_WORDS or bool(_SENTENCE.search(text))
    return Hiding("comment", asks=is_prose and not names_a_part)
