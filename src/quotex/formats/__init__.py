"""Writers: articles to text in the formats of the command line, one module a format.

A writer takes articles and yields strings that, put together, are the whole output; it takes each article only when it
is due, so that any number passes through in the memory of one. This package imports none of its modules, so that those
who want rows do not load the drawing of tables.
"""
