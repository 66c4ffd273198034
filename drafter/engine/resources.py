"""What a check draws on: forms, lexicons, the spelling model, past reports. Each is loaded when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

from drafter.data.form import load_forms
from drafter.engine.memory import Memory
from drafter.model.document import Document
from drafter.model.form import Form


@dataclass(frozen=True)
class Resources:
    """`previous` is last year's report given by the user; `store` the open corpus, or None with `no_store` saying
    why."""

    previous: Document | None = None
    store: Any = None
    no_store: str = "未使用往年报告库"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the store's file."""
        if self.store is not None:
            self.store.close()

    @cached_property
    def memory(self) -> Memory:
        """What former checks with these resources found nothing in."""
        return Memory()

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """The forms, newest first."""
        return load_forms()

    def form_for(self, year: str) -> Form:
        """The form named by its year (`2021`)."""
        return next((f for f in self.forms if f.year == year), self.forms[0])

    @cached_property
    def lexicons(self) -> Any:
        """The wording lexicons."""
        from drafter.data.lexicon import load_lexicons

        return load_lexicons()

    @cached_property
    def speller(self) -> Any:
        """The spelling model with the user's past texts, as far as there are any."""
        from drafter.analyse.spelling import Speller
        from drafter.data.resources import resource_dir

        speller = Speller.load(resource_dir("lexicons") / "spelling")
        if self.store is not None and not self.store.embedded and self.store.model_path.is_file():
            from drafter.analyse.spelling.own import with_own

            return with_own(speller, self.store.model_path)
        return speller.with_past([self.previous.text]) if self.previous else speller
