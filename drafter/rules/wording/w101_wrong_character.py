"""疑似错字：读音或字形相近、换一个字就通顺得多的地方。

由随程序发布的公文用字统计判断：这里的字与前后文很少连用，而把它换成音近或形近的另一个字，就成了公文里常见的说法。
同一个错在全文只报一次，后面列出其余各处。
判断靠统计，不靠词表，缺省只报把握很大的；想多看一些用 `--more-hints`。
本单位往年报告里写过的说法、`drafter.toml` 里 `vocabulary.accept` 的词、机关名称和书名号里的题名不报。
改正以前请对照原意，不自动改。
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.diagnostic import Edit, Fix, Related, Safety, Severity
from drafter.model.facts import Facts, Suspect
from drafter.rules.base import Bad, Finding, Good, Rule


def check(facts: Facts) -> Iterator[Finding]:
    """One finding a suspected pair; places that a word list already speaks of are left to it."""
    for suspect in facts.suspects:
        if not any(m.span.overlaps(suspect.span) for m in facts.matches if m.code.startswith("W")):
            yield _finding(suspect)


def _finding(suspect: Suspect) -> Finding:
    places = (suspect.span, *suspect.others)
    count = f"，全文共{len(places)}处" if suspect.others else ""
    return Finding(
        suspect.span,
        f"“{suspect.wrong}”疑为“{suspect.right}”{count}",
        tuple(Related(f"还有一处“{suspect.wrong}”", place) for place in suspect.others),
        fix=Fix(f"改为“{suspect.right}”", tuple(Edit(p, suspect.right) for p in places), Safety.UNSAFE),
    )


RULE = Rule(
    code="W101",
    name="wrong-character",
    severity=Severity.WARNING,
    summary="疑似音近、形近的错字",
    basis=("《出版物汉字使用管理规定》", "公文用字统计（docs/spelling.md）"),
    needs=("suspects",),
    check=check,
    reach="paragraph",
    examples=(
        Bad(text="规范答复文书，进一步提⟦身⟧公开质量。"),
        Bad(text="严格落实信息发布审核制度，切实维护群众合法⟦劝⟧益。"),
        Good(text="规范答复文书，进一步提升公开质量。"),
        Good(text="严格落实信息发布审核制度，切实维护群众合法权益。"),
    ),
)
