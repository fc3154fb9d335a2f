"""How an article is laid out: blocks, sentences and what stands in quotation marks."""

from quotex.structure.analysis import Structure, analyse
from quotex.structure.marks import Ignored
from quotex.structure.usual import usual_marks

__all__ = ["Ignored", "Structure", "analyse", "usual_marks"]
