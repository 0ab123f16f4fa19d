"""The description of the API that programs read, with the refusals that every question may meet."""

from __future__ import annotations

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from taskforce.web.publication.openness.problems import CONTENT_TYPE

_PROBLEM = {
    "type": "object",
    "title": "Problem",
    "description": "Why there is no answer, and what to do (RFC 9457).",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "format": "uri", "description": "Explains the kind."},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string", "description": "What was wrong in this case."},
        "instance": {"type": "string"},
        "remedy": {"type": "string", "description": "What to do."},
        "errors": {"type": "array", "items": {"type": "object"}},
    },
}
_REFUSALS = {
    "404": "Not there, or not published yet.",
    "422": "The question cannot be understood.",
    "429": "Too many questions in a minute; Retry-After tells how many seconds to wait.",
}


class DescribedAPI(NinjaAPI):
    """An API whose description names its refusals too."""

    def get_openapi_schema(self, **asked: Any) -> OpenAPISchema:
        """The description, OpenAPI 3.1."""
        schema = super().get_openapi_schema(**asked)
        schema["components"]["schemas"]["Problem"] = _PROBLEM
        for path in schema["paths"].values():
            for operation in path.values():
                operation["responses"] |= _refusals()
        return schema


def _refusals() -> dict[str, Any]:
    there = {"$ref": "#/components/schemas/Problem"}
    refused = {
        status: {"description": said, "content": {CONTENT_TYPE: {"schema": there}}}
        for status, said in _REFUSALS.items()
    }
    return {**refused, "304": {"description": "Unchanged since If-None-Match."}}
