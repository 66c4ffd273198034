"""An agency's name taken apart."""

from __future__ import annotations

import pytest

from drafter.rules.leftovers.names import core, county, places


@pytest.mark.parametrize(
    ("agency", "found", "of_county", "of_town"),
    [
        ("云溪县青石镇人民政府", ("云溪县",), "云溪县", "青石镇"),
        ("临川市云溪县青石镇人民政府", ("临川市", "云溪县"), "云溪县", "青石镇"),
        ("云州市清溪区人民政府", ("云州市", "清溪区"), "清溪区", ""),
        ("云州市白州区教育局", ("云州市", "白州区"), "白州区", ""),
        ("白州区柳州镇人民政府", ("白州区",), "白州区", "柳州镇"),
        ("云州市教育局", ("云州市",), "", ""),
        ("大岭自治州云溪县水利局", ("大岭自治州", "云溪县"), "云溪县", ""),
        ("大岭州云溪市水利局", ("大岭州", "云溪市"), "", ""),
        ("云岭省临川市人民政府", ("云岭省", "临川市"), "", ""),
        ("云溪市青石区柳林街道办事处", ("云溪市", "青石区"), "青石区", "柳林街道"),
        ("国家税务总局云溪县税务局", ("云溪县",), "云溪县", ""),
        ("青石镇人民政府", (), "", "青石镇"),
    ],
)
def test_parts(agency: str, found: tuple[str, ...], of_county: str, of_town: str) -> None:
    assert (places(agency), county(agency), core(agency)) == (found, of_county, of_town)
