"""Whether a question can be answered at all, before anything is read or predicted."""

from __future__ import annotations

from taskforce.report.ranking.ranking import Question
from taskforce.vocabulary.errors import WrongUse

# What a 5G telephone can report as RSRP (3GPP TS 38.133): nothing else is a threshold.
WEAKEST_DBM, STRONGEST_DBM = -156.0, -31.0


def refuse_contradictions(question: Question) -> None:
    """Refuse a question that no choice of sites could answer.

    Parameters
    ----------
    question
        What is asked.

    Raises
    ------
    WrongUse
        Says what is wrong with it.
    """
    if question.k < 0 or (question.budget_dkk or 0) < 0:
        raise WrongUse("The number of sites and the budget must be 0 or more.")
    both = sorted(set(question.forced) & set(question.forbidden))
    if both:
        raise WrongUse(
            f"{both[0]} is both forced and forbidden.", remedy="Take it off one of the lists."
        )
    forced = len(set(question.forced))
    if forced > question.k:
        raise WrongUse(
            f"{forced} sites are forced, but only {question.k} may be chosen.",
            remedy="Force fewer sites, or choose more.",
        )
    level_dbm = question.threshold_dbm + question.margin_db
    if not WEAKEST_DBM <= level_dbm <= STRONGEST_DBM:
        raise WrongUse(
            f"{level_dbm:g} dBm is no signal that a telephone reports.",
            remedy="Give a threshold such as -100: RSRP in dBm, below zero.",
        )
