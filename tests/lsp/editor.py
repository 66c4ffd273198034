"""An editor for tests: starts the server as a process and speaks the protocol; every message is read by lsprotocol's types."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import LanguageClient

QUICK = ("--no-corpus", "--select", "T3,F101,F501,W2,C2,C3,X")
TIMEOUT = 60


class Editor(LanguageClient):
    """Keeps the last findings of every document and a queue of what was published."""

    def __init__(self) -> None:
        super().__init__("tests", "1")
        self.published: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()
        self.shown: list[types.ShowMessageParams] = []
        self.progress: list[Any] = []
        self.refreshes = 0
        self.failures: list[Exception] = []

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def publish(params: types.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(types.WINDOW_SHOW_MESSAGE)
        def show(params: types.ShowMessageParams) -> None:
            self.shown.append(params)

        @self.feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
        def create(params: types.WorkDoneProgressCreateParams) -> None:
            self.progress.append(params.token)

        @self.feature(types.PROGRESS)
        def report(params: types.ProgressParams) -> None:
            self.progress.append(params.value)

        @self.feature(types.WORKSPACE_DIAGNOSTIC_REFRESH)
        def refresh(params: None) -> None:
            self.refreshes += 1

    def report_server_error(self, error: Exception, source: Any) -> None:
        """A message that the types do not accept."""
        self.failures.append(error)

    @property
    def server_id(self) -> int:
        """The process number of the server."""
        return self._server.pid if self._server is not None else 0

    async def logged(self) -> str:
        """What the server wrote to standard error until it ended."""
        assert self._server is not None
        assert self._server.stderr is not None
        return (await asyncio.wait_for(self._server.stderr.read(), TIMEOUT)).decode()

    def kill(self) -> None:
        """End a server that was not told to."""
        if self._server is not None and self._server.returncode is None:
            self._server.kill()

    async def findings(self) -> types.PublishDiagnosticsParams:
        """The next findings that the server pushes."""
        return await asyncio.wait_for(self.published.get(), TIMEOUT)

    def write(self, uri: str, text: str, version: int = 1, language: str = "plaintext") -> None:
        """Open a document."""
        self.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, version, text))
        )

    def edit(self, uri: str, version: int, *changes: types.TextDocumentContentChangeEvent) -> None:
        """Change a document."""
        self.text_document_did_change(
            types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(version, uri), list(changes))
        )

    async def pull(self, uri: str, previous: str | None = None) -> Any:
        """Ask for findings."""
        document = types.TextDocumentIdentifier(uri)
        params = types.DocumentDiagnosticParams(document, "drafter", previous)
        return await asyncio.wait_for(self.text_document_diagnostic_async(params), TIMEOUT)


def capabilities(*, pull: bool = False, encodings: Sequence[str] = (), rich: bool = True) -> types.ClientCapabilities:
    """What an editor can do; not `rich` is one that knows the bare minimum."""
    if not rich:
        return types.ClientCapabilities()
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
        window=types.WindowClientCapabilities(work_done_progress=True),
        workspace=types.WorkspaceClientCapabilities(
            diagnostics=types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
        ),
        text_document=types.TextDocumentClientCapabilities(
            publish_diagnostics=types.PublishDiagnosticsClientCapabilities(code_description_support=True),
            diagnostic=types.DiagnosticClientCapabilities() if pull else None,
            hover=types.HoverClientCapabilities(content_format=[types.MarkupKind.Markdown]),
            document_symbol=types.DocumentSymbolClientCapabilities(hierarchical_document_symbol_support=True),
            completion=types.CompletionClientCapabilities(
                completion_item=types.ClientCompletionItemOptions(snippet_support=True)
            ),
        ),
    )


@asynccontextmanager
async def editor(
    arguments: Sequence[str] = QUICK, given: types.ClientCapabilities | None = None
) -> AsyncIterator[tuple[Editor, types.InitializeResult]]:
    """A running server with an editor that has shaken hands with it; both end in order."""
    client = Editor()
    await client.start_io(sys.executable, "-m", "drafter.cli", "lsp", *arguments)
    try:
        asked = types.InitializeParams(given or capabilities(), root_uri=None)
        result = await asyncio.wait_for(client.initialize_async(asked), TIMEOUT)
        client.initialized(types.InitializedParams())
        yield client, result
        await asyncio.wait_for(client.shutdown_async(None), TIMEOUT)
        client.exit(None)
        assert not client.failures
        assert not await client.logged()
    except BaseException:
        client.kill()
        raise
    finally:
        await asyncio.wait_for(client.stop(), TIMEOUT)


def address(path: Path) -> str:
    """A file as the protocol names it."""
    return path.as_uri()
