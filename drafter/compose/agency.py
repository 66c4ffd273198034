"""What a draft calls the agency it speaks for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from drafter.data.slots import names_of, region_of
from drafter.parse.agency import agency_kind

_KINDS = {
    "township": "township",
    "subdistrict": "sub-district",
    "government": "county",
    "department": "department",
}
_TAIL = re.compile(r"(?:人民政府|管理委员会|管委会|(?<=街道)办事处)$")
_WHOLE = re.compile(r"([省市州盟县区旗])(?:人民政府|管理委员会|管委会)?$")


@dataclass(frozen=True, slots=True)
class Agency:
    """`name` in full, `kind` as in model.narrative.AGENCY_KINDS; `short` for use in prose (`青石镇`, `县教育局`),
    `whole` for a government that reports on all its bodies (`全县`), `villages` and `staff` as it says them."""

    name: str
    kind: str
    short: str
    whole: str = ""
    villages: str = "村（社区）"
    staff: str = "经办人、科室负责人、分管负责同志"

    @property
    def scope(self) -> str:
        """Whom figures are about: the whole county for a county's government, else the agency."""
        return self.whole or self.short


def agency_named(name: str, kind: str = "") -> Agency | None:
    """The agency of that full name; None when `kind` is empty and the name does not tell it."""
    kind = kind or _KINDS.get(agency_kind(name), "")
    if not kind:
        return None
    whole = _WHOLE.search(name)
    return Agency(
        name=name,
        kind=kind,
        short=_short(name, kind),
        whole=f"全{whole[1]}" if kind == "county" and whole else "",
        villages="社区" if kind == "sub-district" else "村（社区）",
        staff="经办人、站所负责人、分管负责同志" if kind == "township" else "经办人、科室负责人、分管负责同志",
    )


def _short(name: str, kind: str) -> str:
    """Without the places it begins with; a department keeps the sign of its level: 云溪县教育局 is 县教育局."""
    if kind == "county":
        return name
    region = region_of(name)
    rest = name[len(region) :] or name
    if kind == "department":
        return region[-1:] + rest
    return min((n for n in names_of(rest).agency if rest.startswith(n)), key=len, default=_TAIL.sub("", rest))
