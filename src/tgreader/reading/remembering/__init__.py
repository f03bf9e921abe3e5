"""What lasts from session to session: what a document is known by, the places left, the way, where files lie now."""
