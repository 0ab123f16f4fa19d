"""The dialogues of the demonstration: made up, and told by days ago."""

from __future__ import annotations

from dataclasses import dataclass

from taskforce.web.dialogue.models import Obstacle
from taskforce.web.people.models import Role

_CONSULTANT, _COORDINATOR, _OPERATOR = Role.CONSULTANT, Role.COORDINATOR, Role.OPERATOR
_LANDLORD = Role.LANDLORD
# Who wrote, how many days ago, what, and for whom: () is all parties, ("own",) one's own side.
Line = tuple[Role, int, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that was agreed; without an owner it is the taskforce's."""

    what: str
    owner: str
    due_in_days: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One dialogue; its first line opens it."""

    title: str
    code: str
    messages: tuple[Line, ...]
    others: tuple[str, ...] = ()
    promises: tuple[Promise, ...] = ()
    obstacle: str = ""
    rule: str = ""
    end: str = ""


STORIES = (
    Story(
        "Fælles gravning ved cykelstien til Stenlille",
        "0340",
        (
            (
                _COORDINATOR,
                24,
                "Vi anlægger cykelsti til næste sommer. Er der nogen, der vil lægge rør i samme "
                "gravning? Det er 3,4 km, og 41 adresser langs vejen mangler ordentligt internet.",
                (),
            ),
            (
                _OPERATOR,
                19,
                "Det vil vi gerne se på. Har I en tegning med koter, og hvornår skal vi melde "
                "tilbage?",
                (),
            ),
            (
                _COORDINATOR,
                18,
                "Tegningen kommer fra vores rådgiver i næste uge. Meld tilbage inden udbuddet.",
                (),
            ),
            (
                _OPERATOR,
                12,
                "Kan taskforcen sige, hvad andre kommuner kræver af dybde i fællesgravning? Vi vil "
                "nødig spørge åbent, før vi har regnet på det.",
                ("own",),
            ),
            (
                _CONSULTANT,
                11,
                "De fælles retningslinjer er udgangspunktet, og ingen af nabokommunerne har en "
                "anden værdi. Se sammenligningen under retningslinjer.",
                ("Demonet",),
            ),
        ),
        others=("Demonet",),
        promises=(
            Promise("Send tegning med koter", "0340", -6),
            Promise("Meld tilbage, om vi lægger rør", "Demonet", 16),
            Promise("Spørg de andre teleselskaber", "", -9, done=True),
        ),
    ),
    Story(
        "Svartiden på gravetilladelser",
        "0340",
        (
            (
                _OPERATOR,
                15,
                "Vores sidste tre ansøgninger har ventet længere end de frister, retningslinjerne "
                "nævner. Entreprenøren står stille imens. Hvad mangler I fra os?",
                (),
            ),
            (
                _COORDINATOR,
                9,
                "Der manglede skilteplaner i to af sagerne. Vi laver en tjekliste, så I kan se det "
                "på forhånd.",
                (),
            ),
        ),
        promises=(Promise("Lav en tjekliste over bilag", "0340", 5),),
        obstacle=Obstacle.TIME,
        rule="DIG-38",
    ),
    Story(
        "Antenner på taget af blok 4",
        "0340",
        (
            (
                _CONSULTANT,
                60,
                "Blok 4 ligger højest i byen. Kan vi mødes om, hvad der skal til, for at der kan "
                "hænge antenner på taget?",
                (),
            ),
            (_LANDLORD, 52, "Taget er lige tætnet. Vi siger ja, hvis garantien holder.", ()),
            (_COORDINATOR, 50, "Bygningsmyndigheden har ingen indvendinger.", ()),
        ),
        others=("Demoboliger",),
        end="Demoboliger har sat taget i registret over offentlige ejendomme.",
    ),
)
