"""The journal tells who did what, and shows when somebody has tampered with it."""

import json

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.db.utils import DatabaseError

from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.chain import verify
from taskforce.web.frame.journal.models import Details, Entry, Seal
from taskforce.web.frame.journal.record import erase_details
from taskforce.web.frame.journal.writing import add, change, remove
from taskforce.web.people.models import Organisation

pytestmark = pytest.mark.django_db


def operator(name="Prøvenet"):
    return add(Organisation(kind="operator", name=name), by=SOFTWARE)


def told(entry):
    return json.loads(entry.details.content)


def behind_the_software(statement, *values):
    """Do what only somebody with the keys to the database could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS journal_refuses_UPDATE")
            cursor.execute("DROP TRIGGER IF EXISTS journal_refuses_DELETE")
        else:
            cursor.execute("ALTER TABLE frame_entry DISABLE TRIGGER journal_refuses")
        cursor.execute(statement, values)


def test_a_write_leaves_a_line_with_what_was_before_and_what_is_now():
    net = operator()
    assert change(net, {"cvr": "12345678"}, by=SOFTWARE) is True
    added, changed = Entry.objects.order_by("number")
    assert (added.what, changed.what) == ("organisation.added", "organisation.changed")
    assert told(changed) == {"before": {"cvr": ""}, "after": {"cvr": "12345678"}}
    assert (changed.role_name, changed.account_id) == ("software", None)
    remove(net, by=SOFTWARE)
    assert told(Entry.objects.last())["before"]["cvr"] == "12345678"
    assert verify().broken_at is None


def test_a_change_that_changes_nothing_leaves_no_line():
    net = operator()
    assert change(net, {"name": "Prøvenet"}, by=SOFTWARE) is False
    assert Entry.objects.count() == 1


def test_a_write_that_is_refused_leaves_neither_a_row_nor_a_line():
    with pytest.raises(ValidationError):
        add(Organisation(kind="operator", name="Net", cvr="12"), by=SOFTWARE)
    assert (Organisation.objects.count(), Entry.objects.count()) == (0, 0)


def test_a_line_is_undone_together_with_what_it_tells():
    def added_and_then_broken():
        operator()
        Organisation.objects.create(kind="operator", name="Prøvenet")

    with pytest.raises(IntegrityError):
        transaction.atomic(added_and_then_broken)()
    assert (Entry.objects.count(), verify().lines) == (0, 0)


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_a_line(verb):
    operator()
    line = Entry.objects.filter(number=1)
    tamper = {"update": lambda: line.update(role_name="consultant"), "delete": line.delete}[verb]
    with pytest.raises(DatabaseError):
        transaction.atomic(tamper)()
    assert Entry.objects.get().role_name == "software"


def test_a_changed_line_is_found():
    for number in range(5):
        operator(f"Net {number}")
    behind_the_software("UPDATE frame_entry SET role_name = 'visitor' WHERE number = 3")
    verdict = verify()
    assert (verdict.broken_at, verdict.reason) == (3, "the line was changed")


def test_changed_details_are_found():
    operator()
    Details.objects.update(content='{"after": {"name": "Andet"}, "before": {}}')
    assert verify().reason == "its details were changed"


def test_a_line_taken_out_of_the_middle_is_found():
    for number in range(4):
        operator(f"Net {number}")
    Details.objects.filter(entry_id=2).delete()
    behind_the_software("DELETE FROM frame_entry WHERE number = 2")
    assert verify().reason == "a line before it is missing"


def test_lines_cut_off_the_end_are_found():
    for number in range(4):
        operator(f"Net {number}")
    Details.objects.filter(entry_id=4).delete()
    behind_the_software("DELETE FROM frame_entry WHERE number = 4")
    verdict = verify()
    assert (verdict.broken_at, verdict.reason) == (4, "the last lines are missing")


def test_details_that_vanish_in_silence_are_found():
    operator()
    Details.objects.all().delete()
    assert "no line says that they were erased" in verify().reason


def test_erased_details_leave_the_chain_whole_and_say_so():
    net, other = operator(), operator("Andet")
    change(net, {"website": "https://example.org"}, by=SOFTWARE)
    assert erase_details([net], by=SOFTWARE, about=other) == 2
    assert not Details.objects.filter(entry__thing_id=str(net.pk)).exists()
    verdict = verify()
    assert (verdict.broken_at, verdict.erased) == (None, 2)
    assert erase_details([net, other], by=SOFTWARE, about=other) == 1
    assert verify().broken_at is None


def test_the_seal_holds_the_end_of_the_chain():
    operator()
    assert Seal.objects.get().hash == Entry.objects.get().hash == verify().seal
