"""Drafts in older encodings: the right letters, or a question with how each reading looks; never garbled in silence."""

import pytest

from briefings.importing import Unreadable, read, read_text
from briefings.importing.formats.encoding import decoded, readings_of
from tests.importing.formats.readings import codes, texts

UKRAINIAN = (
    "Рада порту Ліндмура у вівторок схвалила другий причал.\n\nЩо вирішено\n\n«Ми довго чекали», — сказала Ганна Рук, "
    "мерка Олдшора. Роботи почнуться у травні."
)
POLISH = (
    "Rada portu zatwierdziła we wtorek drugi pomost.\n\nCo postanowiono\n\n„Czekaliśmy długo”, powiedziała Hanna Rook, "
    "burmistrzyni. Prace zaczną się w maju."
)
ARABIC = "وافق مجلس ميناء ليندمور يوم الثلاثاء على رصيف ثان.\n\nقالت هانا روك، عمدة أولدشور: «انتظرنا طويلا»."
GERMAN = "Der Hafenrat hat einen Anleger beschlossen. Die Gespräche dauerten über neun Monate; später wird gebaut."
FRENCH = (
    "Le conseil a approuvé mardi un deuxième quai. « Nous avons attendu longtemps », a déclaré la maire, à la fête."
)
ENGLISH = "The board’s vote was 5–2. “We waited long – nine months…,” said Hanne Rœk. It costs €14 million."
TURKISH = "Liman kurulu salı günü ikinci iskeleyi onayladı; görüşmeler dokuz ay sürdü. “Çok bekledik,” dedi başkan."
CZECH = "Přístavní rada v úterý schválila druhé molo. „Čekali jsme dlouho,“ řekla starostka. Práce začnou v květnu."
HUNGARIAN = "A kikötői tanács kedden jóváhagyta a második mólót. Őszintén várták a döntést, mondta a polgármester."
GREEK = "Το λιμενικό συμβούλιο ενέκρινε την Τρίτη μια δεύτερη αποβάθρα. «Περιμέναμε πολύ», είπε η δήμαρχος."
HEBREW = "מועצת הנמל אישרה ביום שלישי רציף שני. ראש העיר אמרה כי חיכו זמן רב, וכי העבודות יתחילו במאי."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (UKRAINIAN, "cp1251"),
        (UKRAINIAN, "mac_cyrillic"),
        (UKRAINIAN.replace("—", "-").replace("«", '"').replace("»", '"'), "koi8_u"),
        (POLISH, "cp1250"),
        (POLISH.replace("„", '"').replace("”", '"'), "iso8859_2"),
        (CZECH, "cp1250"),
        (HUNGARIAN, "cp1250"),
        (ARABIC, "cp1256"),
        (GERMAN, "iso8859_1"),
        (GERMAN, "mac_roman"),
        (FRENCH, "iso8859_1"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (ENGLISH, "cp1252"),
        (ENGLISH, "mac_roman"),
        (TURKISH, "cp1254"),
        (GREEK, "cp1253"),
        (HEBREW, "cp1255"),
    ],
)
def test_a_draft_in_a_code_page_has_its_letters(text, encoding):
    assert decoded(text.encode(encoding)) == text.replace("\xa0", " ")
    assert len(readings_of(text.encode(encoding))) == 1


SHORT = "The mayor of Львів said so."


def test_where_two_readings_are_plausible_the_likeliest_is_read_and_all_are_shown():
    data = SHORT.encode("cp1251")
    readings = readings_of(data)
    assert [(one.name, one.label) for one in readings[:2]] == [
        ("cp1251", "Cyrillic (Windows-1251)"),
        ("cp1250", "Central European (Windows-1250)"),
    ]
    assert [one.preview for one in readings[:2]] == [(SHORT,), ("The mayor of Ëüâłâ said so.",)]
    reading = read(data, name="draft.txt")
    assert texts(reading) == [SHORT]
    assert codes(reading) == ["encoding-guessed"]
    assert "“The mayor of Ëüâłâ said so.”" in reading.findings[0].sentence


def test_an_apostrophe_in_the_middle_of_a_long_word_is_not_certain():
    readings = readings_of("Calcula que 4.200 personas viven en vehículos.".encode("mac_roman"))
    assert {one.name for one in readings} >= {"cp1252", "mac_roman"}


def test_the_encoding_that_is_chosen_is_the_one_that_is_read():
    reading = read(SHORT.encode("cp1251"), name="draft.txt", encoding="cp1250")
    assert texts(reading) == ["The mayor of Ëüâłâ said so."]
    assert codes(reading) == []


RUSSIAN = "Совет порта одобрил второй причал. Мы долго ждали, сказала мэр. Работы начнутся в мае."


@pytest.mark.parametrize(
    ("text", "encoding", "label"),
    [
        (
            "東京で会議が開かれた。市長は「長く待った」と述べた。工事は五月に始まる。",
            "shift_jis",
            "Japanese (Shift_JIS)",
        ),
        ("市议会星期二批准了第二个码头。市长说：“我们等了很久。”工程将于五月开始。", "gbk", "Chinese (GB 18030)"),
        (
            "항만위원회는 화요일 두 번째 부두를 승인했다. 시장은 “오래 기다렸다”고 말했다.",
            "euc_kr",
            "Korean (Windows-949)",
        ),
        (RUSSIAN, "cp866", "Cyrillic (DOS)"),
        (RUSSIAN, "iso8859_5", "ISO8859_5"),
    ],
)
def test_a_rarer_encoding_is_found_as_a_guess_and_can_be_chosen(text, encoding, label):
    data = text.encode(encoding)
    reading = read(data, name="draft.txt")
    assert texts(reading) == [text]
    assert codes(reading) == ["encoding-guessed"]
    assert f"It is read as {label}" in reading.findings[0].sentence
    assert decoded(data, encoding=readings_of(data)[0].name) == text


@pytest.mark.parametrize("encoding", ["rot13", "unicode_escape", "so", ""])
def test_only_encodings_of_text_can_be_chosen(encoding):
    if encoding:
        with pytest.raises(Unreadable, match=r"is no encoding of text that can be read\. Choose one of utf-8, cp1252"):
            decoded(b"caf\xe9", encoding=encoding)
    with pytest.raises(Unreadable, match=r"cannot be read as UTF-8\. Choose another"):
        decoded(b"caf\xe9", encoding="utf-8")


def test_what_was_decoded_wrongly_once_before_is_put_right_and_said():
    wrong = ENGLISH.encode().decode("latin-1")
    reading = read(wrong.encode(), name="draft.txt")
    assert texts(reading) == [ENGLISH]
    assert codes(reading) == ["encoding-mended"]
    assert "“The board’s vote was" in reading.findings[0].sentence


def test_a_pasted_text_is_put_right_as_well():
    text = "The café “Søster” closes."
    assert texts(read_text(text.encode().decode("latin-1"))) == [text]


def test_what_is_garbled_only_in_part_stays_and_is_told():
    part = "Søren said so.\n\nThe café closes for â‚¬14 and Hanne RÅ“k agrees."
    reading = read(part.encode(), name="draft.txt")
    assert texts(reading) == part.split("\n\n")
    assert codes(reading) == ["encoding-garbled"]
    assert reading.findings[0].line == 3


@pytest.mark.parametrize("text", [UKRAINIAN, POLISH, ARABIC, GERMAN, FRENCH, ENGLISH, TURKISH, GREEK, HEBREW])
def test_what_is_right_is_not_mended(text):
    assert codes(read(text.encode(), name="draft.txt")) == []
