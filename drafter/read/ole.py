"""The old Office container: .doc, .wps, and encrypted .docx."""

from __future__ import annotations

_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def is_ole(data: bytes) -> bool:
    """Whether the bytes are an OLE compound file."""
    return data.startswith(_MAGIC)


def is_encrypted_package(data: bytes) -> bool:
    """Whether an OLE file holds a .docx locked with a password."""
    return is_ole(data) and _ENCRYPTED in data
