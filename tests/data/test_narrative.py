"""templates/narrative: rows are validated with file and line, every template can be filled."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest

from drafter.compose.assemble import Request, _figures, _words
from drafter.compose.scribe import Scribe
from drafter.data.form import form_for
from drafter.data.narrative import load_narrative, read_narrative
from drafter.model.narrative import AGENCY_KINDS
from drafter.model.problem import BadData
from drafter.model.report import SUBSECTION_KINDS
from tests.support.make_drafts import AGENCIES, agency
from tests.support.make_figures import figures


def read(tmp_path: Path, rows: str) -> None:
    path = tmp_path / "a.toml"
    path.write_text(rows, encoding="utf-8")
    read_narrative((path,))


SENTENCE = '[[sentence]]\ntopic = "t"\nrole = "{role}"\ntext = ["{text}"]\n'


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ('section = "第一"\n', "section 应当是"),
        ('section = "other"\ntopic = "x"\n', "不认识的键"),
        ('section = "other"\n' + SENTENCE.format(role="真", text="好。"), "a.toml:5: role"),
        ('section = "other"\n' + SENTENCE.format(role="fact", text="【好。"), "a.toml:5: 【 与 】 不成对"),
        ('section = "other"\n' + SENTENCE.format(role="fact", text="{{ year }年"), "不成对"),
        ('section = "other"\n' + SENTENCE.format(role="confirm", text="做了【请填写：几】次。"), "整句放进"),
        ('section = "other"\n' + SENTENCE.format(role="fact", text="好。") + 'kinds = ["city"]\n', "city"),
        ('section = "problems"\n[[pair]]\ntopic = "t"\nproblem = ["慢"]\n', "improvement"),
    ],
)
def test_mistakes_are_named_with_their_line(tmp_path: Path, rows: str, said: str) -> None:
    with pytest.raises(BadData) as caught:
        read(tmp_path, rows)
    assert said in str(caught.value)


def test_every_template_can_be_filled() -> None:
    """Every wording's condition comes true for some figures, and then all its texts can be written."""
    form = form_for(2025)
    narrative = load_narrative()
    left = [w for w in narrative.wordings if w.role != "unknown"]
    for seed in range(60):
        cells = figures(form, random.Random(seed), busy=0.7)
        if seed % 5 == 0:
            cells |= {"disclosure.regulations.made": Decimal(1), "disclosure.regulations.valid": Decimal(1)}
        request = Request(agency(AGENCIES[0]), 2025, form, cells, figures(form, random.Random(seed // 2 * 2), busy=0.7))
        scribe = Scribe(_words(request), _figures(request))
        ready = [w for w in left if scribe.holds(w.when, w.where)]
        assert all(scribe.knows(text, w.where) and scribe.write(text, w.where) for w in ready for text in w.texts)
        left = [w for w in left if w not in ready]
        for pair in narrative.pairs:
            assert not any(
                scribe.write(t, pair.where).endswith(("。", "；")) for t in (*pair.problems, *pair.improvements)
            )
    assert not [w.where for w in left]


def test_a_name_that_does_not_exist_is_named() -> None:
    request = Request(agency(AGENCIES[0]), 2025, form_for(2025), figures(form_for(2025), random.Random(1)))
    with pytest.raises(BadData, match="wrong_name"):
        Scribe(_words(request), _figures(request)).knows("{{ wrong_name }}件", "a.toml:1")


@pytest.mark.parametrize("kind", AGENCY_KINDS)
def test_every_kind_of_agency_has_something_to_say(kind: str) -> None:
    narrative = load_narrative()
    for section in ("preamble", "opening", *SUBSECTION_KINDS, "other"):
        assert narrative.section(section, kind)
    assert len([p for p in narrative.pairs if p.serves(kind)]) >= 14


def test_templates_cannot_reach_out() -> None:
    request = Request(agency(AGENCIES[0]), 2025, form_for(2025), figures(form_for(2025), random.Random(1)))
    scribe = Scribe(_words(request), _figures(request))
    with pytest.raises((BadData, Exception), match=r"unsafe|access|模板"):
        scribe.write("{{ short.__class__.__mro__[1].__subclasses__() }}", "a.toml:1")
