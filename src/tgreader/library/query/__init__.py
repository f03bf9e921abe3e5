"""The search language: what a word is, what is typed made a tree, and the tree made SQL. No file is opened here."""
