"""What Word, Google Docs and mail programs put on the clipboard, from the words to the text of a briefing."""

import uuid

from briefings.content.richtext import plain_text
from briefings.importing import read_text, understand

HEAD = (
    "<h1>Second bridge for Vessa</h1><p>The council of Vessa approved a second bridge on Monday, after long talks.</p>"
)


def imported(page):
    return understand(read_text(page, format="html"), briefing_id=str(uuid.uuid4()))


def bodies(result):
    return [block.body for block in result.content.blocks if hasattr(block, "body")]


def test_a_page_with_struck_words_states_nothing_that_was_struck():
    result = imported(
        f"{HEAD}<h2>What was decided</h2><p>It opens in June. <s>The mayor was paid for it.</s> It is "
        "<span style='text-decoration:line-through'>90</span> 120 metres long.</p>"
    )
    assert bodies(result) == ["<p>It opens in June. It is 120 metres long.</p>"]
    assert [one.words for one in result.left_out] == ["The mayor was paid for it.", "90"]


def test_a_list_with_points_inside_is_one_list_and_its_points_are_no_headings():
    result = imported(
        f"{HEAD}<h2>What comes next</h2><table><tr><td>Part</td><td>Metres</td></tr><tr><td>East</td><td>40</td></tr>"
        "</table><ol><li>Dig<ul><li>by hand</li></ul></li><li><p>Pour</p><p>With sand.</p></li><li>Open</li></ol>"
    )
    assert bodies(result) == [
        "<p>Part | Metres</p><p>East | 40</p>"
        "<ol><li>Dig<ul><li>by hand</li></ul></li><li><p>Pour</p><p>With sand.</p></li><li>Open</li></ol>"
    ]


def test_a_paste_from_google_docs_is_bold_only_where_its_writer_made_it_so():
    plain = "<span style='font-weight:400;white-space:pre-wrap'>"
    result = imported(
        "<meta charset=utf-8><b style='font-weight:normal;' id='docs-internal-guid-7e'>"
        f"<h1 dir=ltr>{plain}Second bridge for Vessa</span></h1>"
        f"<p dir=ltr>{plain}The council of Vessa approved a second bridge on Monday, after long talks.</span></p>"
        f"<h2 dir=ltr>{plain}What was decided</span></h2><p dir=ltr>{plain}It is 120 metres long and </span>"
        f"<span style='font-weight:700'>opens in June</span>{plain}, as </span><a href='https://www.google.com/url?q="
        "https://council.example/a%3Fb%3D1&amp;sa=D'><span style='text-decoration:underline'>the record</span></a>"
        f"{plain} says.</span><span style='text-decoration:line-through'> The mayor was paid.</span></p></b><br />"
    )
    assert bodies(result) == [
        "<p>It is 120 metres long and <strong>opens in June</strong>, as "
        '<a href="https://council.example/a?b=1" rel="noopener">the record</a> says.</p>'
    ]
    assert [one.words for one in result.left_out] == ["The mayor was paid."]


def test_a_paste_from_outlook_has_its_lists_and_its_note_and_nothing_hidden():
    point = (
        "<p class=MsoListParagraph style='mso-list:l0 level{} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>"
        "{}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>{}<o:p></o:p></p>"
    )
    result = imported(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml><w:View>Normal</w:View>"
        "</xml><![endif]--><style><!-- p.MsoNormal{margin:0} --></style></head><body><!--StartFragment-->"
        f"{HEAD}<h2>What was decided<o:p></o:p></h2>"
        f"{point.format(1, '·', 'It is 120 metres long.')}{point.format(2, 'o', 'A third of it is new.')}"
        f"{point.format(1, '1.', 'Work begins in June.')}"
        "<p class=MsoNormal>&#8220;We are glad,&#8221;<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'>"
        "<span class=MsoFootnoteReference>[1]</span></a> said Ines Marsh, the mayor of Vessa. "
        "<span style='display:none;mso-hide:all'>Call 555 0144.</span><del cite='mailto:Desk'>She was paid.</del>"
        "<ins cite='mailto:Desk'>It is final.</ins><span class=MsoCommentReference><a class=msocomanchor "
        "href='#_msocom_1' name='_msoanchor_1'>[D1]</a></span></p><!--EndFragment-->"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText>"
        "<a href='#_ftnref1' name='_ftn1'>[1]</a> Council record, 4 May.</p></div></div>"
        "<div style='mso-element:comment-list'><div style='mso-element:comment'><div id='_com_1' class=msocomtxt>"
        "<p class=MsoCommentText><a class=msocomoff href='#_msoanchor_1'>[D1]</a>Wait for June.</p></div></div></div>"
    )
    (body,) = bodies(result)
    assert body.startswith(
        "<ul><li>It is 120 metres long.<ul><li>A third of it is new.</li></ul></li></ul>"
        "<ol><li>Work begins in June.</li></ol>"
    )
    assert plain_text(body).endswith("“We are glad,”[1] said Ines Marsh, the mayor of Vessa. It is final.")
    assert [source.title for source in result.content.sources] == ["Council record, 4 May."]
    assert [(one.reason, one.words) for one in result.left_out] == [
        ("Hidden in the draft", "Call 555 0144."),
        ("Deleted in the draft, by Desk", "She was paid."),
        ("A comment, by D", "Wait for June."),
    ]


def test_values_and_links_of_a_paste_are_kept_and_trackers_are_not():
    result = imported(
        f"{HEAD}<h2>In numbers</h2><p>It carries 10<sup>5</sup> people over 400 m<sup>2</sup>, CO<sub>2</sub> falls, "
        "the 3<sup>rd</sup> try. See <a href='https://emea01.safelinks.protection.outlook.com/?url=https%3A%2F%2F"
        "council.example%2Fx&amp;data=05%7Cann%40paper.example'>this</a> and <a href='file:///C:/secret.docx'>that</a>."
        "</p>"
    )
    assert bodies(result) == [
        "<p>It carries 10⁵ people over 400 m², CO₂ falls, the 3rd try. See "
        '<a href="https://council.example/x" rel="noopener">this</a> and that.</p>'
    ]
    assert "Left out the link of “that”, which leads to no full address, “file:///C:/secret.docx”." in [
        finding.sentence for finding in result.findings
    ]
