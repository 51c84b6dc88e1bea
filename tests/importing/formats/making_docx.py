"""Word documents for tests: real packages, made of their parts."""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = {
    "styles": "styles.xml",
    "numbering": "numbering.xml",
    "footnotes": "footnotes.xml",
    "endnotes": "endnotes.xml",
    "comments": "comments.xml",
    "header": "header1.xml",
    "header2": "header2.xml",
    "footer": "footer1.xml",
}
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{style_id}"><w:name w:val="{name}"/></w:style>'
    for style_id, name in [("Titel", "Title"), ("berschrift1", "heading 1"), ("berschrift2", "heading 2")]
)
NUMBERING = """
    <w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="6"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
    <w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>
"""


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", properties: str = "") -> str:
    named = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def point(words: str, *, list_id: int = 1, depth: int = 0) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return paragraph(run(words), properties=numbering)


def table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(run(words))}</w:tc>" for words in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def field(code: str, result: str = "") -> str:
    """A field in the way of many runs. One without a result has no words of its own."""
    kinds = ["begin", "code", *(["separate", "result"] if result else []), "end"]
    inner = {"code": f"<w:r><w:instrText>{escape(code)}</w:instrText></w:r>", "result": result}
    return "".join(inner.get(kind, f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>') for kind in kinds)


def formula(inner: str) -> str:
    return f"<m:oMath>{inner}</m:oMath>"


def box(*blocks: str) -> str:
    """A run in which a text box is anchored."""
    return f"<w:r><w:drawing><w:txbxContent>{''.join(blocks)}</w:txbxContent></w:drawing></w:r>"


def part(inner: str, name: str = "document") -> str:
    names = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="{MATH}"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {names}>{inner}</w:{name}>'


def relations(*entries: str) -> str:
    return f'<Relationships xmlns="{_RELATIONS}">{"".join(entries)}</Relationships>'


def relation(relation_id: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{relation_id}" Type="{R}/{kind}" Target={quoteattr(target)}{mode}/>'


def docx(
    *body: str,
    links: Mapping[str, str] | None = None,
    files: Mapping[str, tuple[str, str | bytes]] | None = None,
    **parts: str,
) -> bytes:
    """A document with these paragraphs and parts. `links`: addresses by the id of their relation.

    `files`: what else lies beside the document, by its path there, each with the kind of relation that is named by the
    path as its id, or without one.
    """
    files = files or {}
    parts = {"styles": STYLES, "numbering": NUMBERING, **parts}
    related = [relation(f"p{number}", kind.rstrip("2"), KINDS[kind]) for number, kind in enumerate(parts)]
    related += [relation(link, "hyperlink", address, external=True) for link, address in (links or {}).items()]
    related += [relation(path, kind, path) for path, (kind, _) in files.items() if kind]
    whole = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(relation("d", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(*related),
        "word/document.xml": part(f"<w:body>{''.join(body)}</w:body>"),
        **{f"word/{KINDS[kind]}": part(inner, kind) for kind, inner in parts.items()},
        **{f"word/{path}": content for path, (_, content) in files.items()},
    }
    return packed(whole)


def packed(files: Mapping[str, str | bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()
