"""The local server: what it answers, and all that it refuses."""

from __future__ import annotations

import base64
import hashlib
import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from drafter import engine
from drafter.data.sample import compose
from drafter.ooxml.package import open_package
from drafter.web import desk
from drafter.web.server import PageServer
from tests.web.client import WRONG, as_word, ask, body, serving

DRAFT = body(WRONG.encode())


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    with serving(limit=2_000_000) as running:
        yield running


def test_the_page(server: PageServer) -> None:
    reply = ask(server, "")
    assert reply.status == 200
    page = reply.body.decode()
    assert '<html lang="zh-CN">' in page
    assert not re.search(r"""(?:src|href|action)=["']?(?!#)\S|https?:|url\(|@import|{{""", page)
    assert reply.headers["Cache-Control"] == "no-store"
    assert reply.headers["X-Frame-Options"] == "DENY"


def test_the_policy_lets_run_what_belongs_to_the_pages_and_nothing_else(server: PageServer) -> None:
    reply = ask(server, "")
    result = ask(server, "check", DRAFT).told["page"]
    policy = reply.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind, tag in (("style-src", "style"), ("script-src", "script")):
        own = [re.findall(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL) for text in (reply.body.decode(), result)]
        hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for [text] in own]
        allowed = " ".join(f"'sha256-{h}'" for h in hashes)
        assert f"{kind} {allowed};" in policy


def test_a_report_is_checked(server: PageServer) -> None:
    reply = ask(server, "check", DRAFT)
    assert reply.status == 200
    assert "T303" in reply.told["page"]
    assert reply.told["page"].startswith("<!DOCTYPE html>")
    assert (reply.told["annotated"], reply.told["fixes"]) == (False, 1)


def test_localhost_is_the_same_place(server: PageServer) -> None:
    host = f"localhost:{server.server_port}"
    assert ask(server, "", headers={"Host": host}).status == 200
    assert ask(server, "check", DRAFT, headers={"Host": host, "Origin": f"http://{host}"}).status == 200


def test_last_years_report_is_compared(server: PageServer) -> None:
    before = compose(2023, cells={"requests.carried_out.natural": "3", "requests.carried_out.total": "3"}).encode()
    assert "Y101" in ask(server, "check", body(compose().encode(), before=before)).told["page"]
    silent = ask(server, "check", body(compose().encode())).told["page"]
    assert 'class="code">Y101' not in silent


def test_year_and_agency_given_by_the_user_win(server: PageServer) -> None:
    page = ask(server, "check", body(WRONG.encode(), year=2023, agency="临江市水务局")).told["page"]
    assert "报告是 2023 年的" in page
    assert "报告是临江市水务局的" in page


def test_other_prose_is_checked_when_asked(server: PageServer) -> None:
    reply = ask(server, "check", body("会议要求贯彻落时各项要求。".encode(), plain=True))
    assert reply.status == 200
    assert "W201" in reply.told["page"]


def test_the_mended_text(server: PageServer) -> None:
    reply = ask(server, "fixed", DRAFT)
    assert reply.status == 200
    assert reply.body.decode() == WRONG.replace("贯彻落时", "贯彻落实")


def test_a_word_draft_comes_back_with_comments_and_changes(server: PageServer) -> None:
    sent = body(as_word(WRONG), "草稿.docx")
    checked = ask(server, "check", sent).told
    assert (checked["annotated"], checked["fixes"]) == (True, 1)
    annotated = open_package(ask(server, "annotated", sent).body)
    assert "T303" in annotated.read("word/comments.xml").decode()
    assert "<w:ins " in open_package(ask(server, "fixed", sent).body).read("word/document.xml").decode()


@pytest.mark.parametrize(
    "host", ["", "evil.example", "127.0.0.1", "127.0.0.1.evil.example:{port}", "[::1]:{port}", None]
)
@pytest.mark.parametrize("content", [None, DRAFT], ids=["get", "post"])
def test_other_hosts_are_refused(server: PageServer, host: str | None, content: bytes | None) -> None:
    named = None if host is None else host.format(port=server.server_port)
    reply = ask(server, "check" if content else "", content, headers={"Host": named})
    assert reply.status == 421
    assert "127.0.0.1" in reply.told["error"]


@pytest.mark.parametrize("path", ["/", "/check", "/wrong/", "/wrong/check", "/%E4%B8%AD/", "//", "http://127.0.0.1/"])
@pytest.mark.parametrize("content", [None, DRAFT], ids=["get", "post"])
def test_without_the_secret_nothing_is_answered(server: PageServer, path: str, content: bytes | None) -> None:
    reply = ask(server, "", content, path=path)
    assert reply.status == 403
    assert "网址" in reply.told["error"]


