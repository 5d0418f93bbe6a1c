"""READERS: what each meaning of the word tables becomes, one module for each family of chips. No discovery."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from shopkeeper.capture.readers.contact import CONTACT
from shopkeeper.capture.readers.days import DAYS
from shopkeeper.capture.readers.deeds import DEEDS
from shopkeeper.capture.readers.family import FAMILY
from shopkeeper.capture.readers.naming import NAMING
from shopkeeper.capture.readers.reader import Reader
from shopkeeper.capture.readers.safety import SAFETY
from shopkeeper.capture.readers.tastes import TASTES

READERS: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        **NAMING,
        **CONTACT,
        **FAMILY,
        **SAFETY,
        **TASTES,
        **DAYS,
        **DEEDS,
    }
)
