"""The entrance through which a web server reaches the pages."""

from __future__ import annotations

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "taskforce.web.project.settings")
application = get_wsgi_application()
