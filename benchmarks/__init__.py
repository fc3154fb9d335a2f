"""Measurements that are no tests: speed against spaCy, and the floors of quality."""
