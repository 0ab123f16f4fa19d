"""A mail is read whatever its letters, parts and headers; nothing in it can stop the reading."""

from email.message import EmailMessage

from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.dialogue.mail.reading import read

TOKEN = "0123456789abcdef" * 2


def mail(text="Hej", **headers):
    made = EmailMessage()
    made["From"] = "Anna Holm <Anna@Soroe.example>"
    made["To"] = f"Dialog <Dialog+{TOKEN.upper()}@svar.example.dk>"
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def test_sender_and_secret_are_found_in_any_case():
    found = read(mail().as_bytes())
    assert (found.sender, found.tokens) == ("anna@soroe.example", (TOKEN,))
    assert not found.automatic


def test_letters_of_old_mail_programs_are_read():
    for charset in ("iso-8859-1", "windows-1252", "utf-8"):
        made = mail()
        made.set_content("Blåbærgrød på Møn", charset=charset)
        assert read(made.as_bytes()).text == "Blåbærgrød på Møn"
    unknown = mail().as_bytes().replace(b'charset="utf-8"', b'charset="x-findes-ikke"')
    assert read(unknown).text == "Hej"


def test_a_mail_without_plain_text_is_read_as_a_page():
    made = mail()
    made.set_content("<p>Hej</p><p>fra Sorø</p>", subtype="html")
    assert read(made.as_bytes()).text == "Hej\n\nfra Sorø"


def test_the_pictures_of_a_signature_are_no_files():
    made = mail("Hej")
    made.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    picture = next(iter(made.iter_attachments()))
    picture["Content-ID"] = "<logo>"
    picture.replace_header("Content-Disposition", 'inline; filename="logo.png"')
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="kort.pdf")
    assert [one.name for one in read(made.as_bytes()).enclosed] == ["kort.pdf"]


def test_machines_are_told_by_what_they_write_above():
    for subject in ("Automatisk svar: Gravning", "Automatic reply: D-1", "Out of Office: x"):
        assert read(mail(Subject=subject).as_bytes()).automatic, subject
    for subject in ("SV: Gravning [D-1]", "Om automatisk svar på masten"):
        assert not read(mail(Subject=subject).as_bytes()).automatic, subject


def test_a_failed_delivery_is_a_machines():
    made = mail().as_bytes().replace(b"From: Anna Holm <Anna@Soroe.example>", b"From: <>")
    assert read(made).automatic
    report = b"From: MAILER-DAEMON@x.dk\nTo: a@b.dk\nSubject: Returned\n\nNej"
    assert read(report).automatic


def test_a_mail_that_is_broken_on_purpose_holds_up_nobody():
    nested = b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (depth, depth)
        for depth in range(3000)
    )
    assert read(b"From: a@b.dk\n" + nested + b"Content-Type: text/plain\n\nHej") is None


def test_signs_that_no_database_takes_are_left_out():
    made = mail("Hej").as_bytes().replace(b"Hej", b"H\x00ej\x07")
    made = b"Subject: a\xff\x00b\nMessage-ID: <\xe6@x>\n" + made
    found = read(made)
    assert found.text == "Hej"
    for told in (found.subject, found.mail_id, found.sender):
        assert told.encode()
        assert "\x00" not in told


@given(st.binary(max_size=600))
def test_no_bytes_are_too_broken_to_be_read(content):
    found = read(content)
    assert found is None or len(found.fingerprint) == 64


@given(st.text(max_size=80), st.binary(max_size=200))
def test_no_header_and_no_part_is_too_broken(subject, part):
    content = b"Subject: " + subject.encode("utf-8", "replace").replace(b"\n", b" ") + b"\n"
    content += b'Content-Type: multipart/mixed; boundary="x"\n\n--x\n' + part + b"\n--x--\n"
    found = read(content)
    assert found is None or found.text.encode() is not None
