"""However the text was typed, the findings are those of the text as it stands."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from drafter.model.config import Config
from tests.lsp.editor import capabilities, editor
from tests.lsp.storm import weather

CODES = ("T3", "F1", "F5", "W2", "C", "X")


@pytest.mark.parametrize("seed", range(3))
def test_findings_follow_random_edits(tmp_path: Path, seed: int) -> None:
    async def scene() -> None:
        arguments = ("--no-corpus", "--select", ",".join(CODES))
        async with editor(arguments, capabilities(pull=True)) as (client, _):
            steps = [
                n
                async for n in weather(
                    client, tmp_path / "草稿.txt", seed, 200, lambda _: Config(select=CODES), every=10
                )
            ]
            assert len(steps) == 20

    asyncio.run(asyncio.wait_for(scene(), 300))
