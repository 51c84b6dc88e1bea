"""A formula in a Word document is one line of its text that has the same value."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import docx, field, formula, paragraph, run
from tests.importing.formats.readings import texts


def _t(words: str) -> str:
    return f"<m:r><m:t>{words}</m:t></m:r>"


def _of(name: str, **parts: str) -> str:
    inner = "".join(f"<m:{part}>{words}</m:{part}>" for part, words in parts.items())
    return f"<m:{name}>{inner}</m:{name}>"


@pytest.mark.parametrize(
    ("inner", "line"),
    [
        (_of("f", num=_t("1"), den=_t("2")), "½"),
        (_of("f", num=_t("5"), den=_t("16")), "5/16"),
        (_of("f", num=_t("5"), den=_of("d", e=_t("a+b"))), "5/(a+b)"),
        (_of("f", num=_t("a"), den=_t("→")), "a/→"),
        (_of("sSup", e=_of("d", e=_t("a+b")), sup=_t("2")), "(a+b)²"),
        (_of("func", fName=_t("sin"), e=_of("d", e=_t("x"))), "sin(x)"),
        (_of("d", dPr='<m:sepChr m:val=";"/>', e=f"{_t('0')}</m:e><m:e>{_t('1')}"), "(0;1)"),
        (f"{_t('a')}<m:br/>{_t('b')}", "a b"),
        (_of("sSup", e=_t("x"), sup=""), "x"),
        (_t("2") + _of("d", e="") + _t("a"), "2()a"),
        (_of("f", num=_t("a+b"), den=_t("2c")), "(a+b)/(2c)"),
        (_of("f", num=_of("d", e=_t("a+b")), den=_t("c")), "(a+b)/c"),
        (_t("2") + _of("f", num=_t("5"), den=_t("16")), "2 5/16"),
        (_t("2") + _of("f", num=_t("1"), den=_t("2")), "2½"),
        (_t("1") + _t("0"), "10"),
        (_of("sSup", e=_t("10"), sup=_t("6")), "10⁶"),
        (_of("sSup", e=_t("10"), sup=_t("6")) + _t("5"), "10⁶ 5"),
        (_of("sSup", e=_t("2"), sup=_t("e")), "2ᵉ"),
        (_of("sSup", e=_t("a+b"), sup=_t("2")), "(a+b)²"),
        (_of("sSub", e=_t("x"), sub=_t("1")), "x₁"),
        (_of("sSubSup", e=_t("x"), sub=_t("1"), sup=_t("2")), "x₁²"),
        (_of("sPre", sub=_t("6"), sup=_t("14"), e=_t("C")), "₆¹⁴C"),
        (_of("rad", deg="", e=_t("2")), "√(2)"),
        (_of("rad", deg=_t("3"), e=_t("x")), "∛(x)"),
        (_of("rad", deg=_t("n"), e=_t("x")), "ⁿ√(x)"),
        (_of("nary", naryPr='<m:chr m:val="∑"/>', sub="", sup="", e=_t("x")), "∑ x"),
        (_of("nary", sub=_t("0"), sup=_t("1"), e=_t("x")), "∫₀¹ x"),
        (_of("func", fName=_t("sin"), e=_t("x")), "sin x"),
        (_of("func", fName=_of("limLow", e=_t("lim"), lim=_t("n")), e=_t("a")), "limₙ a"),
        (_of("d", dPr='<m:begChr m:val="["/><m:endChr m:val="["/>', e=f"{_t('0')}</m:e><m:e>{_t('1')}"), "[0 | 1["),
        (_of("m", mr=f"<m:e>{_t('1')}</m:e><m:e>{_t('2')}</m:e></m:mr><m:mr><m:e>{_t('3')}</m:e>"), "[1, 2; 3]"),
        (f"<m:eqArr><m:e>{_t('x=1')}</m:e><m:e>{_t('y=2')}</m:e></m:eqArr>", "x=1; y=2"),
        (_of("limUpp", e=_t("x"), lim=_t("n")), "xⁿ"),
        (_of("acc", e=_t("e")), "ê"),
        (_of("acc", accPr='<m:chr m:val="\u0303"/>', e=_t("ab")), "(ab)\u0303"),
        (_of("bar", barPr='<m:pos m:val="top"/>', e=_t("x")), "x\u0305"),
        (_of("bar", e=_t("x")), "x\u0332"),
        ("<m:r><m:rPr><m:t>no words</m:t></m:rPr><m:t>x</m:t></m:r>", "x"),
        (_of("f", fPr='<m:type m:val="noBar"/>', num=_t("n"), den=_t("k")), "n ¦ k"),
        (_of("borderBox", e=_t("x")), "x"),
    ],
)
def test_a_formula_is_one_line_that_has_its_value(inner, line):
    assert texts(read(docx(paragraph(run("So "), formula(inner))))) == [f"So {line}"]


def test_a_formula_does_not_become_one_number_with_the_words_before_it():
    fraction = _of("f", num=_t("5"), den=_t("16"))
    assert texts(read(docx(paragraph(run("2"), formula(fraction), run(" inches"))))) == ["2 5/16 inches"]


@pytest.mark.parametrize("depth", [50, 400])
def test_a_formula_however_deep_loses_nothing(depth):
    inner = f"{'<m:f><m:num>' * depth}{_t('a')}{'</m:num></m:f>' * depth}"
    assert texts(read(docx(paragraph(formula(f"{inner}{_t('b')}"))))) == ["ab"]


def test_what_has_no_place_in_a_formula_is_words_all_the_same():
    inner = f"<m:f><m:num>{_t('1')}</m:num><m:num>{_t('2')}</m:num>{_t('x')}<m:sup>{_t('y')}</m:sup></m:f>"
    assert texts(read(docx(paragraph(formula(inner))))) == ["1 2xy"]


def test_what_was_deleted_in_a_formula_is_left_out():
    inner = f"{_t('x=')}<w:del>{_t('40')}</w:del>{_t('14')}"
    lines = read(docx(paragraph(formula(inner)))).lines
    assert [(line.text, bool(line.left_out)) for line in lines] == [("x=14", False), ("40", True)]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (r'SYMBOL 163 \f "Symbol" \s 10', "≤"),
        (r"SYMBOL 0xE0 \f Wingdings", "→"),
        (r'SYMBOL 061 \f "Symbol"', "="),
        (r'SYMBOL 0X61 \f "Symbol"', "α"),
        (r"EQ \f(1,2)", "½"),
        (r"EQ \f(5;16)", "5/16"),
    ],
)
def test_a_field_that_draws_a_sign_is_the_sign(code, shown):
    assert texts(read(docx(paragraph(run("A "), field(code))))) == [f"A {shown}"]


def test_a_sign_that_the_field_has_written_itself_stands_once():
    assert texts(read(docx(paragraph(field(r'SYMBOL 163 \f "Symbol"', run("≤")), run("14"))))) == ["≤14"]


@pytest.mark.parametrize("code", [r"EQ \i(0,1,x)", "FORMCHECKBOX", "FORMDROPDOWN"])
def test_what_a_field_draws_and_nobody_reads_is_told_with_its_code(code):
    reading = read(docx(paragraph(run("A "), field(code))))
    assert [finding.sentence for finding in reading.findings] == [
        f"A field is not taken over: “{code}”. Write out what it shows."
    ]
