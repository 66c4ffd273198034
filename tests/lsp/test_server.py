"""The server as an editor meets it: over standard input and output, with every message typed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from drafter.data.sample import compose
from drafter.engine import Resources, check
from drafter.lsp.buffer import Buffer
from drafter.model.config import Config
from drafter.read.text import text_document
from tests.lsp.editor import Editor, address, capabilities, editor

WRONG = "贯彻落时各项要求"
REPORT = compose(sections={"problems": f"𠮷祥社区{WRONG}。"}, cells={"requests.new.total": "99"})
CODES = ("T3", "F101", "F501", "W2", "C2", "C3", "X")


def run(scene: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(asyncio.wait_for(scene(), 120))  # type: ignore[arg-type]


def expected(text: str, encoding: str = "utf-16") -> list[tuple[str, int, int, int, int]]:
    """What a fresh check finds, in the protocol's places."""
    result = check(text_document(text, "草稿.txt"), Resources(no_store=""), Config(select=CODES))
    buffer = Buffer(text, encoding)
    return [(d.code, *buffer.place(d.span.start), *buffer.place(d.span.end)) for d in result.diagnostics]


def told(found: Any) -> list[tuple[Any, int, int, int, int]]:
    places = [(d, d.range.start, d.range.end) for d in found if d.code != "unchecked"]
    return [(d.code, a.line, a.character, b.line, b.character) for d, a, b in places]


def at(words: str, text: str = REPORT, plus: int = 0) -> types.Position:
    return types.Position(*Buffer(text).place(text.index(words) + plus))


@pytest.fixture
def uri(tmp_path: Path) -> str:
    return address(tmp_path / "草稿.txt")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8"])
def test_findings_are_pushed_at_the_right_places(uri: str, encoding: str) -> None:
    async def scene() -> None:
        given = capabilities(encodings=[encoding])
        async with editor(given=given) as (client, hello):
            assert hello.capabilities.position_encoding == encoding
            client.write(uri, REPORT, version=7)
            found = await client.findings()
            assert (found.uri, found.version) == (uri, 7)
            assert told(found.diagnostics) == expected(REPORT, encoding)
            assert {"T303", "W201"} <= {d.code for d in found.diagnostics}

    run(scene)


