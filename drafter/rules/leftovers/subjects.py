"""Where the prose names a body as the one whose work it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from drafter.rules.leftovers.names import core, places

_HAN = r"[\u4e00-\u9fa5]"
# Every pattern begins with the character before the name: `re` looks for sets of characters quickly, and tries no other
# place.
_EDGE = r"[，。；：、“”（）()\n年由在向与和对为]"
_OPENS = r"(?:(?<=年，)|(?<=年度，)|(?<=[年。；\n])|(?<=一步，))"
_SPEAKS = (
    r"(?:认真|坚持|高度|严格|深入|紧紧|始终|积极|未收|没有|未发生|共收|共公开|全年|新收|受理|收到|办结|主动公开|"
    r"公开(?:政府)?信息|发布(?:政府)?信息|共主动|不断|持续|扎实|结合|以党的|以习近平|编制本)"
)
_BUREAU = re.compile("(?:局|委员会|委|厅)$")
# Behind a comma these may follow whoever is asked to do something, at the opening of a sentence its subject alone.
_ACTS = r"(?:将|围绕|聚焦|立足|着力|切实|紧扣|依法|强化|深化|健全|完善|按照|根据|全面|进一步|继续|共|以)"
_PARTY = r"(?:人民)?政府|党委|党工委|办事处"


@dataclass(frozen=True, slots=True)
class Named:
    """A body whose work is told, in view indices: `name` begins at `start`, what is named with it ends at `end`.

    `certain` says that the words behind it tell of work done. `slip`: the name is the agency's but for one character.
    `placed`: a bureau of the agency's own place at the opening of a sentence.
    """

    name: str
    start: int
    end: int
    certain: bool = False
    slip: bool = False
    placed: bool = False


def subjects(text: str, kind: str, agency: str) -> Iterator[Named]:
    """The bodies of an agency's own kind (report.kind) that a squeezed text tells about, itself among them."""
    pattern = _pattern(kind, agency)
    # A break in front, so that every name has an edge before it.
    for found in pattern.finditer("\n" + text) if pattern else ():
        groups = found.groupdict()
        if groups.get("slip"):
            end = max(found.end("slip"), found.end("slip_office"))
            yield Named(found["slip"], found.start("slip") - 1, end - 1, slip=True)
        elif groups.get("short"):
            # 县水利局: the name without what stands for the place, which alone says nothing.
            yield Named(found["short"][1:], found.start("short") - 1, found.end("short") - 1, placed=True)
        elif groups.get("placed"):
            yield Named(found["placed"], found.start("placed") - 1, found.end("placed") - 1, placed=True)
        else:
            end = max(found.end("name"), found.end("office"))
            certain = bool(found["speaks"] or found["alone"])
            yield Named(found["name"], found.start("name") - 1, end - 1, certain=certain)


@lru_cache(maxsize=16)
def _pattern(kind: str, agency: str) -> re.Pattern[str] | None:
    if kind in ("township", "subdistrict"):
        return re.compile(f"{_EDGE}(?:{_slips(core(agency), _PARTY)}|{_towns(places(agency))})")
    if kind == "government":
        own = places(agency)[-1:]
        return re.compile(f"{_EDGE}(?:{_slips(own[0] if own else '', '人民政府|政府')}|{_COUNTIES})")
    if agency.endswith("海关"):
        return re.compile(f"{_EDGE}{_OPENS}{_CUSTOMS}(?P<name>(?!))?(?P<office>)")
    if kind == "department":
        return re.compile(f"{_EDGE}(?:{_offices(places(agency) if _BUREAU.search(agency) else ())})")
    return None


def _slips(own: str, office: str) -> str:
    """Names that differ from the agency's in one character; none of names that are too short for that to tell."""
    if len(own) < 3:
        return "(?!)"
    spelled = "|".join(f"{re.escape(own[:i])}{_HAN}{re.escape(own[i + 1 :])}" for i in range(len(own) - 1))
    act = f"{_SPEAKS}|{_ACTS}"
    return rf"{_OPENS}(?!{re.escape(own)})(?P<slip>{spelled})(?:(?P<slip_office>{office})(?=[、，]|{act})|(?={act}))"


def _towns(before: tuple[str, ...]) -> str:
    return (
        rf"{_optional(before)}(?P<name>{_HAN}{{1,4}}?(?:镇|乡|街道))"
        rf"(?:(?P<office>{_PARTY})(?:(?P<speaks>{_SPEAKS})|(?!{_HAN}))"
        rf"|(?P<alone>{_SPEAKS})|(?=专栏|微信公众号|公众号|门户网站|政府网站))"
    )


_COUNTIES = rf"(?P<name>{_HAN}{{2,5}}?(?:县|区))(?P<office>人民政府|政府)(?P<speaks>{_SPEAKS})(?P<alone>)"


def _offices(own: tuple[str, ...]) -> str:
    """Bureaus; those of the agency's own place also where a sentence opens with them."""
    body = "(?:局|委员会|厅)"
    placed = (
        rf"{_OPENS}(?P<placed>{re.escape(own[-1])}{_HAN}{{2,14}}?{body})(?={_SPEAKS}|{_ACTS})"
        rf"|{_OPENS}(?P<short>{own[-1][-1]}(?![直各级属])[^\W\d_]{{2,10}}?{body})(?={_SPEAKS})|"
        if own
        else ""
    )
    return f"{placed}(?P<name>{_HAN}{{2,9}}?{body})(?P<office>)(?P<speaks>{_SPEAKS})(?P<alone>)"


_CUSTOMS = (
    rf"(?P<placed>(?!中国|全国|各|直属|隶属|上级|下级|本|我|所属|属地|口岸|地方){_HAN}{{2,4}}海关)(?={_SPEAKS}|{_ACTS})"
)


def _optional(before: tuple[str, ...]) -> str:
    return "".join(f"(?:{re.escape(place)})?" for place in before)
