"""Old binary documents (.doc, .wps), by way of LibreOffice where it is installed.

LibreOffice runs with a throw-away profile that allows no macros, no links and no network proxy but a dead one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from drafter.model.document import Document, Note
from drafter.model.problem import UnreadableInput
from drafter.read.limits import check_size
from drafter.read.ole import is_encrypted_package

_PROGRAMS = ("soffice", "libreoffice")
_TIMEOUT = 90
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "2"),
)
_ITEM = '<item oor:path="/org.openoffice.Office.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = (
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    + "</oor:items>"
)


def read_office(data: bytes, name: str) -> Document:
    """Read a .doc or .wps file. Positions refer to the converted copy and do not map home.

    Raises UnreadableInput when the file is encrypted, LibreOffice is absent, or the conversion fails.
    """
    check_size(data)
    if is_encrypted_package(data):
        raise UnreadableInput("encrypted", f"{name} 设有打开密码。请在 Word 或 WPS 中取消密码后另存，再检查。")
    program = next((found for p in _PROGRAMS if (found := shutil.which(p))), None)
    if program is None:
        raise UnreadableInput(
            "needs_libreoffice",
            f"{name} 是旧版文档（doc/wps）。请用 Word 或 WPS 另存为 docx；或安装 LibreOffice 后再试。",
        )
    from drafter.read.docx import read_docx

    document = read_docx(_convert(program, data, name), name)
    note = Note("旧版文档已由 LibreOffice 转成 docx 后读取；要写批注或修订，请先另存为 docx。")
    return replace(document, container="doc", notes=(note, *document.notes))


def _convert(program: str, data: bytes, name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        home = Path(folder)
        (home / "profile" / "user").mkdir(parents=True)
        (home / "profile" / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        source = home / f"input{'.wps' if name.lower().endswith('.wps') else '.doc'}"
        source.write_bytes(data)
        command = [program, f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore"]
        command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", str(home / "out"), str(source)]
        dead = "http://127.0.0.1:9"
        environment = {**os.environ, "HOME": folder, "http_proxy": dead, "https_proxy": dead, "no_proxy": ""}
        try:
            subprocess.run(command, env=environment, capture_output=True, timeout=_TIMEOUT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise _failed(name) from error
        converted = home / "out" / "input.docx"
        if not converted.is_file():
            raise _failed(name)
        return converted.read_bytes()


def _failed(name: str) -> UnreadableInput:
    return UnreadableInput(
        "damaged", f"LibreOffice 打不开 {name}（可能有密码或已损坏）。请用 Word 或 WPS 另存为 docx 后再试。"
    )
