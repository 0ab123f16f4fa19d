"""What is struck out and what is marked make up both versions, whatever was written."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from taskforce.web.frame.difference import marked

_TEXTS = st.text(st.sampled_from("ab<>& \n"), max_size=30)


def without(tag, marks):
    """The text without what stands in one of the tags."""
    kept = re.sub(rf"<{tag}>.*?</{tag}>", "", marks, flags=re.DOTALL)
    return unescape(re.sub(r"</?(?:ins|del)>", "", kept))


@given(_TEXTS, _TEXTS)
def test_both_versions_can_be_read_from_what_is_marked(old, new):
    marks = marked(old, new)
    assert without("ins", marks) == old
    assert without("del", marks) == new


@given(_TEXTS)
def test_what_has_not_changed_carries_no_mark(text):
    assert unescape(marked(text, text)) == text
