"""What was read of a text: figures, rates and changes, statements."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from drafter.analyse.claims.clauses import Statement
from drafter.analyse.claims.records import Record, Remark


@dataclass(slots=True)
class Readings:
    """What was read: figures, rates and changes, and statements, each with the number of its sentence; how many
    sentences there were and the highest number of a list."""

    records: list[Record] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    said: list[tuple[int, Statement]] = field(default_factory=list)
    sentences: int = 0
    scopes: int = 0

    def take(self, other: Readings, sentences: int) -> None:
        """Put what was read in so many further sentences behind this."""
        first, base = self.sentences, len(self.records)
        self.records += [r.moved(first, base, self.scopes) for r in other.records]
        self.scopes = max([self.scopes, *(r.scope for r in self.records[base:])])
        for k in other.remarks:
            record = k.record + base if k.record >= 0 else -1
            self.remarks.append(replace(k, sentence=k.sentence + first, record=record))
        self.said += [(number + first, statement) for number, statement in other.said]
        self.sentences += sentences
