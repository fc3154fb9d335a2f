"""Who said what in a news article, in which words, and how do we know."""

__version__ = "0.1.0"
