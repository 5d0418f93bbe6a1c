"""Shopkeeper: what to remember about the people who come into the shop."""

__version__ = "0.1.0"
