"""Archives: millions of documents through many processes into a folder, with nothing lost.

``run`` does it; ``work.read_all`` is what a worker does, and runs on any cluster; ``Pool`` is the engine of one
machine.
"""

from quotex.archive.batches import Batch, Died, Engine, Given
from quotex.archive.pool import Pool
from quotex.archive.running import Choices, Summary, Watch, run
from quotex.archive.work import Item, Job, Line, Output, read_all

__all__ = [
    "Batch",
    "Choices",
    "Died",
    "Engine",
    "Given",
    "Item",
    "Job",
    "Line",
    "Output",
    "Pool",
    "Summary",
    "Watch",
    "read_all",
    "run",
]
