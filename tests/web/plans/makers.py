"""Plans for the tests: one call uploads one, and takes it in."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.core.files.base import ContentFile
from django.utils import timezone

from taskforce.report.promises.kept import write_promises
from taskforce.siting.plan_list.promise import Place, Promise, Sureness, Terms
from taskforce.vocabulary.technology import Technology
from taskforce.web.frame.journal.actor import SOFTWARE
from taskforce.web.frame.journal.writing import add
from taskforce.web.people.models import Organisation
from taskforce.web.plans.actions.files import made
from taskforce.web.plans.actions.plans import Told, add_version, begin_plan, take_in
from taskforce.web.plans.models import Openness, PlanVersion, RolloutPlan

SAID, DUE = date(2024, 1, 1), date(2025, 12, 31)
HEADS = "vejnavn;husnr;postnr"
# In the small region the homes of Skovvej are below, and those of Søndergade have fibre.
SKOVVEJ = [f"Skovvej;{number};4180" for number in range(1, 7)]
SOENDERGADE = [f"Søndergade;{number};4180" for number in range(1, 5)]
LOLLAND = [f"Byvej;{number};4900" for number in (1, 2)]


def told(said_on: date = SAID, due: date = DUE, sureness: Sureness = Sureness.PLANNED) -> Told:
    """Fibre of a gigabit."""
    terms = Terms(Technology.FIBRE, 1_000_000, 100_000, due, sureness)
    return Told(said_on, "Udrulningsplan", terms)


def list_of(*rows: str) -> ContentFile[bytes]:
    """A list of addresses as a file."""
    return ContentFile("\n".join((HEADS, *rows)).encode(), "plan.csv")


def version_of(
    *rows: str,
    operator: str = "Prøvenet",
    name: str = "Fiber på landet",
    openness: Openness = Openness.CONFIDENTIAL,
    by=SOFTWARE,
    **says,
) -> PlanVersion:
    """A plan that was uploaded and waits for a yes."""
    whose = Organisation.objects.get(name=operator)
    plan = RolloutPlan(operator=whose, name=name, openness=openness)
    return begin_plan(plan, told=told(**says), file=list_of(*rows), by=by)


def plan_of(*rows: str, **facts) -> RolloutPlan:
    """A plan whose first version has been taken in."""
    version = version_of(*rows, **facts)
    take_in(version, by=SOFTWARE)
    return version.plan


def renewed(plan: RolloutPlan, *rows: str, **says) -> RolloutPlan:
    """The same plan with its next version taken in."""
    version = add_version(plan, told=told(**says), file=list_of(*rows), by=SOFTWARE)
    take_in(version, by=SOFTWARE)
    return plan


def plan_without_a_mapping(code: str) -> tuple[RolloutPlan, PlanVersion]:
    """A plan in a municipality, made where no mapping is at hand to find addresses in."""
    operator = Organisation.objects.get(name="Prøvenet")
    plan = add(RolloutPlan(operator=operator, name=f"Fiber i {code}"), by=SOFTWARE)
    terms = told().terms
    one = Promise(Place(f"adresse i {code}", "Skovvej", "1", "4180", code), terms)
    version = PlanVersion(
        plan=plan,
        said_on=SAID,
        source="Prøve",
        name="plan.csv",
        sha256="0" * 64,
        file=list_of("Skovvej;1;4180"),
        promises_file=made(partial(write_promises, promises=[one], said_on=SAID)),
        rejected_file=ContentFile(b"[]", "udeladt.json"),
        rows=1,
        rejected_rows=0,
        promises=1,
        uploaded_at=timezone.now(),
        technology=terms.technology,
        download_kbps=terms.download_kbps,
        upload_kbps=terms.upload_kbps,
        due=terms.due,
        sureness=terms.sureness,
    )
    take_in(add(version, by=SOFTWARE), by=SOFTWARE)
    return plan, version
