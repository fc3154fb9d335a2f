"""The version of the package, kept apart so that reading it loads nothing else."""

__version__ = "0.1.0"
