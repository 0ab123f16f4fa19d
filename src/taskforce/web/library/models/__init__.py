"""What is kept of the materials: each with its texts, its words to find it by, and its files."""

from taskforce.web.library.models.facets import Facet, Phase, Reader, Topic
from taskforce.web.library.models.files import Paper, Version
from taskforce.web.library.models.material import Audience, Kind, Mark, Material, Origin

__all__ = [
    "Audience",
    "Facet",
    "Kind",
    "Mark",
    "Material",
    "Origin",
    "Paper",
    "Phase",
    "Reader",
    "Topic",
    "Version",
]
