"""Pieces that make a draft hostile when there are many of them: for tests, and for the benchmark."""

NESTED = {
    "html": [
        "<div>",
        "<b>",
        "<p><b>",
        "<ul><li>a",
        "<table><tr><td>a",
        "<header>a",
        "<a href=http://a.b>",
        "<i hidden>a",
    ],
    "markdown": ["> ", "- ", "1. ", "> - ", "[", "![a", "[a](", "*a ", "**a *b ", "_a", "`a", "<a ", "~~a "],
    "text": ["> ", "- ", "(", "“", ">"],
}
REPEATED = {
    "html": [
        "<",
        "<!--",
        "<![CDATA[",
        "</a",
        "<a x='\"",
        "&",
        "&#1",
        "<script>",
        "</p>",
        "<b>a</b>a",
        "<br>a",
        "<p>\u202e",
    ],
    "markdown": [
        "a\n",
        "> a\n",
        "|a",
        "[a]: b\n",
        "[^a]: b\n",
        "```\n",
        "a\n---\n",
        "<!-- ",
        "&eacute;",
        "\\*",
        "---\n",
    ],
    "text": ["a\n", "a  ", "a\tb\n", "|", "\t", "- a\n", "\u202ea\n", "a " * 35 + "\n"],
}
WORD = [
    "<w:p/>",
    "<w:p><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "<w:p><w:r><w:txbxContent>",
    "<w:tbl><w:tr><w:tc>",
    "<w:p><w:del><w:r>",
    "<w:p><m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r>",
    "<m:e>",
    "<w:p><w:r><w:ruby><w:rt>",
    '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r>",
]
"""Pieces of the text of a Word document; what they leave open is closed at its end."""
CASES = [(name, piece) for kinds in (NESTED, REPEATED) for name, pieces in kinds.items() for piece in pieces]
