"""What somebody types who remembers a briefing that was made: a few words of its headline, its lede, a quotation with
its speaker or a question, in other forms than they stand there, small and without accents.

The index has no part in it: the words come from the text, their other forms from lists written by hand.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from random import Random

from briefings.content import BriefingContent
from briefings.content.richtext import plain_text

OTHER_FORMS = {
    "en": "Harbour/harbours Corridor/corridors School/schools Bridge/bridges Homes/home Fares/fare Archive/archives "
    "Crossing/crossings Cellar/cellars Street/streets River/rivers backs/backed wants/wanted decided/decides "
    "minutes/minute published/publish finish/finished shown/show deserve/deserves people/people figures/figure",
    "de": "Stadtrat/Stadtrats Hafenbehörde/Hafenbehörden Verkehrsministerium/Verkehrsministeriums Hafen/Häfen "
    "Gewerkschaft/Gewerkschaften Rechnungshof/Rechnungshofs Schule/Schulen Brücke/Brücken Stuben/Stube Archiv/Archivs "
    "Keller/Kellers Straße/Strassen Zahlen/Zahl beschlossen/beschlossene Lösung/Lösungen Gürtel/Gürtels Weg/Weges",
    "fr": "municipal/municipaux ministère/ministères Transports/transport syndicat/syndicats Corridor/corridors "
    "École/écoles Pont/ponts Maisons/maison Tarif/tarifs Archives/archive chiffres/chiffre décidé/décide "
    "projet/projets millions/million ville/villes date/dates",
    "es": "ayuntamiento/ayuntamientos Transportes/transporte sindicato/sindicatos Corredor/corredores Línea/líneas "
    "Escuela/escuelas Puente/puentes Casas/casa Tarifa/tarifas Archivo/archivos Calle/calles cuentas/cuenta "
    "proyecto/proyectos millones/millón ciudad/ciudades fecha/fechas invierno/inviernos",
    "uk": "Міська/міської рада/ради Міністерство/міністерства палата/палати Профспілка/профспілки служба/служби "
    "Гавань/гавані Пояс/поясу Лінія/лінії Школа/школи Вода/води Міст/мосту Архів/архіву Вулиця/вулиці Дорога/дороги "
    "мільйонів/мільйони розрахунків/розрахунки зими/зима проєкт/проєкту місто/міста",
    "ar": "المجلس/مجلس وزارة/الوزارة ديوان/الديوان نقابة/النقابة هيئة/الهيئة البرلمان/برلمان المرفأ/مرفأ الممر/ممر "
    "المدرسة/مدرسة الماء/ماء الجسر/جسر الأرشيف/الارشيف الشارع/شارع الطريق/طريق مشروع/المشروع أرقام/الأرقام الشتاء/شتاء",
}
_FORMS = {language: dict(pair.split("/") for pair in pairs.split()) for language, pairs in OTHER_FORMS.items()}


def remembered(made: dict[str, list[BriefingContent]], *, each: int) -> Iterator[tuple[str, str]]:
    """The slug of a briefing, and what is typed for it: of so many of each language."""
    rng = Random(18)
    for language in OTHER_FORMS:
        for content in rng.sample(made[language], each):
            yield content.slug or "", next(_searches(content, rng))


def _searches(content: BriefingContent, rng: Random) -> Iterator[str]:
    """One search for each thing that is remembered of `content`, in an order of chance: what it was about, or that and
    a detail.
    """
    about = _typed([content.headline], content.language, most=2)
    found = [_typed([text], content.language, most=4) for text in (content.headline, content.lede)]
    if content.quotes:
        quote = rng.choice(content.quotes)
        surname = quote.person.name.split()[-1]
        found.append(f"{surname} {_typed([quote.words], content.language, most=2)}")
    if content.faq:
        entry = rng.choice(content.faq)
        found.append(f"{about} {_typed([entry.question, entry.answer], content.language, most=2)}")
    rng.shuffle(found)
    yield from found


def _typed(texts: Sequence[str], language: str, *, most: int) -> str:
    """The numbers and the longest words of `texts` in their order, in other forms, as one types in a hurry."""
    plain = " ".join(map(plain_text, texts))
    words = [word.strip("«»„“”.,:;!?¿()") for word in plain.replace("'", " ").replace("’", " ").split()]
    words = list(dict.fromkeys(word for word in words if len(word) > 2 or word.isdigit()))
    chosen = sorted(words, key=lambda word: (not word.isdigit(), -len(word)))[:most]
    return " ".join(_hurried(_FORMS[language].get(word, word)) for word in words if word in chosen)


def _hurried(word: str) -> str:
    """In small letters; Latin ones without accents."""
    if not unicodedata.name(word[0]).startswith("LATIN"):
        return word
    return "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
