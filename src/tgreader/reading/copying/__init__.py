"""What leaves the reader: to the clipboard, the basket, a browser, a new file."""
