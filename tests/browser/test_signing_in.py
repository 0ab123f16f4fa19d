"""People sign in as they are used to: with a password, with an app, with a passkey."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import DESK, PHONE
from tests.browser.furnish import SECRET
from tests.browser.test_accessibility import broken_rules
from tests.cast import PASSWORD
from tests.codes import code_for

BEHIND = (
    "/konto/2fa/",
    "/en/account/2fa/",
    "/konto/2fa/totp/activate/",
    "/konto/2fa/webauthn/add/",
    "/konto/password/change/",
    "/min-konto/",
    "/en/my-account/",
    "/invitationer/",
)
DESK_PAGE = re.compile(r"/arbejdsbord/$")


def sign_in(page, name):
    page.get_by_label("Mailadresse").fill(f"{name}@example.org")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="Log ind", exact=True).click()


def sign_out(page):
    page.get_by_role("button", name="Log ud").click()
    expect(page).to_have_url(re.compile(r"/$"))


@pytest.fixture
def passkeys(visit):
    """A browser with a device that proves who one is, and asks nobody for a finger."""

    def opened(path):
        page = visit(path)
        told = page.context.new_cdp_session(page)
        told.send("WebAuthn.enable")
        device = {
            "protocol": "ctap2",
            "transport": "internal",
            "hasResidentKey": True,
            "hasUserVerification": True,
            "isUserVerified": True,
            "automaticPresenceSimulation": True,
        }
        told.send("WebAuthn.addVirtualAuthenticator", {"options": device})
        return page

    return opened


def test_a_coordinator_signs_in_with_a_password_and_out_again(visit, inside):
    page = visit("/konto/login/")
    sign_in(page, "coordinator")
    expect(page).to_have_url(DESK_PAGE)
    page.get_by_role("link", name="Min konto: Test coordinator").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Min konto")
    sign_out(page)


def test_without_a_script_a_password_is_enough_too(visit, inside):
    page = visit("/konto/login/", java_script_enabled=False)
    sign_in(page, "other-coordinator")
    expect(page).to_have_url(DESK_PAGE)


def test_an_administrator_signs_in_with_the_code_of_an_app(visit, inside):
    page = visit("/konto/login/")
    sign_in(page, "administrator")
    expect(page.get_by_role("heading", level=1)).to_have_text("Et skridt mere")
    page.get_by_label("Kode").fill(code_for(SECRET))
    page.locator("main").get_by_role("button", name="Log ind", exact=True).click()
    expect(page).to_have_url(DESK_PAGE)


def test_an_operator_is_led_to_set_up_an_app_and_keeps_the_recovery_codes(visit, inside):
    page = visit("/konto/login/")
    sign_in(page, "operator")
    expect(page.get_by_text("Sæt totrinslogin op for at fortsætte")).to_be_visible()
    page.get_by_role("link", name="Sæt en app op").click()
    picture = page.get_by_role("img", name=re.compile("QR-kode"))
    assert picture.evaluate("image => image.naturalWidth") > 0
    page.get_by_label("Kode fra appen").fill(code_for(page.locator(".secret").inner_text()))
    page.get_by_role("button", name="Sæt appen op").click()
    expect(page.locator(".codes li")).to_have_count(10)
    page.locator("main").get_by_role("link", name="Gå til mit arbejdsbord").click()
    expect(page).to_have_url(DESK_PAGE)


def test_a_passkey_is_set_up_and_then_signs_in_alone(passkeys, inside):
    page = passkeys("/konto/login/")
    sign_in(page, "landlord")
    page.get_by_role("link", name="Sæt en adgangsnøgle op").click()
    page.get_by_label("Navn på adgangsnøglen").fill("Min telefon")
    page.get_by_label("Brug den også i stedet for adgangskoden").check()
    page.get_by_role("button", name="Sæt adgangsnøglen op").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nødkoder")
    sign_out(page)
    page.goto(page.url + "konto/login/")
    page.get_by_role("button", name="Log ind med en adgangsnøgle").click()
    expect(page).to_have_url(DESK_PAGE)


def test_a_passkey_can_be_the_second_factor_after_the_password(passkeys, inside):
    page = passkeys("/konto/login/")
    sign_in(page, "site-manager")
    page.get_by_role("link", name="Sæt en adgangsnøgle op").click()
    page.get_by_role("button", name="Sæt adgangsnøglen op").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nødkoder")
    sign_out(page)
    page.goto(page.url + "konto/login/")
    sign_in(page, "site-manager")
    page.get_by_role("button", name="Brug en adgangsnøgle").click()
    expect(page).to_have_url(DESK_PAGE)


def test_a_passkey_that_is_not_used_is_told_on_the_page(passkeys, inside):
    page = passkeys("/konto/login/")
    page.get_by_role("button", name="Log ind med en adgangsnøgle").click()
    expect(page.get_by_role("alert")).to_contain_text("Adgangsnøglen blev ikke brugt")


def test_an_invitation_leads_in_and_on_to_the_second_factor(visit, inside):
    page = visit(f"/invitation/{inside['accepts']}/", PHONE)
    page.get_by_label("Vælg en adgangskode").fill("lygte fjord kaktus bølge")
    page.get_by_role("button", name="Opret min konto").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Totrinslogin")


@pytest.mark.thorough
@pytest.mark.parametrize(
    "path",
    [
        "/konto/login/",
        "/en/account/login/",
        "/konto/password/reset/",
        "/invitation/{looks-da}/",
        "/en/invitation/{looks-en}/",
    ],
)
def test_the_pages_before_the_sign_in_shut_nobody_out(visit, inside, path):
    page = visit("/om/")
    page.goto(page.url.replace("/om/", path.format_map(inside)))
    fits_and_breaks_no_rule(page)


@pytest.mark.thorough
def test_a_refused_password_and_a_wrong_link_shut_nobody_out_either(browser, inside, site):
    # The browser's console notes these answers, so that they are not visited as the others are.
    page = browser.new_page(locale="da-DK")
    page.goto(f"{site}/invitation/findes-ikke/")
    fits_and_breaks_no_rule(page)
    page.goto(f"{site}/invitation/{inside['looks-da']}/")
    page.get_by_label("Vælg en adgangskode").fill("kort")
    page.get_by_role("button", name="Opret min konto").click()
    expect(page.get_by_role("alert")).to_contain_text("Ret dette først")
    fits_and_breaks_no_rule(page)
    page.close()


@pytest.mark.thorough
def test_the_pages_behind_it_neither(visit, inside, site):
    page = visit("/konto/login/")
    sign_in(page, "coordinator")
    for path in BEHIND:
        page.goto(f"{site}{path}")
        fits_and_breaks_no_rule(page)


@pytest.mark.thorough
def test_nor_do_those_of_the_administrators(visit, inside, site):
    page = visit("/konto/login/")
    sign_in(page, "administrator")
    fits_and_breaks_no_rule(page)
    page.get_by_label("Kode").fill(code_for(SECRET))
    page.locator("main").get_by_role("button", name="Log ind", exact=True).click()
    for path in ("/konti/", "/konti/1/", "/grupper/", "/journal/", "/journal/1/", "/en/journal/"):
        page.goto(f"{site}{path}")
        fits_and_breaks_no_rule(page)


def fits_and_breaks_no_rule(page):
    for view in (DESK, PHONE):
        page.set_viewport_size(view)
        assert page.evaluate("document.documentElement.scrollWidth") <= view["width"]
        assert broken_rules(page) == []
