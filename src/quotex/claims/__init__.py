"""What of a content can be checked, which first, and why.

``claim_of`` tells all of it: the types of the claim, its score with the factors that made it, what is hedged or negated
in it, and its date.
"""

from __future__ import annotations

from quotex.claims.content import Content
from quotex.claims.worth import worth

__all__ = ["Content", "worth"]
