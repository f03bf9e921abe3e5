"""tgreader: a terminal reader of annotated historical documents."""

__version__ = "0.1.0"