@pytest.mark.parametrize(
    "origin", [None, "null", "http://evil.example", "https://127.0.0.1:{port}", "http://127.0.0.1"]
)
def test_other_origins_are_refused(server: PageServer, origin: str | None) -> None:
    named = None if origin is None else origin.format(port=server.server_port)
    reply = ask(server, "check", DRAFT, headers={"Origin": named})
    assert (reply.status, reply.told) == (403, {"error": "只接受本页面发出的请求"})


@pytest.mark.parametrize("length", ["2000001", "99999999999"])
def test_too_large_an_upload_is_refused_before_it_is_read(server: PageServer, length: str) -> None:
    with socket.create_connection(("127.0.0.1", server.server_port), timeout=120) as line:
        host = f"127.0.0.1:{server.server_port}"
        head = f"POST /{server.gate.token}/check HTTP/1.0\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
        line.sendall(f"{head}Content-Type: application/octet-stream\r\nContent-Length: {length}\r\n\r\n".encode())
        answer = line.recv(100).decode()
    assert answer.startswith("HTTP/1.0 413 ")


@pytest.mark.parametrize("length", [None, "", "-1", "1e3", "１２", "9" * 20])
def test_an_upload_of_unknown_length_is_refused(server: PageServer, length: str | None) -> None:
    given = None if length is None else length.encode().decode("latin-1")
    assert ask(server, "check", DRAFT, headers={"Content-Length": given}).status == 411


def test_forms_of_other_pages_are_refused(server: PageServer) -> None:
    assert ask(server, "check", DRAFT, headers={"Content-Type": "text/plain"}).status == 415


@pytest.mark.parametrize("path", ["etc/passwd", "../", "page.js", "result", "check"])
def test_no_file_is_given_out(server: PageServer, path: str) -> None:
    assert ask(server, path).status == 404


def test_unknown_requests(server: PageServer) -> None:
    assert ask(server, "delete", DRAFT).status == 404
    assert ask(server, "check", b"no json\nat all").status == 400
    assert ask(server, "", path=f"/{server.gate.token}").status == 404
    reply = ask(server, "", method="OPTIONS")
    assert reply.status == 501
    assert "不支持" in reply.told["error"]
    assert "Access-Control-Allow-Origin" not in reply.headers


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        (body("今天开会。".encode()), 422, "勾选“不是年度报告”"),
        (body(b""), 422, "空"),
        (body(b"PK\x03\x04" + b"\x00" * 40, "坏.docx"), 422, ""),
        (body(bytes(range(256)) * 40, "图.txt"), 422, ""),
        (body(WRONG.encode(), before=b"\x00\x01\x02" * 50), 422, "上年报告 上年.txt"),
    ],
    ids=["no report", "empty", "broken", "binary", "previous"],
)
def test_what_is_no_report_is_refused_in_words(server: PageServer, content: bytes, status: int, words: str) -> None:
    for what in ("check", "annotated", "fixed"):
        reply = ask(server, what, content)
        assert reply.status == status
        assert words in reply.told["error"]
        assert re.search(r"[一-鿿]{4}", reply.told["error"])


def test_only_word_drafts_are_annotated_and_no_web_page_is_mended(server: PageServer) -> None:
    assert ask(server, "annotated", DRAFT).status == 422
    page = "".join(f"<p>{line}</p>" for line in WRONG.splitlines())
    sent = body(f"<!doctype html><meta charset=utf-8><body>{page}".encode(), "稿.html")
    assert ask(server, "check", sent).told["fixes"] == 0
    assert ask(server, "fixed", sent).status == 422


def test_a_crash_is_told_and_the_next_draft_checked(
    server: PageServer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*arguments: Any) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(desk, "check", broken)
        reply = ask(server, "check", DRAFT)
    assert reply.status == 500
    assert "没有检查" in reply.told["error"]
    assert ask(server, "check", DRAFT).status == 200
    told = ""
    for _ in range(600):  # the thread that failed answers first and writes its log then
        told += capsys.readouterr().err
        if "ZeroDivisionError" in told:
            return
        time.sleep(0.1)
    pytest.fail(told)


def test_one_check_at_a_time(server: PageServer, monkeypatch: pytest.MonkeyPatch) -> None:
    running, most, real = 0, 0, engine.check

    def counted(*arguments: Any) -> Any:
        nonlocal running, most
        running += 1
        most = max(most, running)
        time.sleep(0.02)
        running -= 1
        return real(*arguments)

    monkeypatch.setattr(desk, "check", counted)
    with ThreadPoolExecutor(6) as pool:
        replies = list(pool.map(lambda _: ask(server, "check", DRAFT).status, range(6)))
    assert replies == [200] * 6
    assert most == 1


def test_it_listens_on_the_loopback_alone(server: PageServer) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with socket.socket() as line:
        line.settimeout(2)
        # A server on every address would answer here too.
        assert line.connect_ex(("127.0.0.2", server.server_port)) != 0


def test_each_server_has_its_own_secret() -> None:
    with serving() as one, serving() as other:
        assert one.gate.token != other.gate.token
        assert len(one.gate.token) >= 32
