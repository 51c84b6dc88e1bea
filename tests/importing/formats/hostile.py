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
CASES = [(name, piece) for kinds in (NESTED, REPEATED) for name, pieces in kinds.items() for piece in pieces]
