"""Every word of the house has both languages, and every code its one meaning."""

import pytest

from taskforce.vocabulary.certainty import Certainty
from taskforce.vocabulary.errors import NotOnShelf, PromiseBroken, Refused, TaskforceError
from taskforce.vocabulary.technology import FIXED, Counting, Technology, counted
from taskforce.vocabulary.text import Text, grouped
from taskforce.vocabulary.use import USES, Use, use_of_code


@pytest.mark.parametrize("word", [*Certainty, *Technology, *Use])
def test_each_word_has_a_danish_and_an_english_label(word):
    assert word.label.in_language("da")
    assert word.label.in_language("en-gb")
    assert word.label.in_language("da-dk") == word.label.da


@pytest.mark.parametrize("use", USES)
def test_a_use_is_found_again_by_its_code(use):
    assert use_of_code(use.code) is use


def test_mobile_and_satellite_do_not_count_as_fixed():
    assert Technology.MOBILE not in FIXED
    assert Technology.SATELLITE not in FIXED
    assert counted(Counting.FIXED, Technology) == FIXED
    assert set(counted(Counting.ALL, Technology)) == set(Technology)


def test_a_technology_the_source_never_mentions_does_not_count():
    assert counted(Counting.FIXED, [Technology.MOBILE, Technology.FIBRE]) == (Technology.FIBRE,)


def test_a_refusal_names_file_row_column_and_remedy():
    said = str(
        Refused("A speed is negative.", remedy="Mend it.", file="a.csv", row=7, column="download")
    )
    assert said == 'a.csv, row 7, column "download": A speed is negative. Mend it.'


def test_a_refusal_is_said_in_danish_where_it_is_known_in_danish():
    no_row = Text("Filen har ingen rækker.", "The file has no row.")
    refused = Refused(no_row, remedy="Mend it.", file="a.csv", row=7, column="download")
    where = 'a.csv, række 7, kolonne "download"'
    assert refused.in_language("da") == f"{where}: Filen har ingen rækker. Mend it."
    assert str(refused).endswith("The file has no row. Mend it.")
    assert refused.message == "The file has no row."


def test_a_number_has_its_thousands_apart_as_each_language_writes_them():
    assert grouped(1_000_000) == Text("1.000.000", "1,000,000")


@pytest.mark.parametrize(
    ("error", "builtin"),
    [(Refused, ValueError), (NotOnShelf, LookupError), (PromiseBroken, ValueError)],
)
def test_each_error_is_also_the_builtin_one_expects(error, builtin):
    assert issubclass(error, builtin)
    assert issubclass(error, TaskforceError)
