"""Words of a Word document that nobody sees in Word for their colour or size are left out; others of a colour stay."""

import pytest

from briefings.importing import read
from tests.importing.formats.making_docx import box, docx, paragraph, run, table

_WHITE = '<w:color w:val="FFFFFF"/>'
_STYLES = f"""<w:style w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="w"><w:name w:val="Pale"/><w:rPr>{_WHITE}</w:rPr></w:style>
    <w:style w:type="character" w:styleId="c"><w:name w:val="Light"/><w:rPr>{_WHITE}</w:rPr></w:style>
    <w:style w:type="paragraph" w:styleId="d"><w:name w:val="Banner"/><w:pPr><w:shd w:val="clear" w:fill="000000"/>
    </w:pPr></w:style><w:style w:type="table" w:styleId="t"><w:name w:val="Grid 5"/><w:tblStylePr w:type="firstRow">
    <w:rPr>{_WHITE}</w:rPr><w:tcPr><w:shd w:val="clear" w:fill="4472C4"/></w:tcPr></w:tblStylePr></w:style>"""


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def kinds(body: str) -> list[tuple[str, str]]:
    reading = read(docx(body, styles=_STYLES))
    return [(line.text, line.left_out.kind if line.left_out else "") for line in reading.lines]


_CELL = table(("Words",)).replace("<w:rPr>", f"<w:rPr>{_WHITE}")


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("Words", _WHITE)),
        paragraph(run("Words", '<w:color w:val="fefefe"/>')),
        paragraph(run("Words", f'{_WHITE}<w:highlight w:val="none"/>{shade("auto")}')),
        paragraph(run("Words", f"{_WHITE}{shade('FFFFFF')}")),
        paragraph(run("Words", '<w:rStyle w:val="c"/>')),
        paragraph(run("Words"), style="w"),
        paragraph(run("Words", '<w:highlight w:val="black"/>')),
        paragraph(run("Words", shade("000000"))),
        paragraph(run("Words", f'<w:color w:val="000000"/>{shade("000000")}')),
        paragraph(run("Words", '<w:shd w:val="solid" w:color="auto" w:fill="auto"/>')),
        paragraph(run("Words", '<w:color w:val="000000"/>'), style="d"),
        paragraph(run("Words", '<w:color w:val="C00000"/>'), properties=shade("c00000")),
        paragraph(run("Words", '<w:sz w:val="2"/>')),
        paragraph(run("Words", '<w:rStyle w:val="c"/><w:highlight w:val="white"/>')),
        paragraph(run("Words", f'{_WHITE}<w:shd w:val="nil"/>')),
        paragraph(run("Words", f'{_WHITE}<w:shd w:val="solid" w:color="FFFFFF" w:fill="auto"/>')),
        _CELL,
    ],
)
def test_words_of_the_colour_of_their_ground_and_the_smallest_are_hidden(body):
    assert kinds(body) == [("Words", "hidden")]


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("Words", '<w:color w:val="C00000"/>')),
        paragraph(run("Words", f'{_WHITE}<w:highlight w:val="darkBlue"/>')),
        paragraph(run("Words", f"{_WHITE}{shade('1F3864')}")),
        paragraph(run("Words", f'{_WHITE}<w:highlight w:val="black"/>')),
        paragraph(run("Words", _WHITE), properties=shade("1F3864")),
        paragraph(run("Words", _WHITE), style="d"),
        paragraph(run("Words"), style="d"),
        paragraph(run("Words", '<w:color w:val="auto"/>'), style="w"),
        paragraph(run("Words", '<w:sz w:val="16"/>')),
        paragraph(run("Words", '<w:sz w:val="2.5x"/>')),
        paragraph(run("Words", f'{_WHITE}<w:shd w:val="pct50" w:fill="auto"/>')),
        paragraph(run("Words", f'{_WHITE}<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/>')),
        paragraph(run("Words", f'{_WHITE}<w:shd w:val="solid" w:color="1F3864" w:fill="FFFFFF"/>')),
        _CELL.replace("<w:tbl>", f"<w:tbl><w:tblPr>{shade('4472C4')}</w:tblPr>"),
        paragraph(run("Words"), properties=f"<w:rPr>{_WHITE}{shade('000000')}</w:rPr>"),
        _CELL.replace("<w:tc>", f"<w:tc><w:tcPr>{shade('4472C4')}</w:tcPr>"),
        _CELL.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="t"/></w:tblPr>'),
        paragraph(box(paragraph(run("Words", _WHITE)))),
        paragraph(run("Words", _WHITE)).replace("<w:p>", '<w:background w:color="1F3864"/><w:p>', 1),
    ],
)
def test_light_words_on_a_dark_ground_and_words_of_another_colour_are_shown(body):
    assert kinds(body) == [("Words", "")]


