"""The reader's own marks and annotations: kept, found again by their words, told, and taken from library to library."""
