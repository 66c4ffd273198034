import subprocess
import sys
from pathlib import Path

import pytest

from drafter.analyse.spelling import SETTINGS, Speller, decision, tables
from drafter.model.problem import Problem
from tests.analyse.spelling.conftest import FOLDER

BAD = [
    ("全面贯切落实党中央、国务院决策部署。", "切", "彻"),
    ("严格按照法律法规的归定办理申请。", "归", "规"),
    ("进一步完善政府信息公开工作机治。", "治", "制"),
    ("各部们要高度重视，认真组织实施。", "们", "门"),
    ("依法保璋公民、法人和其他组织的合法权益。", "璋", "障"),
    ("建立建全监督管理工作责任制。", "建", "健"),
]
GOOD = [
    "本机关全年主动公开政府信息八十条，未收到政府信息公开申请。",
    "青杉镇人民政府认真落实上级部署，及时更新政务公开专栏。",
    "一是加强组织领导，二是健全工作机制，三是强化监督检查。",
    "联系电话：0000-1234567，电子邮箱：office@example.cn。",
    "",
    "\n\n",
]


def found(speller: Speller, text: str, **options: object) -> list[tuple[str, str]]:
    return [(s.wrong, s.right) for s in speller.suspects(text, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "wrong", "right"), BAD)
def test_wrong_characters_are_found_in_place(speller: Speller, text: str, wrong: str, right: str) -> None:
    suspects = speller.suspects(text)
    assert any(wrong in s.wrong and right in s.right for s in suspects), suspects
    for s in suspects:
        assert text[s.start : s.end] == s.wrong
        assert len(s.wrong) == len(s.right)
        assert SETTINGS.alerts <= s.score <= 1


@pytest.mark.parametrize("text", GOOD)
def test_clean_sentences_are_left_alone(speller: Speller, text: str) -> None:
    assert speller.suspects(text) == ()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("对我这门户网站进行检查。", ("这", "镇")),
        ("经我这主要领导审定后发布。", ("这", "镇")),
        ("按照我像党委安排，逐项落实。", ("像", "乡")),
        ("由我据办公室负责答复。", ("据", "局")),
    ],
)
def test_an_agency_that_slips_in_its_own_name(speller: Speller, text: str, pair: tuple[str, str]) -> None:
    assert found(speller, text) == [pair]


@pytest.mark.parametrize("text", ["我这里有三点意见。", "我这次汇报公开工作。", "我这个人办事认真。"])
def test_an_i_that_speaks_of_himself(speller: Speller, text: str) -> None:
    assert found(speller, text) == []


def test_only_the_nearly_certain_is_said_in_titles(speller: Speller) -> None:
    assert found(speller, "根据《关于加强政府信息公开工作的意间》办理。", threshold=0.0) != []
    for s in speller.suspects("根据《关于加强政府信息公开工作的意间》办理。", threshold=0.0):
        assert s.score >= SETTINGS.certain


def test_offsets_hold_behind_spaces_and_radicals(speller: Speller) -> None:
    text = "⼈⺠政府 2024 年工作：全面贯切落实党中央、国务院决策部署。"
    suspect = next(s for s in speller.suspects(text) if "切" in s.wrong)
    assert text[suspect.start : suspect.end] == suspect.wrong


def test_one_suspect_a_pair_with_its_places(speller: Speller) -> None:
    text = "全面贯切落实党中央决策部署。\n" * 3
    suspects = [s for s in speller.suspects(text) if "切" in s.wrong]
    assert len(suspects) == 1
    assert suspects[0].count == 3
    assert [text[start:end] for start, end in suspects[0].places] == [suspects[0].wrong] * 3
    assert suspects[0].places[0] == (suspects[0].start, suspects[0].end)


def test_what_is_accepted_named_or_a_title_is_left_alone(speller: Speller) -> None:
    text = "全面贯切落实党中央决策部署。"
    assert found(speller, text)
    assert not found(speller.with_accept(["贯切"]), text)
    assert not found(speller, text, names=["贯切落实"])


def test_what_past_texts_attest_is_left_alone(speller: Speller) -> None:
    text = "全面贯切落实党中央决策部署。"
    past = speller.with_past(["本单位全面贯切落实党中央决策部署，成效明显。"])
    assert not found(past, text)


def test_past_texts_teach_the_user_s_own_words(speller: Speller) -> None:
    past = speller.with_past(["青松镇便民服务中心设立“松小办”窗口，方便群众办事。"] * 3)
    assert ("送", "松") not in found(speller, "青送镇便民服务中心按时答复。")
    assert ("送", "松") in found(past, "青送镇便民服务中心按时答复。")
    assert not found(past, "青松镇便民服务中心设立“松小办”窗口。")


def test_a_lower_threshold_never_finds_less(speller: Speller) -> None:
    text = "各部们要高度重视。严格按照归定办理。搞好为民服物。"
    assert set(found(speller, text)) <= set(found(speller, text, threshold=SETTINGS.hints))
    assert SETTINGS.hints < SETTINGS.alerts


def test_words_of_the_segmentation_are_not_cut(speller: Speller) -> None:
    text = "全面贯切落实党中央决策部署。"
    (suspect,) = (s for s in speller.suspects(text) if "切" in s.wrong)
    whole = [(suspect.wrong, suspect.start)]
    assert found(speller, text, tokens=whole)


def test_nothing_but_arrays_is_loaded_at_run_time() -> None:
    code = (
        "import sys; from pathlib import Path; from drafter.analyse.spelling import Speller;"
        f"Speller.load(Path({str(FOLDER)!r})).suspects('各部们要高度重视。');"
        "print(sorted({'jieba', 'pypinyin', 'char_similar', 'rapidfuzz', 'spacy'} & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_folder_without_tables_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="official"):
        Speller.load(tmp_path)


@pytest.mark.parametrize("broken", ['{"features": ["another"]}', "{}", "[]", "not json"])
def test_a_decision_of_another_fit_is_said_plainly(tmp_path: Path, broken: str) -> None:
    (tmp_path / tables.FILE_NAME).symlink_to(FOLDER / tables.FILE_NAME)
    (tmp_path / decision.FILE_NAME).write_text(broken, encoding="utf-8")
    with pytest.raises(Problem, match="给别的版本做的") as raised:
        Speller.load(tmp_path)
    assert raised.value.kind == "resource"


@pytest.mark.parametrize(
    "text",
    [
        "举办警营开放活动六场，增进警民和谐。",
        "明确首审、复审、终审责任人，逐级签名。",
        "动物疫控中心采集样本，官方兽医驻场签证。",
        "人工增雪、消雹作业经空域批准后进行。",
        "落实渔排升级、退捕渔民帮扶和休渔期巡护。",
        "基本公卫经费按季拨付，师承人员出师考核公开。",
    ],
)
def test_words_of_the_departments_are_left_alone(speller: Speller, text: str) -> None:
    assert found(speller, text) == []


def test_a_slip_beside_a_word_of_the_departments_is_found(speller: Speller) -> None:
    assert found(speller, "落实终审责任，严格按照法律法规的归定办理。") == [("归", "规")]
