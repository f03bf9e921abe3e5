"""From files to the index of the library: what changed, read on all cores, and the care of what is indexed."""
