"""The entrance through which a web server reaches the pages."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taskforce.web.project.settings")
application = get_wsgi_application()

# After Django has been set up: the models are known only now.
from taskforce.web.people.demonstration import refuse_outside  # noqa: E402

refuse_outside()
