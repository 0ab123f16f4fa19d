"""What an option offers is typed as people write it: `voice`, never the name inside a program."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

import click

from taskforce.cli import main


def commands(one: click.Command, path: str = "taskforce") -> Iterator[tuple[str, click.Command]]:
    yield path, one
    if isinstance(one, click.Group):
        context = click.Context(one)
        for name in one.list_commands(context):
            inner = one.get_command(context, name)
            assert inner is not None
            yield from commands(inner, f"{path} {name}")


def test_every_choice_is_a_word_as_it_is_told_everywhere_else():
    choices = [
        (path, option.name, choice)
        for path, command in commands(main)
        for option in command.params
        if isinstance(option.type, click.Choice)
        for choice in option.type.choices
    ]
    assert len(choices) > 20
    assert [
        (path, name, choice)
        for path, name, choice in choices
        if isinstance(choice, Enum) and choice.name != choice.value
    ] == []
