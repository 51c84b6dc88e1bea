"""Where a link leads: to the address that its writer meant, without those who follow its readers."""

import pytest

from briefings.importing.formats.links import address_of


@pytest.mark.parametrize(
    ("address", "leads_to"),
    [
        ("https://www.google.de/url?sa=D&q=https://board.example/x%3Fa%3D1%26b&ust=1", "https://board.example/x?a=1&b"),
        (
            "https://nam02.safelinks.protection.outlook.com/ap/x-59/?url=https%3A%2F%2Fboard.example%2Fa&data=05%7Cann%40",
            "https://board.example/a",
        ),
        ("https://urldefense.com/v3/__https://board.example/x__;!!abc", "https://board.example/x"),
        ("https://urldefense.com/v3/__https:/board.example/a*b?c=1__;Iw!!a!b$", "https://board.example/a#b?c=1"),
        ("https://urldefense.us/v3/__https://a.example/**B*__;w6TDtsO8w58!!a!b$", "https://a.example/äöüß"),
        ("https://urldefense.com/v3/__https://a.ex/*__;_!!a!", "https://urldefense.com/v3/__https://a.ex/*__;_!!a!"),
        (
            "https://urldefense.proofpoint.com/v2/url?u=https-3A__board.example_a-5Fb-3Fc-3D1&d=DwM&c=x",
            "https://board.example/a_b?c=1",
        ),
        ("https://urldefense.proofpoint.com/v1/url?u=http://board.example/a&k=x", "http://board.example/a"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fboard.example%2F%3Ffbclid%3Dx&h=AT", "https://board.example/"),
        (
            "https://www.google.com/url?q=https://eur01.safelinks.protection.outlook.com/%3Furl%3Dhttps%253A%252F%252Fa.example",
            "https://a.example",
        ),
        ("https://board.example/?utm_source=mail&fbclid=1", "https://board.example/"),
        (
            "https://a.example/x?a=%20b&UTM_Medium=x&c=d+e&mc_cid=1&d#f?utm_x=1&y",
            "https://a.example/x?a=%20b&c=d+e&d#f?utm_x=1&y",
        ),
        ("https://a.example/x?gclid=1#top", "https://a.example/x#top"),
        ("https://a.example/x?&a=1&&b#", "https://a.example/x?&a=1&&b#"),
        ("https://a.example/search?q=https://b.example", "https://a.example/search?q=https://b.example"),
        ("https://google.evil.example/url?q=https://b.example", "https://google.evil.example/url?q=https://b.example"),
        ("mailto:ann@a.example?subject=utm_x=1", "mailto:ann@a.example?subject=utm_x=1"),
        (
            "https://a.example/?_ga=1&gad_source=1&gad_campaignid=2&mibextid=3&elqTrackId=4&rdt_cid=5&sc_cid=6&id=7"
            "&ck_subscriber_id=8&bsft_uid=9&UTM%5Fsource=10",
            "https://a.example/?id=7",
        ),
        ("https://a.example/x#utm_source=mail&utm_medium=x", "https://a.example/x"),
        ("https://ann:secret@a.example/@ann?b=c@d", "https://a.example/@ann?b=c@d"),
        (
            "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url=https%3A%2F%2Fa.example%2Fx&x=y",
            "https://a.example/x",
        ),
        ("https://duckduckgo.com/l/?uddg=https%3A%2F%2Fa.example%2Fx&rut=1", "https://a.example/x"),
        ("file:///C:/Users/ann/secret.docx", ""),
    ],
)
def test_trackers_come_off_an_address_and_nothing_else_does(address, leads_to):
    assert address_of(address) == leads_to
