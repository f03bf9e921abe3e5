"""`work.sqlite3`, the reader's own work, which nothing can make again: annotations, visits, searches, the basket."""
