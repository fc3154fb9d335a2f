"""Word lists with provenance, and how to look words up in them."""
