"""What stands below the words of a letter: its signature, a disclaimer, the letter that it answers."""

import re
from collections.abc import Sequence

from briefings.importing.lines import Hiding

_MOST_BELOW = 25
"""Lines of a signature or a disclaimer at most."""
_LONGEST = 90
_DELIMITER = re.compile(r"--|_{5,}")
_WROTE = re.compile(
    r".{0,200}(?:\bwrote|\bschrieb\b.{0,80}|\ba écrit|\bescribió|\bschreef\b.{0,80}|\bha scritto|\bescreveu"
    r"|\bnapisał(?:\(a\)|a)?|\bпише|\bнаписала?|\bнаписав|\bписал\(а\)|كتبت?.{0,120})\s?:",
    re.IGNORECASE,
)
_TIMED = re.compile(r"\d{1,2}[:.h]\d{2}|@")
_DATED = re.compile(r"\d{1,2}[.:/-]\s?\d{2}|\b(?:19|20)\d\d\b|@")
_ORIGINAL = re.compile(
    r"-{3,}\s*(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Originalnachricht|Message d['’]origine"
    r"|Mensaje original|Вихідне повідомлення|Оригінальне повідомлення|الرسالة الأصلية)\s*-{3,}",
    re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"(?:-{3,}\s*(?:Forwarded message|Weitergeleitete Nachricht|Message transféré|Mensaje reenviado"
    r"|Переслане повідомлення)\s*-{3,}|Begin forwarded message:|Anfang der weitergeleiteten Nachricht:"
    r"|Début du message (?:transféré|réexpédié)\s?:|Inicio del mensaje reenviado:)",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"(?:(From|Von|De|Від|От|من)|(Sent|Date|Gesendet|Datum|Envoyé|Enviado|Fecha|Надіслано|Дата|التاريخ|تاريخ الإرسال)"
    r"|(To|An|À|Para|Кому|إلى)|(Subject|Betreff|Objet|Asunto|Тема|الموضوع)|(?:Cc|Bcc|Importance))\s?:\s*\S?.*",
    re.IGNORECASE,
)
_FROM, _SUBJECT = 1, 4
_DISCLAIMER = re.compile(
    r"(?:this|the information in this|the contents of this)\s(?:e-?mail|message|communication)\b.{0,160}"
    r"\b(?:confidential|privileged|intended)|confidentiality notice|disclaimer\s?:|if you (?:are not the intended"
    r"|have received this)|please consider the environment|diese e-?mail .{0,80}vertraulich|der inhalt dieser e-?mail"
    r"|ce (?:message|courriel|mail) .{0,80}confidentiel|este (?:mensaje|correo) .{0,80}confidencial"
    r"|(?:цей|це) (?:лист|повідомлення) .{0,80}конфіденц|هذه الرسالة .{0,80}سرية",
    re.IGNORECASE,
)
_FAREWELL = re.compile(
    r"(?:(?:best|kind|warm|many)(?: regards| wishes| thanks)?|regards|cheers|thanks|thank you|(?:yours )?sincerely"
    r"|(?:mit )?(?:freundlichen|besten|vielen|herzlichen) grüßen|(?:viele|beste|liebe|herzliche|schöne) grüße|lg|mfg|vg"
    r"|(?:bien )?cordialement|bien à (?:vous|toi)|salutations|(?:un )?(?:cordial )?saludos?|atentamente|un abrazo"
    r"|з повагою|з найкращими побажаннями|مع (?:أطيب )?(?:التحية|التحيات|تحياتي))\W*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"(?:sent from my|sent from (?:outlook|mail|yahoo)|get outlook for|von meinem .{1,30} gesendet|gesendet (?:von|mit)"
    r"|envoyé (?:de|depuis) mon|enviado desde mi|надіслано з)\b.{0,80}",
    re.IGNORECASE,
)
_PROSE = re.compile(r"(?:\S+\s+){7,}\S+[.!?…]\W*")


def is_forwarded_from(line: str) -> bool:
    """Whether a line announces the letter of somebody else, which is passed on."""
    return bool(_FORWARDED.fullmatch(line.strip()))


def heads_above(lines: Sequence[str]) -> dict[int, bool]:
    """The lines that only say who wrote a letter, to whom and when: above all others, and where one is passed on.

    By index; true for the subject of the letter itself.
    """
    filled = [at for at, line in enumerate(lines) if line.strip()]
    heads: dict[int, bool] = {}
    if filled and (until := _end_of_head(lines, filled[0])):
        heads |= {at: _kind_of_head(lines[at]) == _SUBJECT for at in range(filled[0], until)}
    for at in filled:
        if is_forwarded_from(lines[at]):
            below = next((row for row in filled if row > at), at)
            heads |= dict.fromkeys(range(at, _end_of_head(lines, below) or at + 1), False)
    return heads


def below_the_letter(
    lines: Sequence[str], quoted: Sequence[bool], *, is_mail: bool, is_forwarded: bool = False
) -> list[Hiding | None]:
    """For each line of a letter why it is no part of it, or None where it is one. `quoted`: “>” stands before it.

    In what is not known to be a mail, only clear signs count: “-- ” above a few lines, and “On … wrote:” above quoted
    lines.
    """
    hidings: list[Hiding | None] = [None] * len(lines)
    filled = [at for at, line in enumerate(lines) if line.strip()]
    end = len(lines)
    for at in filled if is_mail or any(quoted) else ():
        length = _introduction(lines, quoted, at, is_mail=is_mail)
        if length:
            last = _end_of_reply(lines, quoted, at + length, is_mail=is_mail)
            hidings[at:last] = [Hiding("reply")] * (last - at)
            end = min(end, at)
        elif is_mail and not is_forwarded and hidings[at] is None and _begins_a_reply(lines, at) and at > filled[0]:
            hidings[at:] = [Hiding("reply")] * (len(lines) - at)
            end = min(end, at)
            break
    if is_forwarded and (passed_on := next((at for at in filled if is_forwarded_from(lines[at])), 0)):
        end = min(end, passed_on)
    if (start := _signature(lines, [at for at in filled if at < end], is_mail=is_mail)) is not None:
        below = [lines[at] for at in filled if start <= at < end]
        asks = sum(bool(_PROSE.match(line)) and not _DISCLAIMER.search(line) for line in below) > 1
        hidings[start:end] = [Hiding("signature", asks=asks)] * (end - start)
    return hidings


def _introduction(lines: Sequence[str], quoted: Sequence[bool], at: int, *, is_mail: bool) -> int:
    """How many lines “On … wrote:” takes at `at`, if a quoted letter follows; 0 where it does not stand there."""
    if quoted[at] and not is_mail:
        return 0
    for length in (1, 2, 3):
        words = " ".join(" ".join(lines[at : at + length]).split())
        if at + length > len(lines) or not lines[at + length - 1].strip() or quoted[at + length - 1] != quoted[at]:
            return 0
        if words.endswith(":") and len(words) <= 3 * _LONGEST and _DATED.search(words) and _WROTE.fullmatch(words):
            below = next((row for row in range(at + length, len(lines)) if lines[row].strip()), -1)
            is_unmarked = is_mail and bool(_TIMED.search(words)) and not any(quoted)
            return length if below >= 0 and (quoted[below] or is_unmarked) else 0
    return 0


def _end_of_reply(lines: Sequence[str], quoted: Sequence[bool], start: int, *, is_mail: bool) -> int:
    """Where the quoted letter ends that begins at `start`; what is written below it belongs to this one."""
    if is_mail and not any(quoted):
        return len(lines)
    end = start
    for at in range(start, len(lines)):
        if quoted[at]:
            end = at + 1
        elif lines[at].strip():
            break
    return end


def _begins_a_reply(lines: Sequence[str], at: int) -> bool:
    """“-----Original Message-----”, or From, Sent and Subject in lines of their own."""
    return bool(_ORIGINAL.fullmatch(lines[at].strip())) or _end_of_head(lines, at) > 0


def _end_of_head(lines: Sequence[str], start: int) -> int:
    """Where the lines end that say who wrote, when and about what; 0 where none begin at `start`."""
    kinds, end = set(), start
    for at in range(start, min(start + 8, len(lines))):
        kind = _kind_of_head(lines[at])
        if kind is None and lines[at].strip():
            break
        if kind is not None:
            kinds.add(kind)
            end = at + 1
    return end if _kind_of_head(lines[start]) == _FROM and len(kinds - {0}) >= 3 else 0


def _kind_of_head(line: str) -> int | None:
    match = _HEAD.fullmatch(line.strip())
    return (match.lastindex or 0) if match else None


def _signature(lines: Sequence[str], filled: Sequence[int], *, is_mail: bool) -> int | None:
    """Where the signature or disclaimer begins, among the lines that are `filled`; None where there is none."""
    for place in range(max(len(filled) - _MOST_BELOW, 1), len(filled)):
        at, below = filled[place], filled[place + 1 :]
        line = lines[at]
        if line == "-- ":
            return at
        if is_mail and (_DISCLAIMER.match(line.strip()) or _SENT_FROM.fullmatch(line.strip())):
            return at
        ends = _FAREWELL.fullmatch(line.strip()) or _DELIMITER.fullmatch(line.strip())
        if is_mail and ends and _is_signed(lines, below):
            return at
    return None


def _is_signed(lines: Sequence[str], below: Sequence[int]) -> bool:
    """Whether a name and its lines follow a farewell, and no more text."""
    text = [lines[at].strip() for at in below]
    text = text[: next((at for at, line in enumerate(text) if _DISCLAIMER.match(line)), len(text))]
    return 0 < len(text) <= 10 and not any(_PROSE.match(line) for line in text)
