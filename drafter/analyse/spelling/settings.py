"""The thresholds of the spelling check."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Least chance of a finding to be shown: by default, with more hints, of a word that its neighbours do not ask
    for, and inside titles and place names.

    The default was chosen on held-out folds for at least 98 % of alerts touching a real error (see docs/spelling.md).
    """

    alerts: float
    hints: float
    untied: float
    certain: float


SETTINGS = Settings(alerts=0.4, hints=0.3, untied=0.6, certain=0.8)
