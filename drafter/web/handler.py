"""One request and its answer."""

from __future__ import annotations

import json
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Any

from drafter.model.problem import Problem
from drafter.web.desk import Desk
from drafter.web.gate import BINARY, Gate, RefusedError, length_of
from drafter.web.order import read_order
from drafter.web.page import page, policy

_STATUS = {"request": HTTPStatus.BAD_REQUEST, "too_large": HTTPStatus.REQUEST_ENTITY_TOO_LARGE}
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Handler(BaseHTTPRequestHandler):
    """Answers a request; every refusal is JSON with a Chinese `error`."""

    server_version, sys_version = "drafter", ""
    timeout = 60

    def __init__(self, desk: Desk, gate: Gate, *connection: Any) -> None:
        self._desk, self._gate, self._read = desk, gate, 0
        super().__init__(*connection)

    def do_GET(self) -> None:
        """The page, and nothing else."""
        try:
            if self._gate.asked(self.path, self.headers):
                raise RefusedError(HTTPStatus.NOT_FOUND, "没有这个页面")
            self._send(HTTPStatus.OK, "text/html; charset=utf-8", page(self._gate.limit).encode())
        except RefusedError as refused:
            self._refuse(refused.status, refused.message)

    def do_POST(self) -> None:
        """Check a draft, annotate it or mend it."""
        try:
            self._answer()
        except RefusedError as refused:
            self._refuse(refused.status, refused.message)
        except Problem as problem:
            self._refuse(_STATUS.get(problem.kind, HTTPStatus.UNPROCESSABLE_ENTITY), problem.message)
        except OSError:
            raise
        except Exception:
            words = "程序出错了，这份稿件没有检查；请把启动窗口里的信息告诉维护者"
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, words)
            raise

    def _answer(self) -> None:
        asked = self._gate.asked(self.path, self.headers)
        if asked not in ("check", "annotated", "fixed"):
            raise RefusedError(HTTPStatus.NOT_FOUND, "没有这个功能")
        order = read_order(self._body(self._gate.admit(self.headers)))
        if asked == "check":
            answer = self._desk.check(order)
            self._send_json(HTTPStatus.OK, {"page": answer.page, "annotated": answer.annotated, "fixes": answer.fixes})
        else:
            self._send(HTTPStatus.OK, BINARY, getattr(self._desk, asked)(order))

    def _body(self, length: int) -> bytes:
        body = self.rfile.read(length)
        self._read = len(body)
        if len(body) < length:
            raise RefusedError(HTTPStatus.BAD_REQUEST, "内容没有传完，请再试一次")
        return body

    def _refuse(self, status: HTTPStatus, message: str) -> None:
        self._send_json(status, {"error": message})
        # Closing on unread bytes would reset the connection before the browser has read the refusal.
        left = min(length_of(self.headers) or 0, self._gate.limit) - self._read
        while left > 0 and (piece := self.rfile.read(min(left, 65536))):
            left -= len(piece)

    def _send_json(self, status: HTTPStatus, answer: dict[str, object]) -> None:
        self._send(status, "application/json; charset=utf-8", json.dumps(answer, ensure_ascii=False).encode())

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Security-Policy", policy(self._gate.limit))
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """What the library refuses: broken requests and methods other than GET and POST."""
        words = "不支持这种请求" if code == HTTPStatus.NOT_IMPLEMENTED else "请求看不懂"
        self._send_json(HTTPStatus(code), {"error": f"{words}（{code}）"})

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the address holds the secret."""
