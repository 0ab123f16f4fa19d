"""Give every style sheet, script and font a name that changes with its content."""

from __future__ import annotations

from whitenoise.storage import CompressedManifestStaticFilesStorage


class Storage(CompressedManifestStaticFilesStorage):
    """Also follows the imports between our own script modules."""

    support_js_module_import_aggregation = True
    # The map library finds its worker beside itself under its plain name.
    keep_only_hashed_files = False
