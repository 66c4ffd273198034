"""The protocol: what the editor tells and asks, answered from the desk."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.lsp.server import LanguageServer

from drafter import __version__
from drafter.lsp.convert import diagnostics_of, span_of
from drafter.lsp.desk import Checked, Configure, Desk
from drafter.lsp.pages import page_address
from drafter.lsp.protocol import DraftProtocol
from drafter.model.problem import Problem

DEBOUNCE = 0.15
"""Seconds of quiet after a change before a check is pushed."""


class DraftServer(LanguageServer):
    """Holds the desk and the one thread that checks; pushes findings to clients that do not pull them."""

    def __init__(self, configure: Configure, *, use_corpus: bool = True) -> None:
        super().__init__("drafter", __version__, types.TextDocumentSyncKind.Incremental, protocol_cls=DraftProtocol)
        self.desk = Desk(configure, use_corpus, self._tell_loading)
        self._worker = ThreadPoolExecutor(1, "check")
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._progress: str | None = None
        self._telling = asyncio.Lock()

    # What the client can do

    @property
    def encoding(self) -> str:
        """The unit of characters in positions."""
        chosen = self.server_capabilities.position_encoding or types.PositionEncodingKind.Utf16
        return chosen.value if isinstance(chosen, types.PositionEncodingKind) else chosen

    @property
    def pulls(self) -> bool:
        """Whether the client asks for diagnostics; then they are not pushed too."""
        document = self.client_capabilities.text_document
        return document is not None and document.diagnostic is not None

    def _describes_codes(self) -> bool:
        document = self.client_capabilities.text_document
        publish = document.publish_diagnostics if document else None
        return self.pulls or bool(publish and publish.code_description_support)

    # Texts

    def open(self, given: types.TextDocumentItem) -> None:
        """Take up a text and check it at once."""
        path = Path(uris.to_fs_path(given.uri) or given.uri)
        self.desk.open(given.uri, path, given.text, self.encoding, given.version)
        self.later(given.uri, 0)

    def change(self, params: types.DidChangeTextDocumentParams) -> None:
        """Follow a change and check when typing pauses."""
        uri = params.text_document.uri
        draft = self.desk.drafts.get(uri)
        if draft is None:
            return
        buffer = draft.buffer
        for change in params.content_changes:
            if isinstance(change, types.TextDocumentContentChangePartial):
                buffer = buffer.replaced(span_of(change.range, buffer), change.text)
            else:
                buffer = type(buffer)(change.text, buffer.encoding)
        self.desk.change(uri, buffer, params.text_document.version)
        self.later(uri, DEBOUNCE)

    def close(self, uri: str) -> None:
        """Put a text away and clear its findings."""
        self.desk.close(uri)
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()
        if not self.pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def refresh(self) -> None:
        """Check everything again: settings or past reports changed."""
        self.desk.refresh()
        for uri in self.desk.drafts:
            self.later(uri, 0)
        workspace = self.client_capabilities.workspace
        if self.pulls and workspace and workspace.diagnostics and workspace.diagnostics.refresh_support:
            self.workspace_diagnostic_refresh(None, lambda _: None)

    # Checks

    async def checked(self, uri: str) -> Checked | None:
        """The check of a draft as it stands when the answer comes."""
        self._loop = asyncio.get_running_loop()
        while True:
            found = await self._loop.run_in_executor(self._worker, self.desk.check, uri)
            draft = self.desk.drafts.get(uri)
            if draft is None or found is None or found.revision == draft.revision:
                return found if draft is not None else None

    def diagnostics(self, checked: Checked, uri: str) -> list[types.Diagnostic]:
        """The findings as the client can take them."""
        return diagnostics_of(checked, uri, page_address if self._describes_codes() else lambda code: None)

    def later(self, uri: str, delay: float) -> None:
        """Push the findings of a draft after `delay` seconds without a further call."""
        if self.pulls:
            return
        loop = asyncio.get_running_loop()
        timer = self._timers.pop(uri, None)
        if timer is not None:
            timer.cancel()
        self._timers[uri] = loop.call_later(delay, self._start, uri)

    def _start(self, uri: str) -> None:
        task = asyncio.get_running_loop().create_task(self._push(uri))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _push(self, uri: str) -> None:
        checked = await self.checked(uri)
        draft = self.desk.drafts.get(uri)
        if checked is None or draft is None:
            return
        found = self.diagnostics(checked, uri)
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, found, draft.version))

    # Progress

    def _tell_loading(self, begin: bool) -> None:
        """Called from the checking thread while past reports are opened."""
        window = self.client_capabilities.window
        if self._loop is not None and window is not None and window.work_done_progress:
            asyncio.run_coroutine_threadsafe(self._show_loading(begin), self._loop)

    async def _show_loading(self, begin: bool) -> None:
        async with self._telling:  # the end waits until the editor has agreed to the beginning
            if begin:
                self._progress = f"drafter-{uuid.uuid4()}"
                await self.work_done_progress.create_async(self._progress)
                words = types.WorkDoneProgressBegin("正在打开往年报告库", cancellable=False)
                self.work_done_progress.begin(self._progress, words)
            elif self._progress is not None:
                self.work_done_progress.end(self._progress, types.WorkDoneProgressEnd(message="可以检查了"))
                self._progress = None

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Show a Problem to the user instead of failing."""
        try:
            yield
        except Problem as error:
            self.window_show_message(types.ShowMessageParams(types.MessageType.Error, error.message))
