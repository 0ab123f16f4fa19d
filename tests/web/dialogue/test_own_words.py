"""Of an answer by mail only what its writer wrote is kept, whatever program they wrote it in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.dialogue.mail.plain import plain_text
from taskforce.web.dialogue.mail.quoted import cut_line, own_words

OUTLOOK = """Det er fint med os.

Venlig hilsen
Vejafdelingen
________________________________
Fra: Prøvenet via Digital Taskforce <taskforce@example.org>
Sendt: 2. marts 2026 08:00
Til: Vejafdelingen
Emne: Fælles gravning [D-1]

Kan vi grave sammen?"""
ENGLISH_OUTLOOK = """Fine.

From: Someone <a@b.dk>
Sent: Monday, March 2, 2026 8:00 AM
To: Me

Old words"""
GMAIL = """Ja tak

man. 2. mar. 2026 kl. 08.00 skrev Prøvenet via Digital Taskforce <
taskforce@example.org>:

> ##- Skriv dit svar over denne linje -##
> Gamle ord"""
THUNDERBIRD = """Fint.

On 02.03.2026 08:00, Prøvenet via Digital Taskforce wrote:
> Gamle ord"""
APPLE = """Fint.

> Den 2. mar. 2026 kl. 08.00 skrev Nogen <a@b.dk>:
>
> Gamle ord"""
ORIGINAL = "Fint.\n\n-----Oprindelig meddelelse-----\nFra: A\nGamle ord"
SIGNATURE = "Fint.\n-- \nAnna\nTlf. 12345678"


@pytest.mark.parametrize(
    ("mail", "kept"),
    [
        (OUTLOOK, "Det er fint med os.\n\nVenlig hilsen\nVejafdelingen"),
        (ENGLISH_OUTLOOK, "Fine."),
        (GMAIL, "Ja tak"),
        (THUNDERBIRD, "Fint."),
        (APPLE, "Fint."),
        (ORIGINAL, "Fint."),
        (SIGNATURE, "Fint."),
        ("Fint.\r\n\r\n\r\n\r\nVi ses.\r\n", "Fint.\n\nVi ses."),
        (
            "> Kan I i uge 14?\nJa.\n> Og uge 15?\nNej.",
            "> Kan I i uge 14?\nJa.\n> Og uge 15?\nNej.",
        ),
        ("Den 3. maj skrev kommunen et brev til os.", "Den 3. maj skrev kommunen et brev til os."),
        ("> Kun citat", ""),
        ("", ""),
    ],
    ids=lambda text: text[:12],
)
def test_quotation_and_signature_are_cut(mail, kept):
    assert own_words(mail) == kept


@given(st.text("abcæøå ,.!\n", max_size=200), st.text(max_size=200))
def test_nothing_below_the_line_is_ever_kept(said, quoted):
    answer = own_words(f"{said}\n> {cut_line()}\n{quoted}")
    assert answer == own_words(said)


@given(st.text(max_size=300))
def test_the_kept_words_are_a_beginning_and_are_cut_once(text):
    kept = own_words(text)
    assert own_words(kept) == kept


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>Hej</p><p>Ja &amp; nej</p>", "Hej\n\nJa & nej"),
        ("<div>Et<br>To</div>", "Et\nTo"),
        ("<ul><li>Et</li><li>To</li></ul>", "- Et\n\n- To"),
        ("<head><title>T</title><style>p{}</style></head><p>Hej</p><script>x</script>", "Hej"),
        ('<p>Ja</p><div class="gmail_quote"><p>Gamle<br>ord</p></div><p>Og</p>', "Ja\n\nOg"),
        ('<p>Ja</p><blockquote type="cite"><div>Gamle</div></blockquote>', "Ja"),
        ('<p>Ja</p><div id="divRplyFwdMsg">Fra: A</div><div>Gamle ord</div>', "Ja"),
        ("<p>Ikke lukket<div>Heller ikke", "Ikke lukket\nHeller ikke"),
        ("", ""),
    ],
)
def test_a_page_becomes_plain_text(page, text):
    assert plain_text(page).replace("\n\n\n", "\n\n") == text


@given(st.text("<>/abdivp quote=\"'&;#x12\n", max_size=300))
def test_no_page_is_too_broken_to_be_read(page):
    assert "<script" not in plain_text(page)


@pytest.mark.parametrize(
    "sign", ["\n", " ", "> ", "Den \n", "On 1\n", "_", "-- \n", "Fra:\n", "<", "<p>"]
)
def test_a_long_mail_of_nothing_is_read_at_once(sign):
    # Were the time to grow with the square of the length, this would take hours.
    long = sign * 100_000
    assert len(own_words(plain_text(long))) <= len(long)
    assert len(own_words(long)) <= len(long)
