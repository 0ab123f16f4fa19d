"""Nothing is written to the database but through the journal."""

import ast

from tests.house.source_files import SOURCE, ours, shown

WEB = SOURCE / "web"
JOURNAL = WEB / "frame" / "journal"
WRITES = {
    "save",
    "create",
    "bulk_create",
    "bulk_update",
    "update_or_create",
    "get_or_create",
    "delete",
}
# A library's own rows: not ours to journal, and each stands beside a journalled write.
NOT_OURS = {"EmailAddress", "Authenticator", "SocialAccount"}
# Files, not rows: the row that names them is journalled.
FILES = {"default_storage", "picture"}


def written_past_the_journal(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        called = ast.unparse(node.func)
        wrote = node.func.attr in WRITES or called.endswith(".objects.update")
        if wrote and called.split(".")[0] not in NOT_OURS | FILES:
            yield f"{shown(path)}:{node.lineno} {called}"


def test_every_write_leaves_its_line_in_the_journal():
    past = [
        found
        for path in ours("*.py", WEB)
        if JOURNAL not in path.parents
        for found in written_past_the_journal(path)
    ]
    assert past == []


def test_the_journal_itself_is_seen_writing():
    assert list(written_past_the_journal(JOURNAL / "writing.py"))
