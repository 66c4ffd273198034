"""Small PDFs: words at places and ruled tables, with the letters' meaning in a ToUnicode map and no font inside."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 80.0, 515.0


@dataclass
class Page:
    """Drawing instructions; places are points from the top left corner."""

    content: list[str] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    def words(self, text: str, x: float, top: float, size: float = 12.0) -> Page:
        """Words beginning at `x`; every letter is as wide as the size."""
        self.used.update(text)
        codes = "".join(f"{ord(c):04x}" for c in text)
        self.content.append(f"BT /F {size} Tf 1 0 0 1 {x} {HEIGHT - top - size} Tm <{codes}> Tj ET")
        return self

    def spread(self, text: str, x: float, top: float, pitch: float, size: float = 12.0) -> Page:
        """Words letter by letter, `pitch` points apart."""
        for index, char in enumerate(text):
            self.words(char, x + index * pitch, top, size)
        return self

    def upright(self, text: str, x: float, top: float, size: float = 10.0) -> Page:
        """Words one letter below the other."""
        for index, char in enumerate(text):
            self.words(char, x, top + index * size * 1.2, size)
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> Page:
        """A ruling."""
        self.content.append(f"0.5 w {x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S")
        return self

    def shade(self, x0: float, top: float, x1: float, bottom: float) -> Page:
        """A white background."""
        self.content.append(f"1 1 1 rg {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f 0 0 0 rg")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float], rows: Sequence[Sequence[str]]) -> Page:
        """A table with every ruling drawn."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])
        for top, row in zip(ys, rows, strict=False):
            for x, text in zip(xs, row, strict=False):
                self.words(text, x + 3, top + 3, 10)
        return self


def pdf(*pages: Page, extra: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A PDF of pages. `extra` are further objects: their dictionary's inside and their bytes."""
    used = sorted(set().union(*(page.used for page in pages)))
    count = len(pages)
    kids = " ".join(f"{5 + 2 * i} 0 R" for i in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts [<< /Type "
        b"/Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 "
        b">> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /Ascent 880 /Descent -120 "
        b"/FontBBox [0 -120 1000 880] >> >>] >>",
        stream("", _to_unicode(used).encode()),
    ]
    for index, page in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {6 + 2 * index} 0 R "
            "/Resources << /Font << /F 3 0 R >> >> >>".encode()
        )
        objects.append(stream("", "\n".join(page.content).encode()))
    objects += [stream(inside, content, packed=False) for inside, content in extra]
    return assemble(objects)


def stream(inside: str, content: bytes, packed: bool = True) -> bytes:
    """A stream object."""
    if packed:
        content, inside = zlib.compress(content), f"{inside} /Filter /FlateDecode"
    return f"<< {inside} /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"


def assemble(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A file of objects, the first being the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _to_unicode(used: Sequence[str]) -> str:
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
    head += "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    parts = [used[i : i + 100] for i in range(0, len(used), 100)]
    maps = "".join(
        f"{len(part)} beginbfchar\n" + "".join(f"<{ord(c):04x}> <{ord(c):04x}>\n" for c in part) + "endbfchar\n"
        for part in parts
    )
    return f"{head}{maps}endcmap end end"
