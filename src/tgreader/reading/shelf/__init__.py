"""What is open: the files given, their documents in order, and a copy known by the words of its volume."""
