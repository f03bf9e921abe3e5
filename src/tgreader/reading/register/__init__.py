"""The register of telegrams: each that is named anywhere, with all that is said of it."""
