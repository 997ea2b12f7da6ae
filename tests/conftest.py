"""Tests keep nothing on the user's disk."""

from __future__ import annotations

import os
import tempfile

from hypothesis import HealthCheck, settings

# Before any engine is built: databases compiled by tests stay out of the user's cache.
os.environ.setdefault("TRANSCLEAN_CACHE_DIR", tempfile.mkdtemp(prefix="transclean-tests-"))

settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")
