"""Stands between an editor and the server, hands every byte on and writes each message of either side to a file.

Usage, as the command that an editor starts: python record.py RECORDING FOLDER python -m drafter.cli lsp [OPTIONS]
FOLDER is where the drafts lie; it is written as /草稿, rule pages as /规则, the editor's process number as null.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, BinaryIO, TextIO

NEUTRAL = "/草稿"
LENGTH = re.compile(rb"content-length: *(\d+)", re.IGNORECASE)


def neutral(value: Any, folder: Path) -> Any:
    """A message without what it tells of the machine."""
    if isinstance(value, dict):
        kept = {neutral(key, folder): neutral(part, folder) for key, part in value.items()}
        if "href" in kept:
            kept["href"] = Path("/规则", kept["href"].rpartition("/")[2]).as_uri()
        return kept | {"processId": None} if "processId" in kept else kept
    if isinstance(value, list):
        return [neutral(part, folder) for part in value]
    if isinstance(value, str):
        return value.replace(folder.as_uri(), Path(NEUTRAL).as_uri()).replace(str(folder), NEUTRAL)
    return value


class Recorder:
    """Writes the messages of both sides in the order they pass."""

    def __init__(self, file: TextIO, folder: Path) -> None:
        self._file, self._folder, self._lock = file, folder, threading.Lock()

    def write(self, row: dict[str, Any]) -> None:
        """Add a line to the recording."""
        with self._lock:
            self._file.write(json.dumps(neutral(row, self._folder), ensure_ascii=False, separators=(",", ":")) + "\n")
            self._file.flush()

    def pump(self, side: str, source: BinaryIO, target: BinaryIO) -> None:
        """Hand on what one side says until it ends; written before it is handed on, so that no answer precedes it."""
        held = b""
        while part := source.read1():  # type: ignore[attr-defined]
            held += part
            while (end := held.find(b"\r\n\r\n")) >= 0:
                length = LENGTH.search(held[:end])
                assert length is not None
                if len(held) < (stop := end + 4 + int(length[1])):
                    break
                self.write({"from": side, "message": json.loads(held[end + 4 : stop])})
                held = held[stop:]
            target.write(part)
            target.flush()
        target.close()


def main(recording: str, folder: str, *command: str) -> int:
    """Record one session. Returns the server's exit status."""
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdin is not None
    assert server.stdout is not None
    with open(recording, "w", encoding="utf-8") as file:
        recorder = Recorder(file, Path(folder).resolve())
        recorder.write({"arguments": list(command[command.index("lsp") + 1 :])})
        sides = [
            threading.Thread(target=recorder.pump, args=("client", sys.stdin.buffer, server.stdin), daemon=True),
            threading.Thread(target=recorder.pump, args=("server", server.stdout, sys.stdout.buffer)),
        ]
        for side in sides:
            side.start()
        sides[1].join()
    return server.wait()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
