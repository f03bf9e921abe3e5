"""What is doubtful, lost or out of order, in documents and in what they point to."""
