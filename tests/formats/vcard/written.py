"""How a standard-abiding program writes what is read here."""

from __future__ import annotations


def escaped(text: str) -> str:
    r"""A value as RFC 6350 3.4 writes it; reading it gives back what went in."""
    text = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    return text.replace(",", "\\,").replace(";", "\\;")
