"""The tests, as one package: they share documents and truths."""
