"""Articles to files and back, and to text in the formats of the command line, one module a format.

A writer (``write_…``) takes articles and yields strings that, put together, are the whole output; it takes each article
only when it is due, so that any number passes through in the memory of one. A saver (``save_…``) fills a file that is
no text, in the memory of a batch. This package imports none of its modules, so that those who want rows do not load
the drawing of tables.
"""
