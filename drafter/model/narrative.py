"""Standard sentences with slots, as templates/narrative/ holds them."""

from __future__ import annotations

from dataclasses import dataclass

AGENCY_KINDS = ("township", "sub-district", "county", "department")
ROLES = ("fact", "open", "confirm", "unknown")


@dataclass(frozen=True, slots=True)
class Wording:
    """Ways to say one thing.

    `section` is `preamble`, a kind of sub-section, `problems` or `other`; `topic` what it says there: of a topic one
    wording is used. `role` is fact (follows from the figures), open (has places to fill in), confirm (asserts work
    done: only the agency knows) or unknown (takes the place of facts whose figures are not known). `kinds` are the
    kinds of agency it is for, empty for all. `when` is a condition on the figures, empty for always. `states` names
    the figures that it states. `texts` are templates of equal meaning, `where` their `file:line`.
    """

    section: str
    topic: str
    role: str
    texts: tuple[str, ...]
    where: str
    kinds: tuple[str, ...] = ()
    when: str = ""
    states: tuple[str, ...] = ()

    def serves(self, kind: str) -> bool:
        """Whether it is for agencies of `kind`."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Pair:
    """A problem and what is done about it, each in several wordings; see Wording for the other fields."""

    topic: str
    problems: tuple[str, ...]
    improvements: tuple[str, ...]
    where: str
    kinds: tuple[str, ...] = ()
    when: str = ""

    def serves(self, kind: str) -> bool:
        """Whether it is for agencies of `kind`."""
        return not self.kinds or kind in self.kinds


@dataclass(frozen=True, slots=True)
class Narrative:
    """All wordings, in the order of the files; `offers` says how many wordings to confirm a section offers."""

    wordings: tuple[Wording, ...]
    pairs: tuple[Pair, ...]
    offers: dict[str, int]

    def section(self, kind: str, agency_kind: str) -> tuple[Wording, ...]:
        """The wordings of a section for a kind of agency."""
        return tuple(w for w in self.wordings if w.section == kind and w.serves(agency_kind))
