"""Errors that are the user's to mend; messages are Chinese and say what to do."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818 - not always an error of the program
    """An input, argument or setting that cannot be used. `kind` is a stable English word for programs."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(message)
        self.kind = kind
        self.message = message


class UnreadableInput(Problem):
    """A file that could not be read: missing, empty, binary, too_large, encoding, encrypted, not_a_report,
    blank_form …"""


class BadData(Problem):
    """A row of lexicons/ or templates/ (or the user's configuration) that is not as it should be.

    `where` is `file:line`.
    """

    def __init__(self, where: str, message: str) -> None:
        super().__init__("bad_data", f"{where}: {message}")
        self.where = where
