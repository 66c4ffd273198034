"""drafter serve, as a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.cli.run import drafter
from tests.web.client import QUICK, WRONG, body, serving

GUARD = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background is started with Ctrl-C ignored
OUT = ("socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
       "socket.gethostbyaddr", "urllib.Request", "http.client.connect", "subprocess.Popen", "os.posix_spawn")
def guard(event, args):
    # urllib3, which comes with spaCy, asks once whether there is an IPv6 loopback; that sends nothing.
    if event == "socket.bind" and args[1][0] not in ("127.0.0.1", "::1") or event in OUT:
        print("network:", event, args, file=sys.stderr, flush=True)
    if event == "open" and isinstance(args[2], int) and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        if not str(args[0]).endswith(".pyc") and ".pyc." not in str(args[0]):
            print("written:", args[0], file=sys.stderr, flush=True)
sys.addaudithook(guard)
from drafter.cli.main import main
main(sys.argv[1:])
"""


@pytest.fixture
def process(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    environment = os.environ | {
        "XDG_DATA_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    with subprocess.Popen(
        [sys.executable, "-c", GUARD, "serve", "--port", "0", "--no-browser"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as running:
        yield running
        running.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT to one process")
def test_from_start_to_interrupt(process: subprocess.Popen[str]) -> None:
    """It says where it is, checks with every rule, asks nobody, writes nothing, and ends at Ctrl-C."""
    assert process.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:(\d+)(/[\w-]{32}/)\n", process.stdout.readline())
    assert found is not None
    port, path = found.groups()
    connection = HTTPConnection("127.0.0.1", int(port), timeout=60)
    headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/octet-stream"}
    connection.request("POST", f"{path}check", body(WRONG.encode()), headers)
    answer = connection.getresponse()
    assert (answer.status, b"C301" in answer.read()) == (200, True)
    connection.close()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=120)
    assert (process.returncode, err) == (0, "")
    assert out.endswith("已结束。\n")


def test_a_port_that_is_taken() -> None:
    with serving(QUICK) as other:
        run = drafter("serve", "--no-browser", "--no-corpus", "--port", str(other.server_port))
    assert run.status == 2
    assert "--port 0" in run.err


@pytest.mark.parametrize("arguments", [["--host", "0.0.0.0"], ["--port", "70000"], ["x"]])
def test_unusable_arguments(arguments: list[str]) -> None:
    assert drafter("serve", "--no-browser", *arguments).status == 2


def test_unusable_previous() -> None:
    run = drafter("serve", "--no-browser", "--no-corpus", "--previous", "没有.docx")
    assert run.status == 2
    assert "上年报告" in run.err
