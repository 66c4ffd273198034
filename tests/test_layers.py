"""Who may import whom; no cycles; who may use which library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parent.parent / "drafter"

MAY_IMPORT = {
    "model": set(),
    "data": {"model"},
    "ooxml": {"model"},
    "read": {"model", "ooxml"},
    "parse": {"model", "data"},
    "analyse": {"model", "data"},
    "rules": {"model"},
    "corpus": {"model", "data"},
    "render": {"model", "ooxml", "rules"},
    "compose": {"model", "data", "parse", "analyse", "read", "ooxml"},
    "engine": {"model", "data", "read", "parse", "analyse", "rules", "corpus"},
    "workspace": {
        "model",
        "data",
        "read",
        "parse",
        "analyse",
        "rules",
        "corpus",
        "compose",
        "engine",
        "ooxml",
        "render",
    },
    "cli": {
        "model",
        "data",
        "read",
        "parse",
        "analyse",
        "rules",
        "corpus",
        "compose",
        "engine",
        "workspace",
        "render",
        "lsp",
        "web",
    },
    "lsp": {"model", "data", "read", "parse", "analyse", "rules", "corpus", "engine", "workspace", "render"},
    "web": {"model", "data", "read", "engine", "workspace", "render"},
}

ONLY_IN = {
    "jieba": {"analyse"},
    "spacy": {"analyse"},
    "ahocorasick_rs": {"analyse"},
    "numpy": {"analyse", "corpus"},
    "rapidfuzz": {"analyse", "parse", "corpus", "compose", "data"},
    "sqlite3": {"corpus"},
    "lxml": {"read", "ooxml", "render", "compose"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "click": {"cli", "render", "workspace"},
    "socket": {"web"},
    "socketserver": {"web"},
    "http": {"web"},
    "urllib": {"read"},
    "requests": set(),
}

FORBIDDEN_IN_RULES = {"os", "pathlib", "datetime", "time", "io", "sqlite3", "subprocess"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield name.removesuffix(".__init__"), ast.parse(path.read_text(encoding="utf-8"))


def loaded(tree: ast.AST) -> Iterator[str]:
    """The modules an import statement really asks for: `from package import module` means the module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module or ""


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide who imports whom"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def layer(name: str) -> str:
    parts = name.split(".")
    return parts[1] if len(parts) > 1 else ""


MODULES = dict(modules())


def test_layers() -> None:
    wrong = []
    for name, tree in MODULES.items():
        here = layer(name)
        for target in imported(tree):
            there = layer(target) if target.startswith("drafter.") else ""
            if there in MAY_IMPORT and here and there != here and there not in MAY_IMPORT[here]:
                wrong.append(f"{name} imports {target}")
    assert not sorted(set(wrong))


def test_every_folder_has_a_layer() -> None:
    folders = {p.name for p in PACKAGE.iterdir() if p.is_dir() and not p.name.startswith(("_", "."))}
    assert folders <= set(MAY_IMPORT)


def test_libraries_stay_in_their_layers() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, tree in MODULES.items()
        for target in imported(tree)
        if target.split(".")[0] in ONLY_IN and layer(name) not in ONLY_IN[target.split(".")[0]]
    ]
    assert not sorted(set(wrong))


def test_rules_touch_nothing_outside() -> None:
    wrong = [
        f"{name} imports {target}"
        for name, tree in MODULES.items()
        if layer(name) == "rules" and name != "drafter.rules.registry"
        for target in imported(tree)
        if target.split(".")[0] in FORBIDDEN_IN_RULES
    ]
    calls = [
        name
        for name, tree in MODULES.items()
        if layer(name) == "rules"
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("open", "print", "eval", "exec")
    ]
    assert not wrong
    assert not calls


def test_no_import_cycles() -> None:
    graph = {name: (set(loaded(tree)) & set(MODULES)) - {name} for name, tree in MODULES.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail[trail.index(name) :], name))
        if name in done:
            return
        for other in sorted(graph[name]):
            visit(other, (*trail, name))
        done.add(name)

    for name in sorted(graph):
        visit(name, ())


def test_functions_and_files_stay_small() -> None:
    """Hard stops; the aim is functions of about ten lines and files of about eighty."""
    long = []
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > 400:
            long.append(f"{path.name}: {text.count(chr(10))} lines")
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                size = (node.end_lineno or 0) - node.lineno + 1
                if size > 60:
                    long.append(f"{path.name}:{node.name}: {size} lines")
    assert not long


def test_public_things_have_docstrings() -> None:
    bare = []
    for name, tree in MODULES.items():
        if not ast.get_docstring(tree):
            bare.append(name)
        for node in ast.walk(tree):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith(
                "_"
            ):
                if isinstance(node, ast.FunctionDef) and layer(name) == "rules" and node.name == "check":
                    continue  # a rule's page is its module's docstring
                if not ast.get_docstring(node) and not _local(tree, node):
                    bare.append(f"{name}.{node.name}")
    assert not bare


def _local(tree: ast.Module, node: ast.AST) -> bool:
    """Functions inside functions need no docstring."""
    return any(
        isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)) and outer is not node and node in ast.walk(outer)
        for outer in ast.walk(tree)
    )
