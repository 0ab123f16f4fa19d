"""A promise about a table, checked once, at the door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from taskforce.vocabulary.errors import PromiseBroken

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Column:
    """One promised column: its Arrow type by name, what it means, and whether it may be null."""

    name: str
    type: str
    meaning: str
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One promised table: what a row is, its columns in order, and the key that is unique."""

    name: str
    grain: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)

    def schema(self) -> pa.Schema:
        """The Arrow schema of the promise."""
        import pyarrow as pa

        return pa.schema(
            [pa.field(column.name, pa.type_for_alias(column.type)) for column in self.columns]
        )


def check(table: Table, schema: pa.Schema) -> None:
    """Compare a file's schema with what its table promised.

    Parameters
    ----------
    table
        The promise.
    schema
        The schema found in the file.

    Raises
    ------
    PromiseBroken
        A column is missing or has another type. Further columns are allowed, so that an older
        version of the software can read a newer snapshot.
    """
    for column, field in zip(table.columns, table.schema(), strict=True):
        if column.name not in schema.names:
            raise PromiseBroken(f'The table {table.name} lacks the column "{column.name}".')
        found = schema.field(column.name).type
        if found != field.type:
            raise PromiseBroken(
                f'The table {table.name} promised {field.type} in "{column.name}", not {found}.'
            )
