"""The numbers on the pages are those of the bundle; hidden and unknown ones are said as such."""

import re
from html import unescape

import pytest

from tests.web.seen import seen_in


def text_of(visitor, path):
    return seen_in(visitor.get(path).content.decode())


def row_of(visitor, path, name):
    html = visitor.get(path).content.decode()
    rows = re.findall(r"<tr>\s*<th scope=\"row\">.*?</tr>", html, flags=re.DOTALL)
    found = next(row for row in rows if f">{name}</a>" in row)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found))).replace("\xa0", " ")


def test_the_front_page_answers_with_number_share_day_and_source(visitor):
    text = text_of(visitor, "/")
    assert "Har du ordentligt internet?" in text
    assert "24 adresser har ikke ordentligt internet" in text
    assert "83,8 % af de adresser, vi kender, har det" in text
    assert "30. juni 2026" in text
    assert "64 den 30. juni 2023" in text
    assert "Oplyst af teleselskaberne." in text
    assert "Kilde: " in text


def test_numbers_follow_the_language_of_the_page(visitor):
    assert "83.8% of the addresses we know about have it" in text_of(visitor, "/en/")
    assert "30 June 2026" in text_of(visitor, "/en/")


def test_a_municipality_reads_as_a_sentence(visitor):
    text = text_of(visitor, "/kommuner/soroe/")
    assert "I Sorø mangler 6 af 47 adresser ordentligt internet. Det er 13,0 % af dem" in text
    assert "Den 30. juni 2023 var 46 adresser uden ordentligt internet." in text


def test_a_number_that_would_point_at_the_few_is_not_shown(visitor):
    assert row_of(visitor, "/kommuner/", "Lolland").count("vises ikke") == 3
    text = text_of(visitor, "/kommuner/lolland/")
    assert "Meget få af de 32 adresser i Lolland mangler ordentligt internet" in text
    assert "Very few of the 32 addresses" in text_of(visitor, "/en/municipalities/lolland/")


def test_a_hidden_number_cannot_be_found_by_subtraction(visitor):
    assert "vises ikke" in row_of(visitor, "/kommuner/", "Slagelse")


def test_no_cell_of_lollands_page_holds_one_or_two(visitor):
    for threshold in ("30-5", "100-30", "1000-100"):
        html = visitor.get(f"/kommuner/lolland/?threshold={threshold}").content.decode()
        cells = re.findall(r'<td class="figure"[^>]*>\s*(?:<a [^>]+>)?(\d+)\s*<', html)
        assert cells
        assert not {"1", "2"} & set(cells)


def test_an_address_that_nobody_told_of_counts_as_unknown_and_not_as_need(visitor):
    text = text_of(visitor, "/kommuner/soroe/")
    assert "1 adresser kender vi ikke" in text
    assert "Adresser, vi ikke kender: 1" in text_of(visitor, "/")


def test_another_threshold_is_called_by_its_speeds(visitor):
    text = text_of(visitor, "/kommuner/soroe/?threshold=1000-100")
    assert "mangler 6 af 47 adresser 1000/100 Mbit/s" in text
    assert "ordentligt internet. Det er" not in text


def test_a_threshold_that_is_not_published_falls_back_and_says_so(visitor):
    text = text_of(visitor, "/kommuner/?threshold=12-3")
    assert "Vi har ikke tal for alt det, du spurgte om" in text
    assert "kunne ikke få 100/30 Mbit/s" in text


@pytest.mark.parametrize("asked", ["threshold=%00", "when=aldrig", "count=x", "sort=<script>"])
def test_a_question_that_makes_no_sense_gets_the_usual_answer(visitor, asked):
    response = visitor.get(f"/kommuner/?{asked}")
    assert response.status_code == 200
    assert "<script>" not in response.content.decode().replace('<script type="module"', "")


