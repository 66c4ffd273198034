"""Workflow commands are one line each, whatever the message holds."""

from __future__ import annotations

import re

from tests.render.golden import expected, made


def test_golden() -> None:
    assert made("github.txt") == expected("github.txt")


def test_every_line_is_a_command_with_escaped_properties() -> None:
    for line in made("github.txt").splitlines():
        command = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^,:]*)(?:,\w+=[^,:]*)*)::(.*)", line)
        assert command is not None, line


def test_percent_signs_of_the_message_survive() -> None:
    assert "100%25,必备" in made("github.txt")


def test_a_file_name_with_punctuation_is_escaped() -> None:
    assert "file=坏%2C的%3A文件.docx" in made("github.txt")
