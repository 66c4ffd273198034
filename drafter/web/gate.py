"""Who may ask.

Other pages in the same browser are kept out thrice: by the secret in the address, by the Origin that they cannot forge,
and by the Host that gives a rebound name away.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from email.message import Message
from http import HTTPStatus

BINARY = "application/octet-stream"
"""The only kind of content that is taken: a form of another page cannot send it."""


class RefusedError(Exception):
    """A request that is not answered; `message` is Chinese and says what to do."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True, slots=True)
class Gate:
    """`hosts` are the names (with port) under which the server may be asked, `limit` the most bytes of a request."""

    hosts: tuple[str, ...]
    limit: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def asked(self, path: str, headers: Message) -> str:
        """What comes after the secret in the address. Raises RefusedError."""
        if headers.get_all("Host", []) not in ([host] for host in self.hosts):
            raise RefusedError(HTTPStatus.MISDIRECTED_REQUEST, "只接受发给 127.0.0.1 或 localhost 的请求")
        token, slash, asked = path.removeprefix("/").partition("/")
        if not secrets.compare_digest(token.encode(), self.token.encode()):
            raise RefusedError(HTTPStatus.FORBIDDEN, "网址不完整或已过期；请用 drafter serve 启动时显示的整个网址打开")
        if not slash:
            raise RefusedError(HTTPStatus.NOT_FOUND, "网址末尾少了 /")
        return asked

    def admit(self, headers: Message) -> int:
        """The length of an upload that may be read. Raises RefusedError."""
        if headers.get_all("Origin", []) not in ([f"http://{host}"] for host in self.hosts):
            raise RefusedError(HTTPStatus.FORBIDDEN, "只接受本页面发出的请求")
        if headers.get_content_type() != BINARY:
            raise RefusedError(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"内容类型应当是 {BINARY}")
        length = length_of(headers)
        if length is None:
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "请求没有说明内容的长度")
        if length > self.limit:
            most = f"{self.limit // 1048576} MB"
            raise RefusedError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"文件超过 {most}；请去掉图片再试")
        return length


def length_of(headers: Message) -> int | None:
    """The one length that a request names; None when there is none, several or no number."""
    given = headers.get_all("Content-Length", [])
    plain = len(given) == 1 and given[0].isascii() and given[0].isdigit() and len(given[0]) < 16
    return int(given[0]) if plain else None