def test_a_finding_names_the_other_place_and_its_page(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            found = await client.findings()
            slip = next(d for d in found.diagnostics if d.code == "T303")
            assert slip.related_information
            assert all(r.location.uri == uri for r in slip.related_information)
            assert slip.source == "drafter"
            assert slip.severity == types.DiagnosticSeverity.Error
            assert slip.code_description is not None
            page = Path(slip.code_description.href.removeprefix("file://"))
            assert page.read_text(encoding="utf-8").startswith("T303 ")

    run(scene)


def test_typing_is_followed_and_checked_when_it_pauses(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            await client.findings()
            place = at("落时", plus=1)
            for version, char in enumerate("实地", 2):
                change = types.TextDocumentContentChangePartial(types.Range(place, place), char)
                client.edit(uri, version, change)
            found = await client.findings()
            text = REPORT.replace("落时", "落地实时")
            assert found.version == 3
            assert told(found.diagnostics) == expected(text)
            assert client.published.empty()

    run(scene)


def test_several_changes_in_one_message_apply_in_order(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, "x")
            await client.findings()
            start = types.Position(0, 0)
            client.edit(
                uri,
                2,
                types.TextDocumentContentChangeWholeDocument(REPORT),
                types.TextDocumentContentChangePartial(types.Range(start, start), "𠮷\r\n"),
                types.TextDocumentContentChangePartial(types.Range(start, types.Position(0, 2)), ""),
            )
            assert told((await client.findings()).diagnostics) == expected("\r\n" + REPORT)

    run(scene)


def test_findings_are_pulled_by_editors_that_pull(uri: str) -> None:
    async def scene() -> None:
        async with editor(given=capabilities(pull=True)) as (client, hello):
            assert hello.capabilities.diagnostic_provider is not None
            client.write(uri, REPORT)
            first = await client.pull(uri)
            assert told(first.items) == expected(REPORT)
            assert isinstance(await client.pull(uri, first.result_id), types.RelatedUnchangedDocumentDiagnosticReport)
            client.edit(uri, 2, types.TextDocumentContentChangeWholeDocument(REPORT.replace(WRONG, "")))
            second = await client.pull(uri, first.result_id)
            assert "W201" not in {d.code for d in second.items}
            assert client.published.empty()

    run(scene)


def test_an_editor_that_can_do_nothing_is_served(uri: str) -> None:
    async def scene() -> None:
        async with editor(given=capabilities(rich=False)) as (client, _):
            client.write(uri, REPORT)
            found = await client.findings()
            assert told(found.diagnostics) == expected(REPORT)
            assert all(d.code_description is None for d in found.diagnostics)
            symbols = await client.text_document_document_symbol_async(
                types.DocumentSymbolParams(types.TextDocumentIdentifier(uri))
            )
            assert symbols
            assert all(isinstance(s, types.SymbolInformation) for s in symbols)

    run(scene)


def test_closing_clears(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            await client.findings()
            client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
            assert not (await client.findings()).diagnostics

    run(scene)


def test_a_cancellation_that_comes_too_late_is_no_news(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            params = types.FoldingRangeParams(types.TextDocumentIdentifier(uri))
            await client.text_document_folding_range_async(params)
            client.cancel_request(types.CancelParams("answered"))

    run(scene)


async def actions(client: Editor, uri: str, words: str, text: str = REPORT, only: list[str] | None = None) -> Any:
    start = at(words, text)
    end = at(words, text, len(words))
    context = types.CodeActionContext([], only=only)  # type: ignore[arg-type]
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), types.Range(start, end), context)
    return await client.text_document_code_action_async(params)


def applied(action: types.CodeAction, uri: str, text: str) -> str:
    """The text after an editor made the action's edits."""
    assert action.edit is not None
    assert action.edit.changes is not None
    buffer = Buffer(text)
    for edit in sorted(
        action.edit.changes[uri], key=lambda e: (e.range.start.line, e.range.start.character), reverse=True
    ):
        span = buffer.span(
            (edit.range.start.line, edit.range.start.character), (edit.range.end.line, edit.range.end.character)
        )
        buffer = buffer.replaced(span, edit.new_text)
    return buffer.text


def test_a_safe_fix_is_the_preferred_action(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            found = await actions(client, uri, "落时")
            fix = next(a for a in found if a.is_preferred)
            text = applied(fix, uri, REPORT)
            assert text == REPORT.replace("落时", "落实")
            client.edit(uri, 2, types.TextDocumentContentChangeWholeDocument(text))
            await client.findings()
            while not client.published.empty():
                await client.findings()
            assert not [a for a in await actions(client, uri, "落实", text) if a.is_preferred]

    run(scene)


@pytest.mark.parametrize("name", ["草稿.txt", "草稿.md"])
def test_silence_here_silences(tmp_path: Path, name: str) -> None:
    async def scene() -> None:
        uri = address(tmp_path / name)
        async with editor(given=capabilities(pull=True)) as (client, _):
            text = REPORT.replace("\n", "\r\n")
            client.write(uri, text)
            for words, code in (("落时", "W201"), ("99", "T303")):
                found = await actions(client, uri, words, text)
                silence = next(a for a in found if a.title == f"此处忽略 {code}")
                after = applied(silence, uri, text)
                assert after.replace("\r\n", "").count("\n") == 0
                client.edit(uri, 2, types.TextDocumentContentChangeWholeDocument(after))
                codes = {d.code for d in (await client.pull(uri)).items}
                assert code not in codes
                client.edit(uri, 3, types.TextDocumentContentChangeWholeDocument(text))

    run(scene)


def test_accepting_a_word_is_recorded_and_works_at_once(tmp_path: Path, uri: str) -> None:
    async def scene() -> None:
        async with editor(given=capabilities(pull=True)) as (client, _):
            client.write(uri, REPORT)
            found = await actions(client, uri, "落时")
            assert "接受“贯彻落时”（记入 drafter.toml）" in [a.title for a in found]
            params = types.ExecuteCommandParams("drafter.acceptWord", [uri, "贯彻落时"])
            await client.workspace_execute_command_async(params)
            assert (tmp_path / "drafter.toml").read_text(encoding="utf-8") == '[vocabulary]\naccept = ["贯彻落时"]\n'
            assert "W201" not in {d.code for d in (await client.pull(uri)).items}
            assert client.refreshes == 1
            assert [m.type for m in client.shown] == [types.MessageType.Info]

    run(scene)


def test_fix_all_makes_all_safe_fixes(uri: str) -> None:
    async def scene() -> None:
        text = REPORT.replace("全年", "全年,")
        async with editor() as (client, _):
            client.write(uri, text)
            [action] = await actions(client, uri, "落时", text, only=["source.fixAll"])
            after = applied(action, uri, text)
            assert WRONG not in after
            assert after.replace("落实", "落时").replace("，", ",") == text.replace("，", ",")

    run(scene)


async def hovered(client: Editor, uri: str, position: types.Position) -> str:
    found = await client.text_document_hover_async(types.HoverParams(types.TextDocumentIdentifier(uri), position))
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


def test_hover_tells_of_findings_cells_and_claims(uri: str) -> None:
    async def scene() -> None:
        text = compose(
            sections={"overview": "（二）依申请公开\n2024年，本机关收到政府信息公开申请98件。"},
            cells={"requests.new.total": "99"},
        )
        async with editor(("--no-corpus", "--select", "T3,C3")) as (client, _):
            client.write(uri, text)
            cell = await hovered(client, uri, at("99", text))
            assert "`requests.new.total`" in cell
            assert "不成立" in cell
            assert "T303" in cell
            claim = await hovered(client, uri, at("申请98件", text))
            assert "与表格矛盾" in claim
            assert "表中为 99" in claim
            nothing = types.HoverParams(types.TextDocumentIdentifier(uri), types.Position(999, 0))
            assert await client.text_document_hover_async(nothing) is None

    run(scene)


def test_outline_and_folds_are_sections_and_tables(uri: str) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, REPORT)
            document = types.TextDocumentIdentifier(uri)
            symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
            assert symbols is not None
            names = [s.name for s in symbols]
            assert [n[0] for n in names[1:]] == list("一二三四五六")
            tables = {c.name for s in symbols if isinstance(s, types.DocumentSymbol) for c in s.children or ()}
            assert {"表二", "表三", "表四"} <= tables
            folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
            assert folds is not None
            lines = REPORT.split("\n")
            heads = {lines[f.start_line] for f in folds}
            assert {line for line in lines if line[1:2] == "、" and line[0] in "一二三五"} <= heads | {
                line for line in lines if line.startswith(("一、本年", "二、上年", "三、本年"))
            }

    run(scene)


def test_completion_offers_true_sentences_with_the_drafts_figures(uri: str) -> None:
    async def scene() -> None:
        text = compose(sections={"overview": "（二）依申请公开\n2024年，"})
        async with editor() as (client, _):
            client.write(uri, text)
            place = at("公开\n2024年，", text, len("公开\n2024年，"))
            document = types.TextDocumentIdentifier(uri)
            found = await client.text_document_completion_async(types.CompletionParams(document, place))
            assert isinstance(found, types.CompletionList)
            assert found.items
            total = next(line for line in text.split("\n") if line.startswith("一、本年新收")).split("\t")[-1]
            said = [i for i in found.items if "新收政府信息公开申请" in i.label]
            assert said
            assert all(f"新收政府信息公开申请{total}件" in i.label for i in said)
            assert not [i for i in found.items if "{" in i.label or "未收到" in i.label]
            begun = next(i for i in said if i.label.startswith("2024年，"))
            assert isinstance(begun.text_edit, types.TextEdit)
            assert begun.text_edit.range == types.Range(types.Position(place.line, 0), place)

    run(scene)


def test_opening_the_store_is_shown_as_progress(uri: str) -> None:
    async def scene() -> None:
        async with editor(("--select", "X,D")) as (client, _):
            client.write(uri, REPORT)
            await client.findings()
            for _ in range(100):
                if len(client.progress) >= 3:
                    break
                await asyncio.sleep(0.05)
            token, begin, end = client.progress
            assert str(token).startswith("drafter-")
            assert begin["kind"] == "begin"
            assert end["kind"] == "end"

    run(scene)


def test_what_cannot_be_checked_is_said(uri: str, tmp_path: Path) -> None:
    async def scene() -> None:
        async with editor() as (client, _):
            client.write(uri, "今天天气很好。")
            [only] = (await client.findings()).diagnostics
            assert only.code == "not_a_report"
            assert only.severity == types.DiagnosticSeverity.Information
            (tmp_path / "drafter.toml").write_text("slect = []\n", encoding="utf-8")
            client.text_document_did_save(
                types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(address(tmp_path / "drafter.toml")))
            )
            [only] = (await client.findings()).diagnostics
            assert only.code == "config"
            assert "select" in only.message

    run(scene)
