"""What of an article's contents can be checked, and how it reads by itself."""
