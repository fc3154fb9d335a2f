"""How the encoder and the weights that ship in quotex are learned. Nothing here is part of the installed package."""
