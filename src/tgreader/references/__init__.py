"""Finding the references in a document's words and resolving them; knows no screen and no file."""
