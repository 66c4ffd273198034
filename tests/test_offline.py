"""Nothing leaves the machine: no command opens a connection or looks up a name."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drafter.data.sample import compose

GUARD = """
import sys
CLOSED = ("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
          "socket.gethostbyname", "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect")
opened = []
def guard(event, args):
    # urllib3, which comes with spaCy, asks once whether there is an IPv6 loopback; that sends nothing.
    if event == "socket.bind" and args[1][0] == "::1":
        return
    if event in CLOSED:
        opened.append(event)
        raise RuntimeError("network: " + event)
sys.addaudithook(guard)
from drafter.cli.main import main
try:
    main(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
assert not opened, opened
ours = [m for name, m in list(sys.modules.items()) if name == "drafter" or name.startswith("drafter.")]
assert ours
taken = {"socket", "ssl", "urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "smtplib"}
for module in ours:
    held = {getattr(v, "__name__", "") for v in vars(module).values() if type(v).__name__ == "module"}
    assert not held & taken, (module.__name__, held & taken)
print("offline")
"""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    for year in (2023, 2024):
        (tmp_path / "in" / f"{year}.txt").write_text(compose(year), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "words",
    [
        ["check", "in/2024.txt", "--previous", "in/2023.txt"],
        ["check", "in/2024.txt", "--corpus", "c.sqlite"],
        ["suggest", "in/2024.txt"],
        ["corpus", "refresh", "in", "--corpus", "c.sqlite"],
        ["corpus", "search", "未收到申请"],
    ],
    ids=["check", "check-corpus", "suggest", "refresh", "search"],
)
def test_no_network(words: list[str], place: Path) -> None:
    environment = os.environ | {"XDG_DATA_HOME": str(place), "PYTHONPATH": str(Path(__file__).parent.parent)}
    for command in (["corpus", "refresh", "in", "--corpus", "c.sqlite"], words):
        result = subprocess.run(
            [sys.executable, "-c", GUARD, *command], cwd=place, env=environment, capture_output=True, text=True
        )
        assert result.returncode == 0, result.stderr
        assert result.stdout.splitlines()[-1] == "offline"
