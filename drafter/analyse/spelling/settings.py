"""The thresholds of the spelling check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Least chance of a finding to be shown.

    `alerts` by default, `hints` with more hints; `word` is how much more a word of two or more characters needs, which
    speaks by its sound alone. The others are bars for some findings: `functions` for a word with a function word at
    its edge, `untied` for one that the known grams do not tie to its neighbours, `certain` inside titles and place
    names, `repeated` for what the text says more than once, `listed` for a right word of two characters.

    They were chosen on held-out folds for at least 98 % of alerts touching a real error, and on running text of
    departments of all kinds (see docs/spelling.md).
    """

    alerts: float
    hints: float
    word: float
    functions: float
    untied: float
    certain: float
    repeated: float
    listed: float


SETTINGS = Settings(
    alerts=0.45, hints=0.3, word=0.15, functions=0.6, untied=0.85, certain=0.8, repeated=0.9, listed=0.95
)
