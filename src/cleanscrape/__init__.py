"""A news page in, a clean Article out."""

__version__ = "0.1.0"
