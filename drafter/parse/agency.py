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
_LEVELS = (
    ("township", re.compile(r"(?:镇|乡|街道|苏木)(?:人民政府|办事处|办)?$")),
    (
        "county",
        re.compile(
            r"(?:县|区|旗|自治县)(?:人民政府|人民政府办公室|[^县区旗市]{2,14}(?:局|委员会|委|办公室|中心|大队|分局))?$"
        ),
    ),
    (
        "city",
        re.compile(
            r"(?:市|州|盟|地区)(?:人民政府|人民政府办公室|[^县区旗市]{2,14}(?:局|委员会|委|办公室|中心|支队))?$"
        ),
    ),
    ("province", re.compile(r"(?:省|自治区)(?:人民政府|人民政府办公厅|[^县区旗市]{2,14}(?:厅|局|委员会|委))?$")),
)


def agency_kind(name: str) -> str:
    """`government`, `township`, `subdistrict`, `department`, or empty."""
    if _COMMITTEE.search(name):
        return "government"
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), "")


def agency_level(name: str) -> str:
    """`province`, `city`, `county`, `township`, or empty where the name alone does not tell."""
    return next((level for level, pattern in _LEVELS if pattern.search(name)), "")
