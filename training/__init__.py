"""How the encoder and the weights that ship inside quotex are learned. Nothing here is part of the installed package."""
