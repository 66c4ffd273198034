from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from drafter.analyse.spelling import build, tables
from drafter.analyse.spelling.lexicon_build import build_lexicon
from drafter.analyse.spelling.likeness import Likeness
from drafter.analyse.spelling.stream import read_stream

SENTENCES = ["竹溪县人民政府办公室主动公开信息。\n", "竹溪县档案馆按时答复申请。\n", "青杉镇及时更新公开专栏。\n"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    prose = tmp_path / "prose"
    prose.mkdir()
    for k, sentence in enumerate(SENTENCES):
        (prose / f"{k}.txt").write_text(sentence * 8, encoding="utf-8")
    return prose


@pytest.mark.skipif(find_spec("char_similar") is None, reason="char-similar is needed to build")
def test_building_twice_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    files = sorted(folder.iterdir())
    for name, paths in (("one", [folder]), ("two", files[::-1])):
        assert build.main([*map(str, paths), "-o", str(tmp_path / name)]) == 0
    one, two = ((tmp_path / name / tables.FILE_NAME).read_bytes() for name in ("one", "two"))
    assert one == two
    assert "竹溪县人民政府".encode() not in one


def test_the_tables_of_a_tiny_corpus_can_be_read_back(folder: Path, tmp_path: Path, shipped: Likeness) -> None:
    from drafter.analyse.spelling.count import build_model, join_texts

    model = build_model(join_texts(build.read_texts([folder])))
    lexicon = build_lexicon([("主动", 50), ("公开", 90), ("公", 5)], model, shipped)
    tables.save(tmp_path / "t", tables.Tables(model, shipped, lexicon))
    back = tables.load(tmp_path / "t")
    assert back.model.levels[2].scores.tolist() == model.levels[2].scores.tolist()
    assert back.lexicon.weigh(read_stream("主动").codes[None, 1:3])[0] > 0
    assert back.lexicon.weigh(read_stream("动主").codes[None, 1:3])[0] == 0
    assert back.lexicon.singles[ord("公")] > 0


def test_official_words_are_found_by_their_sound(shipped: Likeness) -> None:
    from drafter.analyse.spelling.count import build_model, join_texts
    from drafter.analyse.spelling.lexicon import sound_keys

    lexicon = build_lexicon([("主动", 50), ("竹笋", 3)], build_model(join_texts(SENTENCES * 3)), shipped)
    heard = shipped.keys[np.array([[ord("住"), ord("洞")]])]
    _, rows = lexicon.sounding_like(sound_keys(heard))
    assert [chr(c) for c in lexicon.words[rows[0]] if c] == ["主", "动"]
    assert len(lexicon.words) == 1  # the other word is in no official text


def test_no_text_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build.main([str(tmp_path), "-o", str(tmp_path)])
    assert "no text found" in capsys.readouterr().err
