"""How an article is laid out: blocks, sentences and what stands in quotation marks."""

from quotex.structure.analysis import Structure, analyse
from quotex.structure.marks import Ignored

__all__ = ["Ignored", "Structure", "analyse"]
