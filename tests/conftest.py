"""What holds for all tests."""

from __future__ import annotations

import os

from hypothesis import settings

# A check that gates a change must not fail by the luck of the draw; at a desk every run looks somewhere else.
settings.register_profile("gate", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("gate")
