"""Bodymap: mark where it hurts, see which muscles are known to send pain there, and be led through treating them."""

__version__ = "0.1.0"
