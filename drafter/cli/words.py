"""The command-line library's own words in Chinese: its headings, hints and complaints go through gettext, for which the
system's language, not the program's, would decide."""

from __future__ import annotations

import gettext
import sys

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Aborted!": "已取消。",
    "Error: {message}": "错误：{message}",
    "Error: invalid input": "看不懂，请再输入一次",
    "Try '{command} {option}' for help.": "用 {command} {option} 查看用法。",
    "Show this message and exit.": "显示这份说明。",
    "Show the version and exit.": "显示版本。",
    "default: {default}": "缺省：{default}",
    "required": "必填",
    "Missing command.": "没有写命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "No such option {name!r}.": "没有选项 {name}。",
    "No such option: {name}": "没有选项 {name}。",
    "No such command {name!r}.": "没有命令 {name}。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中之一：{possibilities}？",
    "(Possible options: {possibilities})": "（相近的选项：{possibilities}）",
    "Invalid value: {message}": "值不能用：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的值不能用：{message}",
    "Option {name!r} does not take a value.": "选项 {name} 后面不用写值。",
    "Option {name!r} requires an argument.": "选项 {name} 后面要写值。",
    "Got unexpected extra argument ({args})": "多出了参数：{args}",
    "Got unexpected extra arguments ({args})": "多出了参数：{args}",
    "Choose from:\n\t{choices}": "可以是：\n\t{choices}",
    "{value!r} is not a valid {number_type}.": "{value} 不是整数。",
    "{value} is not in the range {range}.": "{value} 不在 {range} 以内。",
    "{value!r} is not one of {choices}.": "{value} 不在可选的值里；可选：{choices}。",
    "{name} {filename!r} does not exist.": "没有 {filename}。",
    "{name} {filename!r} is a directory.": "{filename} 是文件夹，不是文件。",
    "{name} {filename!r} is a file.": "{filename} 是文件，不是文件夹。",
    "{name} {filename!r} is not readable.": "{filename} 没有权限读取。",
    "{name} {filename!r} is not writable.": "{filename} 没有权限写入。",
}


def speak_chinese() -> None:
    """Have the library say what it says in Chinese; what has no words here stays English."""
    for name, module in list(sys.modules.items()):
        if name.startswith("click."):
            if getattr(module, "_", None) is gettext.gettext:
                module.__dict__["_"] = _one
            if getattr(module, "ngettext", None) is gettext.ngettext:
                module.__dict__["ngettext"] = _several


def _one(message: str) -> str:
    return _WORDS.get(message, message)


def _several(single: str, plural: str, count: int) -> str:
    return _one(single if count == 1 else plural)
