"""A condition of the decision: taken from the library of texts, and fitted to the case."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from taskforce.web.cases.models.case import Case


class Condition(models.Model):
    """One condition. The Danish text counts; the English one is a help."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="conditions")
    # Which text of the library it began as; "" for one of the municipality's own.
    library_key = models.CharField(max_length=40, blank=True)
    text = models.TextField(_("Condition in Danish"), max_length=1000)
    text_en = models.TextField(_("The same in English"), max_length=1000, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="a_condition_of_the_library_stands_once",
                fields=["case", "library_key"],
                condition=~Q(library_key=""),
                violation_error_message=_("This condition is there already."),
            ),
        ]

    def __str__(self) -> str:
        return f"condition of {self.case_id}"

    @property
    def place(self) -> str:
        return self.case.place

    @property
    def shown(self) -> str:
        """In the language of the page, as far as there is a text in it."""
        danish = (get_language() or "da").startswith("da")
        return self.text if danish else self.text_en or self.text
