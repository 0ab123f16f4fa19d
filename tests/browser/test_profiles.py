"""A municipality's web editor writes and is approved; another site shows it, and sees no more."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, go
from tests.browser.test_accessibility import broken_rules
from tests.browser.test_working_together import faults

HEADLINE = "Signal i hver en landsby"


@contextmanager
def foreign_site(content):
    """A page of somebody else's, on a port and a name of its own."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(content.encode())

        def log_message(self, *_told):
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_words_are_written_approved_read_and_shown_on_another_site(member, take_part, browser):
    write_and_send(member("tovholder", DESK))
    public = take_part("/kommuner/soroe/")
    expect(public.locator("main")).not_to_contain_text(HEADLINE)
    approve(member("konsulent", DESK))
    public.reload()
    expect(public.locator(".own-headline")).to_have_text(HEADLINE)
    public.get_by_role("link", name="Vis Sorø på jeres egen side").click()
    codes = [
        public.get_by_label(f"Kode til at kopiere: {name}").input_value()
        for name in ("Profilkortet", "Det store kort")
    ]
    closed = f'<iframe id="closed" src="{public.url}"></iframe>'
    with foreign_site(f"<!DOCTYPE html><title>Kommunen</title>{''.join(codes)}{closed}") as there:
        look_at(browser, there)


def write_and_send(editor):
    go(editor, "/kommuneside/0340/tekst/")
    editor.get_by_label("Overskrift på dansk").fill(HEADLINE)
    editor.get_by_role("button", name="Vis udkast").click()
    expect(editor.get_by_role("heading", name=HEADLINE)).to_be_visible()
    editor.get_by_role("button", name="Gem kladden").click()
    editor.get_by_role("button", name="Send til godkendelse").click()
    expect(editor.get_by_role("status").first).to_contain_text("Teksten er sendt")


def approve(consultant):
    go(consultant, "/kommuneside/")
    consultant.get_by_role("link", name=HEADLINE).click()
    expect(consultant.locator("ins").first).to_be_visible()
    consultant.get_by_role("button", name="Godkend").click()
    expect(consultant.get_by_role("status").first).to_contain_text("alle kan læse den")


def look_at(browser, there):
    """Another site shows the card and the map, and of our other pages nothing."""
    context = browser.new_context(viewport=DESK)
    page = context.new_page()
    page.goto(there)
    card = page.frame_locator("iframe >> nth=0")
    expect(card.locator(".headline")).to_have_text(HEADLINE)
    expect(card.locator(".badges img").first).to_be_visible()
    page.locator("iframe >> nth=1").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe >> nth=1").locator("#map[data-map=idle]")).to_be_visible()
    expect(page.frame_locator("#closed").locator("main")).to_have_count(0)
    assert context.cookies() == []
    context.close()


@pytest.mark.thorough
def test_what_is_written_and_shown_breaks_no_rule_on_desk_and_phone(member, take_part):
    editor = member("tovholder", DESK)
    inside = ("/kommuneside/0340/", "/kommuneside/0340/tekst/", "/en/own-page/0340/stories/new/")
    found = [fault for path in inside for fault in faults(editor, path)]
    consultant = member("konsulent", DESK)
    found += faults(consultant, "/kommuneside/")
    consultant.get_by_role("link", name="Sådan samler vi gravninger i én kalender").click()
    expect(consultant.get_by_role("heading", level=1)).to_contain_text("i én kalender")
    assert broken_rules(consultant) == []
    public = take_part("/kommuner/soroe/")
    paths = (
        "/kommuner/soroe/",
        "/maerker/",
        "/en/municipalities/soroe/badges/",
        "/kommuner/soroe/vis-paa-egen-side/",
        "/indlejret/soroe/profil/",
        "/indlejret/soroe/kort/",
        "/en/framed/soroe/badges/",
    )
    found += [fault for path in paths for fault in faults(public, path)]
    go(public, "/kommuner/soroe/")
    public.get_by_role("link", name="Vandtårnet, der gav en landsby dækning").click()
    expect(public.get_by_role("heading", level=1)).to_have_text(
        "Vandtårnet, der gav en landsby dækning"
    )
    assert broken_rules(public) == []
    assert found == []
