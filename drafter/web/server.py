"""The server: on 127.0.0.1 alone, for the page alone."""

from __future__ import annotations

import os
import socketserver
import sys
from http.server import ThreadingHTTPServer
from typing import Any

from drafter.read.limits import MAX_INPUT
from drafter.web.desk import Desk
from drafter.web.gate import Gate
from drafter.web.handler import Handler

HOST = "127.0.0.1"
"""The only address that is listened on."""


class PageServer(ThreadingHTTPServer):
    """Listens from the start; `serve_forever` answers. Port 0 takes a free one. Raises OSError when it is taken."""

    daemon_threads = True
    # Elsewhere this only skips the wait after a close; on Windows it would let another program take the port over.
    allow_reuse_address = os.name != "nt"

    def __init__(self, desk: Desk, port: int = 0, *, limit: int = MAX_INPUT) -> None:
        super().__init__((HOST, port), Handler)
        names = (HOST, "localhost")
        bare = names if self.server_port == 80 else ()
        self.desk, self.gate = desk, Gate((*(f"{name}:{self.server_port}" for name in names), *bare), limit)

    def server_bind(self) -> None:
        """Bind without looking up a name for the address, as the library's own would."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = HOST, self.socket.getsockname()[1]

    def finish_request(self, request: Any, client_address: Any) -> None:
        """Answer one request."""
        Handler(self.desk, self.gate, request, client_address, self)

    @property
    def url(self) -> str:
        """The address to open; who does not know it is refused."""
        return f"http://{HOST}:{self.server_port}/{self.gate.token}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that went away is no error."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)
