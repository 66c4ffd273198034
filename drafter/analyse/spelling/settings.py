"""The thresholds of the spelling check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Least chance of a finding to be shown.

    `alerts` by default, `hints` with more hints. The others are bars for some findings: `untied` for a word that the
    known grams do not tie to its neighbours or with a function word at its edge, `certain` inside titles and place
    names, `listed` for a right word of two characters.

    The default was chosen on held-out folds for at least 98 % of alerts touching a real error (see docs/spelling.md).
    """

    alerts: float
    hints: float
    untied: float
    certain: float
    listed: float


SETTINGS = Settings(alerts=0.4, hints=0.3, untied=0.6, certain=0.8, listed=0.95)
