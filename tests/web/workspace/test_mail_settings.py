"""Where mails go follows from the settings, and a missing one names itself."""

import os
import subprocess
import sys

import pytest

SERVICE = {"TASKFORCE_MODE": "service", "TASKFORCE_SECRET_KEY": "k" * 50}
SERVICE |= {"TASKFORCE_HOSTS": "taskforce.example.dk"}
SHOWN = "s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, s.SITE_URL"


def settings_with(**variables):
    clean = {name: value for name, value in os.environ.items() if "TASKFORCE" not in name}
    return subprocess.run(
        [sys.executable, "-c", f"import taskforce.web.project.settings as s; print({SHOWN})"],
        env=clean | variables,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, "TASKFORCE_MAIL_HOST"),
        ({"TASKFORCE_MAIL_HOST": "smtp.example.dk"}, "TASKFORCE_MAIL_FROM"),
    ],
)
def test_in_service_the_web_refuses_to_start_without_a_way_to_send_mails(given, missing):
    assert f"{missing} is not set." in settings_with(**SERVICE, **given).stderr


def test_in_service_mails_are_sent_and_their_links_lead_to_the_first_host():
    given = {"TASKFORCE_MAIL_HOST": "smtp.example.dk", "TASKFORCE_MAIL_FROM": "a@example.dk"}
    told = settings_with(**SERVICE, **given).stdout.strip()
    assert told == "smtp 587 True False https://taskforce.example.dk"


def test_in_the_demonstration_they_stay_in_the_workspace():
    assert settings_with(TASKFORCE_DEBUG="yes").stdout.startswith("mailbox ")


def test_on_a_machine_of_ones_own_they_become_files_until_there_is_a_server():
    assert settings_with().stdout.startswith("filebased ")
    given = {"TASKFORCE_MAIL_HOST": "localhost", "TASKFORCE_MAIL_SECURITY": "tls"}
    assert settings_with(**given).stdout.startswith("smtp 587 False True ")