@pytest.mark.parametrize(
    ("sort", "first"),
    [("name", "Faxe"), ("-below", "Næstved"), ("", "Næstved"), ("-addresses", "Sorø")],
)
def test_the_list_sorts_by_what_is_asked(visitor, sort, first):
    html = visitor.get(f"/kommuner/?sort={sort}").content.decode()
    assert re.search(r'<th scope="row"><a [^>]+>([^<]+)</a>', html).group(1) == first


def names_in_order(html):
    return re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a>', html)


def test_where_the_numbers_are_small_nobody_is_ranked_by_share(visitor, monkeypatch):
    for sort in ("share", "-share"):
        html = visitor.get(f"/kommuner/?sort={sort}").content.decode()
        assert names_in_order(html)[0] == "Faxe"
        assert "Ikke i rækkefølge: færre end 30 adresser, eller vises ikke" in html
        assert names_in_order(html)[-1] == "Vordingborg"
    monkeypatch.setattr("taskforce.web.municipalities.rows.RANKED_FROM", 6)
    shown = {"share": ["Sorø", "Næstved"], "-share": ["Næstved", "Sorø"]}
    for sort, first in shown.items():
        html = visitor.get(f"/kommuner/?sort={sort}").content.decode()
        assert names_in_order(html)[:3] == [*first, "Faxe"]


def test_the_comparison_shows_change_and_density_and_says_how_to_read_shares(visitor):
    text = text_of(visitor, "/kommuner/sammenlign/?m=0340&m=0370&m=0360")
    assert "Ændring under 100/30 −40 0 vises ikke" in text
    # Each municipality of the small region is a square of 18 km.
    assert "Under 100/30 pr. km² 0,02 0,04 vises ikke" in text
    assert "hvor færre end 30 adresser mangler det" in text


def test_danish_letters_sort_last(visitor):
    html = visitor.get("/kommuner/?sort=name").content.decode()
    names = re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a>', html)
    assert names.index("Køge") > names.index("Kalundborg")
    assert len(names) == 17


def test_what_is_hidden_sorts_last_either_way(visitor):
    for sort in ("below", "-below"):
        html = visitor.get(f"/kommuner/?sort={sort}").content.decode()
        names = re.findall(r'<th scope="row"><a [^>]+>([^<]+)</a>', html)
        assert {"Lolland", "Slagelse"} <= set(names[2:])
        assert names.index("Lolland") > names.index("Sorø")


def test_municipalities_stand_side_by_side(visitor):
    text = text_of(visitor, "/kommuner/sammenlign/?m=0340&m=0360&m=0340&m=9999")
    assert "Adresser i alt 47 32" in text
    assert "Vælg to til seks kommuner" in text_of(visitor, "/kommuner/sammenlign/")


def test_what_became_of_the_need_balances(visitor):
    html = visitor.get("/kommuner/soroe/").content.decode()
    ledger = re.search(r'class="table table--compact ledger".*?</table>', html, re.DOTALL).group()
    numbers = [int(n) for n in re.findall(r'<td class="figure"><a [^>]+>(\d+)</a></td>', ledger)]
    then, gained, unknown, gone, lost, known, new, now = numbers
    assert (then, gained, now) == (46, 40, 6)
    assert then - gained - unknown - gone + lost + known + new == now


def test_official_figures_stand_beside_with_their_source(visitor):
    html = visitor.get("/kommuner/soroe/").content.decode()
    official = html[html.index('id="official"') :]
    assert "Energistyrelsen" in official
    assert "85\xa0%" in official


def test_a_municipality_without_data_is_unknown_and_never_without(visitor):
    assert "ukendt" in row_of(visitor, "/kommuner/", "Greve")
    text = text_of(visitor, "/kommuner/greve/")
    assert "Vi har ingen oplysninger om adresserne i Greve" in text
    assert "Alle kendte adresser" not in text


def test_nobody_is_invented_as_contact(visitor):
    assert "tovholder for bedre internet er endnu ikke udpeget" in text_of(
        visitor, "/kommuner/soroe/"
    )
