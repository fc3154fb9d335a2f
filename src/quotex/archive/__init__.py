"""Archives: millions of documents through many processes into a folder, with nothing lost.

``run`` does it; ``read_all`` is what a worker does; ``read_apart`` has a process of its own do it, which is what the
task of any cluster should call; ``Pool`` is the engine of one machine.
"""

from quotex.archive.apart import read_apart
from quotex.archive.batches import Batch, Died, Engine, Given
from quotex.archive.choices import Choices
from quotex.archive.pool import Pool
from quotex.archive.running import Summary, Watch, run
from quotex.archive.work import Item, Job, Line, Output, read_all, warm_up

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
    "read_apart",
    "run",
    "warm_up",
]
