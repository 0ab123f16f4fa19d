"""Writes frozen dataclasses as JSON and reads them back, the same in both directions."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from taskforce.report.count import Count

Kind = TypeVar("Kind")


def plain(value: Any) -> Any:
    """Turn a dataclass, and all that it holds, into what JSON knows.

    Parameters
    ----------
    value
        A frozen dataclass, or tuples and dictionaries of them.

    Returns
    -------
    object
        Dictionaries, lists, texts, numbers and None only.
    """
    if isinstance(value, Count):
        return value.plain()
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date) else value


def revived(kind: type[Kind], value: Any) -> Kind:
    """Read back what `plain` wrote.

    Parameters
    ----------
    kind
        The class that was written, or a tuple or dictionary of such: `tuple[Place, ...]`.
    value
        What `plain` returned, perhaps after a journey through a file.

    Returns
    -------
    Kind
        Equal to what was written.
    """
    return _revived(kind, value)


def _revived(kind: Any, value: Any) -> Any:
    if kind is Count:
        return Count.revived(value)
    if value is None:
        return None
    if is_dataclass(kind) and isinstance(kind, type):
        # What an older version did not write yet keeps its default; without one it is an error.
        return kind(
            **{name: _revived(hint, value[name]) for name, hint in _hints(kind) if name in value}
        )
    if get_origin(kind) is not None:
        return _revived_generic(kind, value)
    return _revived_simple(kind, value)


def _revived_generic(kind: Any, value: Any) -> Any:
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _revived(next(one for one in inner if one is not types.NoneType), value)
    if origin is dict:
        return {_revived(inner[0], key): _revived(inner[1], one) for key, one in value.items()}
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_revived(inner[0], one) for one in value)
    return tuple(_revived(hint, one) for hint, one in zip(inner, value, strict=True))


def _revived_simple(kind: Any, value: Any) -> Any:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return kind.fromisoformat(value) if kind in (date, datetime) else value


@lru_cache
def _hints(kind: type) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
