"""Which letters cards have."""

import pytest

from briefings.cards import fonts
from briefings.cards.typesetting import STEPS
from tests.cards.making import make_card

COVERED = {
    "Latin": "Zażółć gęślą jaźń — “Þingvellir”, ñ ß ø ő ș",
    "Vietnamese": "Chính phủ Việt Nam công bố",
    "Greek": "Η κυβέρνηση παρουσιάζει",
    "Cyrillic": "Державний архів; Њуегош, ќ ѕ ґ",
    "Arabic": "قطاع النخيل، ٢٠٢٦",
    "Persian and Urdu": "گفت‌وگوی چهارجانبه ۱۴۰۵ ٹ ڈ ے",
    "Hebrew": "הַכְּנֶסֶת אישרה ₪ 300",
    "signs": "€ £ ₴ № % ° × − ½ ² « » „ “ … • †",
    "marks of direction": "\u2066OpenAI\u2069 \u200f",
}


@pytest.mark.parametrize("text", COVERED.values(), ids=COVERED)
def test_these_can_be_set(text):
    assert make_card(text).can_be_drawn


@pytest.mark.parametrize(
    "text", ["北京", "東京で", "서울", "नई दिल्ली", "ภาษาไทย", "Goal ⚽", "﷽", "Yes 👍🏽", "ქართული"]
)
@pytest.mark.parametrize("field", ["headline", "topic", "site", "date"])
def test_a_card_with_a_letter_that_the_fonts_lack_cannot_be_drawn(text, field):
    assert not make_card(**{field: f"News {text}"}).can_be_drawn


@pytest.mark.parametrize(("name", "size"), [(fonts.HEADLINE, STEPS[0][0]), (fonts.HEADLINE, 20), (fonts.LABEL, 34)])
def test_every_letter_that_can_be_set_is_drawn_and_none_is_an_empty_box(name, size):
    face = fonts.font(name, size)
    box = bytes(face.getmask("京"))
    signs = [chr(code) for code in range(0x21, 0x30000) if fonts.can_set(chr(code)) and chr(code).isprintable()]

    assert len(signs) > 2000
    assert [sign for sign in signs if bytes(face.getmask(sign)) == box] == []


def test_without_what_sets_every_script_there_is_no_card_at_all(monkeypatch):
    monkeypatch.setattr(fonts, "sets_every_script", lambda: False)

    assert not make_card("Plain Latin").can_be_drawn


def test_the_fonts_are_small_enough_to_come_along_and_their_licence_is_with_them():
    files = {file.name: file.stat().st_size for file in fonts.FOLDER.iterdir()}

    assert set(files) == {"headline.ttf", "label.ttf", "OFL.txt", "README.md"}
    assert sum(files.values()) < 600_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts.FOLDER / "OFL.txt").read_text()
