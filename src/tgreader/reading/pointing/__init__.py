"""What documents point to: their references resolved by what is open, explained, and listed by what they name."""
