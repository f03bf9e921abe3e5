"""What cites a thing, as what is open and the index of the library know it."""
