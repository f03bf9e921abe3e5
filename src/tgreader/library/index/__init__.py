"""`index.sqlite3`: written by one, asked by many, and made again from the files whenever it is lost."""
