"""The series catalogue, and an address with its facts turned into a citation; knows no screen and no file format."""
