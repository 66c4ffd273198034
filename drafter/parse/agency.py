"""What kind of body an agency is, as far as its name tells."""

from __future__ import annotations

import re

_KINDS = (
    ("subdistrict", re.compile(r"街道(?:办事处|办)?$")),
    ("township", re.compile(r"(?:镇|乡|苏木)(?:人民政府)?$")),
    (
        "department",
        re.compile(
            r"(?:局|委员会|委|办公室|办公厅|厅|中心|大队|支队|总队|院|处|署|所|站|馆|公司|集团|银行|分局|海关|联合会|协会)$"
        ),
    ),
    (
        "government",
        re.compile(r"(?:人民政府|管委会|管理委员会|试验区|实验区|开发区|示范区|新区|园区|省|市|县|区|旗|州|盟)$"),
    ),
)
_COMMITTEE = re.compile(
    r"(?:开发区|新区|园区|示范区|试验区|实验区|高新区|景区|度假区|保税区|港区|合作区)(?:党工委)?(?:管委会|管理委员会)$"
)
_PLACE = re.compile(
    r"(?P<province>[^省市县区]{2,8}(?:省|自治区)|(?:北京|天津|上海|重庆)市?)?"
    r"(?P<city>[^市县区旗]{1,8}(?:市|自治州|州|盟|地区))?"
    r"(?P<county>[^县区旗市]{1,8}?(?:自治县|县|区|旗|市))?"
    r"(?P<township>[^镇乡]{1,8}?(?:镇|乡|街道|苏木)(?=人民政府|办事处|办|$))?"
)
_ZONE = re.compile(r"(?:开发|高新|新|园|试验|实验|示范|保税|景|度假|合作|港)区")


def agency_kind(name: str) -> str:
    """`government`, `township`, `subdistrict`, `department`, or empty."""
    if _COMMITTEE.search(name):
        return "government"
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), "")


def agency_level(name: str) -> str:
    """`province`, `city`, `county`, `township`, or empty where the name alone does not tell (branches, special
    zones)."""
    if name.endswith("分局"):
        return ""
    place = _PLACE.match(name)
    if place is None:
        return ""
    level = next((unit for unit in ("township", "county", "city", "province") if place[unit]), "")
    return "" if level == "county" and _ZONE.search(place["county"]) else level
