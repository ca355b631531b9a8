import logging
from io import BytesIO

import pytest

from geo.errors import InputError, NotText
from geo.reading.failures import stop
from geo.reading.mail import article, read

FROM = 'From: "Ann Writer" <ann@example.org>\nSubject: =?utf-8?q?Talks_in_K=C3=B6ln?=\nDate: Sun, 27 Feb 2022 23:11:12 +0300\n'
TEXT = "Talks were held in the Gomel Region on Sunday, close to the border with Ukraine, officials said."


def mail(body, head=FROM, kind="text/plain; charset=utf-8", **more):
    extra = "".join(f"{key.replace('_', '-')}: {value}\n" for key, value in more.items())
    return f"{head}MIME-Version: 1.0\nContent-Type: {kind}\n{extra}\n{body}".encode()


def parts(*bodies, kind="mixed"):
    """A mail of several parts, each given as its headers and its body."""
    inner = "".join(f"--b\n{head}\n\n{body}\n" for head, body in bodies)
    return mail(f"{inner}--b--\n", kind=f"multipart/{kind}; boundary=b")


PLAIN = ("Content-Type: text/plain; charset=utf-8", TEXT)
PAGE = ("Content-Type: text/html; charset=utf-8", f"<html><body><p>{TEXT.replace('Gomel', 'Brest')}</p></body></html>")


def test_the_text_is_read_and_the_headers_tell_subject_sender_and_day():
    found = article(mail(TEXT), name="a.eml")
    assert (found.text, found.title, found.author, found.date) == (TEXT, "Talks in Köln", "Ann Writer", "2022-02-27")
    assert set(found.told.values()) == {"the mail's headers"}


def test_a_sender_without_a_name_is_called_by_the_address():
    assert article(mail(TEXT, head="From: ann@example.org\n"), name="a.eml").author == "ann@example.org"


def test_plain_text_is_preferred_to_the_same_in_html():
    assert article(parts(PLAIN, PAGE, kind="alternative"), name="a.eml").text == TEXT


@pytest.mark.parametrize("plain", ["", "Your program cannot show this mail."])
def test_html_is_read_where_the_plain_text_says_nothing(plain):
    found = article(parts((PLAIN[0], plain), PAGE, kind="alternative"), name="a.eml")
    assert found.text == TEXT.replace("Gomel", "Brest")


def test_transfer_and_character_encodings_are_undone():
    data = mail(
        "Z=FCrich =\nin March", kind="text/plain; charset=iso-8859-1", Content_Transfer_Encoding="quoted-printable"
    )
    assert article(data, name="a.eml").text == "Zürich in March"


def test_lines_of_flowed_text_are_joined_and_quotes_and_signatures_are_not():
    data = mail("They came to New \nYork. \n> We stay\n-- \nAnn", kind="text/plain; charset=utf-8; format=flowed")
    assert article(data, name="a.eml").text == "They came to New York. \n> We stay\n-- \nAnn"


def test_attachments_are_left_out_and_named(caplog):
    attached = ('Content-Type: application/pdf\nContent-Disposition: attachment; filename="a\u0007.pdf"', "x")
    with caplog.at_level(logging.WARNING, logger="geo"):
        assert article(parts(PLAIN, attached, attached), name="a.eml").text == TEXT
    assert caplog.messages[0].startswith("a.eml: 2 attachments are not read (a")
    assert "\u0007" not in caplog.text


def test_a_mail_that_only_forwards_another_is_read_as_that():
    inner = f"From: b@example.org\nSubject: Other\nContent-Type: text/plain\n\n{TEXT}"
    assert article(parts(("Content-Type: message/rfc822", inner)), name="a.eml").text == TEXT


def nested(depth):
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return f"Subject: x\n{head}Content-Type: text/plain\n\n{TEXT}".encode()


def test_a_few_levels_of_parts_are_usual():
    assert article(nested(5), name="a.eml").text == TEXT


def test_thousands_of_levels_are_refused():
    with pytest.raises(InputError, match="too deep within each other|without text"):
        article(nested(3000), name="a.eml")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "no headers"),
        (b"\n\nMinsk", "no headers"),
        (mail(""), "without text"),
        (parts(("Content-Type: image/png\nContent-Disposition: attachment", "x")), "without text"),
    ],
)
def test_what_holds_no_text_is_refused_in_a_line(data, words):
    with pytest.raises(NotText, match=words):
        article(data, name="a.eml")


@pytest.mark.parametrize(
    "head",
    [
        "From: \nDate: \nSubject: \n",
        "From: ,,,<>;:@\nDate: yesterday\nSubject: =?no-such?q?=FF?=\n",
        "From: =?utf-8?b?////?=\nDate: Mon, 99 Feb 99999 99:99:99 +9999\n",
        "Subject: " + "(" * 2000 + "\nFrom: " + '"' * 501 + "\n",
        "Subject: x\nContent-Type: text/plain; charset*=''%\n",
    ],
)
def test_broken_headers_say_nothing_and_do_not_cost_the_text(head):
    found = article(f"{head}\n{TEXT}".encode(), name="a.eml")
    assert found.text == TEXT and found.date is None


@pytest.mark.parametrize(
    "kind",
    ["text/plain; charset=no-such", "text/plain; charset=punycode", "text/plain; charset", "text", "/", "x" * 1000],
)
def test_broken_types_do_not_cost_the_text(kind):
    assert article(mail(TEXT, kind=kind), name="a.eml").text == TEXT


@pytest.mark.parametrize("odd", ["\0", "\1\2"])
def test_odd_bytes_do_not_cost_the_text(odd):
    data = mail(f"{TEXT}{odd}", kind="text/plain").replace(b"Talks were", b"T\xe4lks were")
    assert "the Gomel Region" in article(data, name="a.eml").text


def test_the_reader_works_in_a_helper():
    (found,) = read("a.eml", BytesIO(mail(TEXT)), stop)
    assert found == article(mail(TEXT), name="a.eml")
