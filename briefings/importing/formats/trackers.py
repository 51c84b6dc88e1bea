"""Addresses that only send their readers on, and what programs add to an address to follow those who use it."""

import re
from base64 import urlsafe_b64decode
from html import unescape
from urllib.parse import unquote, urlsplit

_LONGEST = 10_000
# Host, beginning of the path, and the parameters of which one holds where the reader is sent.
_REDIRECTS = tuple(
    (re.compile(host), path, parameters)
    for host, path, parameters in (
        (r"(?:www\.)?google\.[a-z]{2,3}(?:\.[a-z]{2})?", "/url", ("q", "url")),
        (r"[\w.-]+\.safelinks\.protection\.(?:outlook\.com|office365\.us)", "/", ("url",)),
        (r"(?:l|lm|m|www)\.facebook\.com", "/l.php", ("u",)),
        (r"l\.instagram\.com", "/", ("u",)),
        (r"(?:www\.)?youtube\.com", "/redirect", ("q",)),
        (r"(?:www\.)?linkedin\.com", "/safety/go", ("url",)),
        (r"out\.reddit\.com", "/", ("url",)),
        (r"vk\.com", "/away.php", ("to",)),
        (r"slack-redir\.net", "/link", ("url",)),
        (r"linkprotect\.cudasvc\.com", "/url", ("a",)),
        (r"urldefense\.proofpoint\.com", "/v1/", ("u",)),
        (r"statics\.teams\.cdn\.office\.net", "/evergreen-assets/safelinks/", ("url",)),
        (r"(?:[a-z]+\.)?duckduckgo\.com", "/l/", ("uddg",)),
    )
)
_DEFENCE_2 = re.compile(r"https?://urldefense\.proofpoint\.com/v2/url\?(?:[^#]*&)?u=([^&#]+)", re.IGNORECASE)
_DEFENCE_3 = re.compile(r"https?://urldefense\.(?:proofpoint\.)?(?:com|us)/v3/__(.+?)__;([\w-]*)=*!", re.IGNORECASE)
_STAR = re.compile(r"\*(?:\*(.))?")
_LOST_SLASH = re.compile(r"(?<=^http:)/(?=[^/])|(?<=^https:)/(?=[^/])")
# After two stars: how many characters were taken out there, “A” for two of them.
_RUNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_OPENED_BY = re.compile(r"(https?://)[^/?#]*@", re.IGNORECASE)
_FOLLOWS = re.compile(
    r"(?:utm|mtm|hsa)_\w+|(?:fb|g|d|y|tt|tw)clid|gclsrc|[gw]braid|msclkid|li_fat_id|igsh(?:id)?|mc_[ce]id|mkt_tok"
    r"|_hs(?:enc|mi)|__hs(?:tc|sc|fp)|hsctatracking|vero_(?:id|conv)|oly_(?:anon|enc)_id|wickedid|_openstat|srsltid"
    r"|ml_subscriber(?:_hash)?|pk_(?:campaign|kwd|source|medium)|__twitter_impression|_g[la]"
    r"|gad_(?:source|campaignid)|mibextid|elqtrack(?:id)?|rdt_cid|sc_cid|ck_subscriber_id|bsft_\w+",
    re.IGNORECASE,
)


def target_of(address: str) -> str:
    """Where `address` sends its readers on to, if it is known to do only that, else an empty text."""
    if len(address) > _LONGEST:
        return ""
    if match := _DEFENCE_3.match(address):
        return _put_back(match[1], match[2])
    if match := _DEFENCE_2.match(address):
        return unescape(unquote(match[1].replace("-", "%").replace("_", "/")))
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return ""
    for known, path, parameters in _REDIRECTS:
        if known.fullmatch(host) and parts.path.startswith(path):
            return _parameter(parts.query, parameters)
    return ""


def without_tracking(address: str) -> str:
    """`address` without the parameters that tell who follows it, and without a user's name and password."""
    before, sign, fragment = _OPENED_BY.sub(r"\1", address).partition("#")
    path, mark, query = before.partition("?")
    return path + _with_sign(mark, query) + _with_sign(sign, fragment)


def _with_sign(sign: str, parameters: str) -> str:
    """`sign` and the parameters that follow nobody; nothing where there are none."""
    every = parameters.split("&")
    remaining = [parameter for parameter in every if not _FOLLOWS.fullmatch(unquote(parameter.partition("=")[0]))]
    return sign + "&".join(remaining) if remaining else ""


def _parameter(query: str, names: tuple[str, ...]) -> str:
    values: dict[str, str] = {}
    for parameter in query.split("&"):
        name, _, value = parameter.partition("=")
        values.setdefault(name, unquote(value))
    return next((values[name] for name in names if values.get(name)), "")


def _put_back(address: str, taken: str) -> str:
    """The address with the characters of `taken`, which is base 64, put back where it has stars for them."""
    try:
        characters = iter(urlsafe_b64decode(f"{taken}==").decode("utf-8"))
    except ValueError:
        return ""

    def back(star: re.Match[str]) -> str:
        count = _RUNS.find(star[1]) + 2 if star[1] else 1
        return "".join(character for _, character in zip(range(count), characters, strict=False))

    return _STAR.sub(back, _LOST_SLASH.sub("//", address, count=1))
