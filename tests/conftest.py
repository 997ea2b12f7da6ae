"""Tests keep nothing on the user's disk."""

from __future__ import annotations

import os
import tempfile

from hypothesis import HealthCheck, settings

# Before any engine is built: databases compiled by tests stay out of the user's cache.
os.environ.setdefault("TRANSCLEAN_CACHE_DIR", tempfile.mkdtemp(prefix="transclean-tests-"))

# In CI the same examples every time, as hypothesis does by default there: a new find belongs to whoever can look at it.
settings.register_profile(
    "default",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("default")
