"""What a parsed document is. Standard library only; everything in it is frozen."""
