"""Reading without a screen: what is open, the place in it, finding, following."""
