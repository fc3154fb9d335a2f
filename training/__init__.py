"""How the encoder that ships inside quotex is trained. Nothing here is part of the installed package."""
