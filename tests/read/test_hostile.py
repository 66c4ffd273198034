"""Hostile files: each is read or refused within five seconds of work and 500 MB, without writing or connecting."""

from __future__ import annotations

import os
import socket
import sys
import traceback
from pathlib import Path

import pytest

from drafter.model.document import Document
from drafter.model.problem import UnreadableInput
from drafter.read.open import read_document
from tests.support.hostile import FILES

SECONDS, BYTES = 5, 500 * 1024 * 1024
READ, REFUSED, BROKEN = 0, 10, 20

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="limits of a process are set by Linux calls"
)


def _attempt(data: bytes, name: str, folder: Path) -> int:
    """Read in a process with limits, without a network and in an empty folder."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    status = BROKEN
    try:
        _confine(folder)
        status = READ if isinstance(read_document(data, name), Document) else BROKEN
    except UnreadableInput as error:
        status = REFUSED if error.message and error.kind else BROKEN
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


def _confine(folder: Path) -> None:
    import resource

    os.chdir(folder)
    os.environ["PATH"] = ""
    used = int(Path("/proc/self/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    resource.setrlimit(resource.RLIMIT_AS, (used + BYTES, used + BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    socket.socket.connect = _refuse  # type: ignore[method-assign, assignment]


def _refuse(*_: object) -> None:
    os._exit(BROKEN)


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_are_read_or_refused(name: str, tmp_path: Path) -> None:
    import pdfplumber  # noqa: F401  loading it is not the work that is measured

    file_name, build = FILES[name]
    assert _attempt(build(), file_name, tmp_path) in (READ, REFUSED)
    assert list(tmp_path.iterdir()) == []


def test_there_are_fifty() -> None:
    assert len(FILES) >= 50
