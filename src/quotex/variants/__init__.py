"""The same words in several documents: who had them first, and what became of them.

``quotations`` takes what stands between quotation marks out of an article, ``cluster`` finds the wordings of one quote.
"""

from __future__ import annotations

from quotex.variants.clustering import MIN_WORDS, cluster
from quotex.variants.quotations import quotations
from quotex.variants.records import Change, Cluster, Kind, Quotation, Variant

__all__ = ["MIN_WORDS", "Change", "Cluster", "Kind", "Quotation", "Variant", "cluster", "quotations"]
