"""Open drafts and their checks. Knows nothing of the protocol."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from drafter.engine import Resources, check
from drafter.lsp.buffer import Buffer
from drafter.model.config import Config
from drafter.model.form import Form
from drafter.model.problem import Problem, UnreadableInput
from drafter.model.result import Failure, Outcome
from drafter.read.text import text_document
from drafter.workspace.session import open_resources

Configure = Callable[[Path], Config]
"""The configuration for files of a folder. Raises Problem."""


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of a check of `buffer`, and what it drew on."""

    revision: int
    buffer: Buffer
    outcome: Outcome
    config: Config
    form: Form | None = None


@dataclass(slots=True)
class Draft:
    """An open text. `revision` counts its changes and those of what it is checked against."""

    uri: str
    path: Path
    buffer: Buffer
    version: int | None = None
    revision: int = 0
    checked: Checked | None = None


@dataclass
class Desk:
    """The drafts that are open in the editor, by address. `loading` is told when past reports are about to be opened,
    and again (False) when they are ready. Checks must come from one thread at a time."""

    configure: Configure
    use_corpus: bool = True
    loading: Callable[[bool], None] = lambda begin: None
    drafts: dict[str, Draft] = field(default_factory=dict)
    _resources: dict[tuple[str, str, bool], Resources] = field(default_factory=dict)
    _settled: bool = False

    def open(self, uri: str, path: Path, text: str, encoding: str, version: int | None) -> Draft:
        """Take up a text."""
        draft = Draft(uri, path, Buffer(text, encoding), version)
        self.drafts[uri] = draft
        return draft

    def change(self, uri: str, buffer: Buffer, version: int | None) -> None:
        """Replace the text of an open draft."""
        draft = self.drafts[uri]
        draft.buffer, draft.version, draft.revision = buffer, version, draft.revision + 1

    def close(self, uri: str) -> None:
        """Put a text away."""
        self.drafts.pop(uri, None)

    def refresh(self) -> None:
        """Forget settings and past reports: they may have changed on disk."""
        self._resources.clear()
        for draft in self.drafts.values():
            draft.revision += 1

    def check(self, uri: str) -> Checked | None:
        """The check of a draft as it stands, made anew only when something changed; None when it is not open."""
        draft = self.drafts.get(uri)
        if draft is None:
            return None
        while draft.checked is None or draft.checked.revision != draft.revision:
            draft.checked = self._check(draft.revision, draft.buffer, draft.path)
        return draft.checked

    def _check(self, revision: int, buffer: Buffer, path: Path) -> Checked:
        config = Config()
        try:
            config = self.configure(path.parent)
            resources = self._open(config)
            if not buffer.text.strip():
                raise UnreadableInput("empty", "还没有内容")
            result = check(text_document(buffer.text, str(path)), resources, config)
        except Problem as error:
            return Checked(revision, buffer, Failure(str(path), error.kind, error.message), config)
        except Exception as error:  # whatever else breaks must not look like a text without findings
            words = f"程序出错（{type(error).__name__}: {error}），请报告给开发者"
            return Checked(revision, buffer, Failure(str(path), "crash", words), config)
        self._settle()
        form = resources.form_for(result.report.form) if result.report else None
        return Checked(revision, buffer, result, config, form)

    def _settle(self) -> None:
        """Once: what the first check loaded stays, so the garbage collector need not go through it again and again."""
        if not self._settled:
            self._settled = True
            gc.collect()
            gc.freeze()

    def _open(self, config: Config) -> Resources:
        key = (config.previous, config.corpus, config.plain)
        if key not in self._resources:
            slow = self.use_corpus and not config.plain
            if slow:
                self.loading(True)
            try:
                self._resources[key] = open_resources(config, use_corpus=self.use_corpus)
            finally:
                if slow:
                    self.loading(False)
        return self._resources[key]
