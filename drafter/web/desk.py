"""Checks what the page sends, one draft at a time, with resources that are loaded once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock

from drafter.data.form import load_forms
from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.engine.fixes import plan
from drafter.model.config import Config
from drafter.model.problem import UnreadableInput
from drafter.model.result import Result
from drafter.read.open import read_document
from drafter.render.docx import annotate
from drafter.render.html import render
from drafter.web.order import Order, Upload
from drafter.workspace.mend import mend
from drafter.workspace.session import open_resources

_NO_REPORT = (
    "这不像政府信息公开工作年度报告：没有找到六个部分的标题（一、总体情况……六、其他需要报告的事项），"
    "也没有找到三张统计表。请核对选的文件；其他公文请勾选“不是年度报告”"
)
_MENDABLE = ("docx", "txt", "md")


@dataclass(frozen=True, slots=True)
class Answer:
    """The result page, whether the draft can carry comments, and how many findings can be mended at once."""

    page: str
    annotated: bool
    fixes: int


class Desk:
    """Raises Problem when the corpus or the `previous` that the configuration names cannot be used."""

    def __init__(self, config: Config, *, use_corpus: bool = True) -> None:
        self._config = config
        self._resources = open_resources(config, use_corpus=use_corpus)
        self._lock = Lock()

    def warm(self) -> None:
        """Load what checks need, so that the first draft does not wait for it."""
        self.check(Order(Upload("样稿.txt", compose().encode())))

    def close(self) -> None:
        """Wait for the work that is under way and let none begin: a thread stopped inside a library would take the
        whole process down."""
        self._lock.acquire()
        self._resources.close()

    def check(self, order: Order) -> Answer:
        """Check a draft. Raises UnreadableInput."""
        with self._lock:
            result = self._checker(order)(order.draft.data)
        container = result.document.container
        fixes = len(plan(result.diagnostics).chosen) if container in _MENDABLE else 0
        return Answer(render([result], load_forms()[0].names), container == "docx", fixes)

    def annotated(self, order: Order) -> bytes:
        """The Word draft with a comment for each finding. Raises UnreadableInput, also for other drafts."""
        with self._lock:
            result = self._checker(order)(order.draft.data)
        if result.document.container != "docx":
            raise UnreadableInput("not_writable", "只有 Word 稿（docx）能带批注")
        return annotate(order.draft.data, result.document, result)

    def fixed(self, order: Order) -> bytes:
        """The draft with all safe fixes. Raises UnreadableInput, also for drafts that cannot be written."""
        with self._lock:
            return mend(order.draft.data, self._checker(order)).data

    def _checker(self, order: Order) -> Callable[[bytes], Result]:
        config = replace(
            self._config,
            year=order.year or self._config.year,
            agency=order.agency or self._config.agency,
            plain=order.plain or self._config.plain,
        )
        resources = _with_previous(self._resources, order.previous)
        return lambda data: _check(data, order.draft.name, resources, config)


def _check(data: bytes, name: str, resources: Resources, config: Config) -> Result:
    try:
        return check(read_document(data, name), resources, config)
    except UnreadableInput as error:
        raise UnreadableInput(error.kind, _NO_REPORT if error.kind == "not_a_report" else error.message) from error


def _with_previous(resources: Resources, previous: Upload | None) -> Resources:
    if previous is None:
        return resources
    try:
        return replace(resources, previous=read_document(previous.data, previous.name))
    except UnreadableInput as error:
        raise UnreadableInput(error.kind, f"上年报告 {previous.name}：{error.message}") from error
