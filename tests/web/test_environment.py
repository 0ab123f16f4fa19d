"""A wrong setting stops the start and names the variable."""

import os
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured

from taskforce.web.project import environment


def settings_with(**variables):
    clean = {name: value for name, value in os.environ.items() if "TASKFORCE" not in name}
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "import taskforce.web.project.settings as s; print(s.ALLOWED_HOSTS)",
        ],
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (lambda: environment.flag("TASKFORCE_X", default=False), "maybe"),
        (lambda: environment.number("TASKFORCE_X", 1), "-4"),
        (lambda: environment.number("TASKFORCE_X", 1), "many"),
        (lambda: environment.choice("TASKFORCE_X", "a", among=("a", "b")), "c"),
        (lambda: environment.mail_address("TASKFORCE_X"), "dialog"),
        (lambda: environment.mail_address("TASKFORCE_X"), "dialog@svar"),
    ],
)
def test_a_wrong_value_names_the_variable_and_the_remedy(monkeypatch, read, value):
    monkeypatch.setenv("TASKFORCE_X", value)
    with pytest.raises(ImproperlyConfigured, match=rf'TASKFORCE_X is "{value}".*Write'):
        read()


def test_an_empty_value_means_the_usual(monkeypatch):
    monkeypatch.setenv("TASKFORCE_X", " ")
    assert environment.number("TASKFORCE_X", 7) == 7
    assert environment.words("TASKFORCE_X", ("a", "b")) == ["a", "b"]
    assert environment.flag("TASKFORCE_X", default=True)


def test_in_service_the_web_refuses_to_start_without_a_key_of_its_own():
    done = settings_with(TASKFORCE_MODE="service", TASKFORCE_HOSTS="example.dk")
    assert done.returncode
    assert "TASKFORCE_SECRET_KEY is not set" in done.stderr


def test_in_service_it_refuses_to_start_without_host_names():
    done = settings_with(TASKFORCE_MODE="service", TASKFORCE_SECRET_KEY="k" * 50)
    assert "TASKFORCE_HOSTS is not set" in done.stderr


def test_on_a_machine_of_ones_own_only_that_machine_is_answered(visitor):
    assert "localhost" in settings_with().stdout
    assert visitor.get("/", headers={"host": "example.dk"}).status_code == 400


def test_a_mode_that_is_not_known_stops_the_start():
    done = settings_with(TASKFORCE_MODE="production")
    assert 'TASKFORCE_MODE is "production"' in done.stderr