@pytest.mark.parametrize(
    "around",
    [
        '<w:drawing><wp:docPr xmlns:wp="wp" hidden="1"/>{}</w:drawing>',
        '<w:drawing><wps:wsp xmlns:wps="wps"><wps:cNvPr hidden="true"/>{}</wps:wsp></w:drawing>',
        '<w:pict><v:shape xmlns:v="v" style="width:9pt; visibility: hidden">{}</v:shape></w:pict>',
    ],
)
def test_a_text_box_that_is_hidden_among_all_drawings_is_left_out_and_no_other(around):
    hidden = around.format(f"<w:txbxContent>{paragraph(run('Secret'))}</w:txbxContent>")
    shown = around.replace("hidden", "title").format(f"<w:txbxContent>{paragraph(run('Seen'))}</w:txbxContent>")
    found = kinds(paragraph(run("a"), f"<w:r>{hidden}</w:r><w:r>{shown}</w:r>", run("b")))
    assert [one for one in found if one[0] in {"ab", "Secret", "Seen"}] == [
        ("ab", ""),
        ("Secret", "hidden"),
        ("Seen", ""),
    ]


def filled(properties: str, style: str = "") -> str:
    inner = f"<w:txbxContent>{paragraph(run('Words', _WHITE))}</w:txbxContent>"
    shape = f'<wps:wsp xmlns:wps="wps" xmlns:a="a"><wps:spPr>{properties}</wps:spPr>{style}{inner}</wps:wsp>'
    return paragraph(f"<w:r><w:drawing>{shape}</w:drawing></w:r>")


def drawn(kind: str, attributes: str, inside: str = "") -> str:
    words = f"<v:textbox><w:txbxContent>{paragraph(run('Words', _WHITE))}</w:txbxContent></v:textbox>"
    return paragraph(f'<w:r><w:pict><v:{kind} xmlns:v="v" {attributes}>{inside}{words}</v:{kind}></w:pict></w:r>')


_LINE = '<a:ln><a:solidFill><a:srgbClr val="1F3864"/></a:solidFill></a:ln>'


@pytest.mark.parametrize(
    "body",
    [
        filled("<a:noFill/>"),
        filled(f"<a:noFill/>{_LINE}"),
        filled(""),
        filled(_LINE),
        filled("", '<wps:style><a:fillRef idx="0"/></wps:style>'),
        filled("<a:noFill/>", '<wps:style><a:fillRef idx="1"/></wps:style>'),
        filled('<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'),
        filled('<a:solidFill><a:prstClr val="white"/></a:solidFill>'),
        filled('<a:solidFill><a:schemeClr val="lt1"/></a:solidFill>'),
        filled('<a:solidFill><a:sysClr val="window" lastClr="FFFFFF"/></a:solidFill>'),
        drawn("shape", 'filled="f"'),
        drawn("shape", 'filled="f" fillcolor="#1F3864"'),
        drawn("rect", ""),
        drawn("oval", 'fillcolor="white [3212]"'),
        drawn("roundrect", 'fillcolor="#fff"'),
        drawn("rect", "", '<v:fill type="solid"/>'),
    ],
)
def test_white_words_in_a_shape_that_is_white_or_has_no_fill_are_hidden(body):
    assert kinds(body) == [("Words", "hidden")]


@pytest.mark.parametrize(
    "body",
    [
        filled('<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'),
        filled('<a:solidFill><a:srgbClr val="FFFFFF"><a:lumMod val="50000"/></a:srgbClr></a:solidFill>'),
        filled('<a:solidFill><a:schemeClr val="accent1"/></a:solidFill>'),
        filled('<a:gradFill><a:gs><a:srgbClr val="FFFFFF"/></a:gs></a:gradFill>'),
        filled("<a:blipFill/>"),
        filled("", '<wps:style><a:fillRef idx="1"/></wps:style>'),
        filled(f'{_LINE}<a:solidFill><a:srgbClr val="1F3864"/></a:solidFill>'),
        drawn("shape", 'fillcolor="#1F3864"'),
        drawn("rect", 'fillcolor="#13f"'),
        drawn("rect", "", '<v:fill type="gradient"/>'),
        drawn("rect", "", '<v:fill opacity=".5"/>'),
        drawn("group", ""),
    ],
)
def test_white_words_in_a_shape_of_another_fill_or_of_an_unknown_one_are_shown(body):
    assert kinds(body) == [("Words", "")]
