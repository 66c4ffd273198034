"""Kinds and levels from names."""

from __future__ import annotations

import pytest

from drafter.parse.agency import agency_kind, agency_level


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("云溪县青石镇人民政府", "township", "township"),
        ("云溪县青石镇", "township", "township"),
        ("云溪县白马乡人民政府", "township", "township"),
        ("临江区望湖街道办事处", "subdistrict", "township"),
        ("云溪县教育局", "department", "county"),
        ("云溪县人民政府办公室", "department", "county"),
        ("云溪县人民政府", "government", "county"),
        ("临江市", "government", "city"),
        ("临江市人民政府办公厅", "department", "city"),
        ("临江市住房和城乡建设局", "department", "city"),
        ("临江市望湖区市场监督管理局", "department", "county"),
        ("临江市自然资源局望湖分局", "department", ""),
        ("江东省财政厅", "department", "province"),
        ("江东省人民政府", "government", "province"),
        ("重庆市人民政府", "government", "province"),
        ("临江高新技术产业开发区管理委员会", "government", ""),
        ("云溪县发展和改革委员会", "department", "county"),
        ("", "", ""),
    ],
)
def test_kind_and_level(name: str, kind: str, level: str) -> None:
    assert (agency_kind(name), agency_level(name)) == (kind, level)
