"""Which language words were translated from, said in the language that is active."""

from django.utils.translation import gettext, gettext_noop

from briefings.outputs.wording import language_name

# A phrase for each of the languages that newsrooms quote most: many languages inflect the name here, and only the whole
# can be translated.
_PHRASES = {
    "ar": gettext_noop("translated from Arabic"),
    "zh": gettext_noop("translated from Chinese"),
    "en": gettext_noop("translated from English"),
    "fr": gettext_noop("translated from French"),
    "de": gettext_noop("translated from German"),
    "he": gettext_noop("translated from Hebrew"),
    "it": gettext_noop("translated from Italian"),
    "fa": gettext_noop("translated from Persian"),
    "pl": gettext_noop("translated from Polish"),
    "pt": gettext_noop("translated from Portuguese"),
    "ru": gettext_noop("translated from Russian"),
    "es": gettext_noop("translated from Spanish"),
    "tr": gettext_noop("translated from Turkish"),
    "uk": gettext_noop("translated from Ukrainian"),
}


def translated_from(code: str) -> str:
    """As in “translated from French”; where the language has no phrase, with its name, or else its code."""
    phrase = _PHRASES.get(code.split("-")[0].lower())
    if phrase:
        return gettext(phrase)
    return gettext("translated from %(language)s") % {"language": language_name(code)}
