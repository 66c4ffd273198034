"""正文里出现了别的镇、街道、县或局的名字，而且是当主语说自己的工作：多半是从别的单位的报告里抄来没有改。

乡镇、街道的报告提到别的乡镇、街道，一律提示；县、部门的报告只看“××县人民政府共收到……”一类说自己的话。
句首的名称和本机关只差一个字的，部门的报告句首写本地另一个局的，也提示。
“本报告由……编制”“现公布……年报”“……现将……公开”“……未收取信息处理费”是说自己，写了别的机关一律报；
部门的报告里，句首是另一个局的党组、领导班子的，也报。
改法：改成本机关的名称，并核对这一段的内容是不是本机关的事。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from drafter.model.diagnostic import Related, Severity
from drafter.model.facts import Facts
from drafter.model.span import Span
from drafter.rules.base import Bad, Finding, Good, Rule
from drafter.rules.form.basis import sentence_of
from drafter.rules.leftovers.names import core, holds, is_own, town_in_short
from drafter.rules.leftovers.subjects import subjects

_GENERIC = re.compile(
    r"[我本该度]|围绕|^[各全每两三多所某其上下有无等新老]|^(?:县|区|市|省|相关|有关|其他|所属|辖区|周边|兄弟|先进|特色|美丽|文明|重点|全部|明确|加强|落实|完善|深化|推动|组织|建立|健全|依托|结合|提升|强化|优化|促进|服务|立足|开展|做好|推进|围绕|通过|利用|发挥|根据|按照|纳入|提高|规范|聚焦|直属|职能|牵头|责任|主管|联合|会同|成员|被|小城|建制|中心)|^[对向为在把由从与和以按经给让请](?:街道|乡|镇|局)$"
    r"|(?:乡镇|城镇|村镇|集镇|小镇|古镇|重镇|强镇|市镇|家乡|故乡|下乡|返乡|城乡|山乡|水乡|全局|大局|格局|布局|结局|当局|开局|党委|常委|县委|市委|区委|省委|政委|纪委|园区|社区|地区|片区|景区|辖区|城区|小区|山区|灾区|库区|专区|特区|街区|厂区|校区|老区|我县|全县|该县)$"
)

_SELF = re.compile("[我本][局委厅]|本机关|本单位")
_GENERIC_ALL = re.compile("[我本该]|^[各全]|局(?:机关|属)|、")
_OFFICE_TAIL = re.compile("(?:人民政府|政府|办事处)$")
_BODY = {
    "township": r"(?:镇|乡|街道)(?:人民政府|政府|办事处)?",
    "subdistrict": r"(?:镇|乡|街道)(?:人民政府|政府|办事处)?",
    "government": r"(?:县|市|区)(?:人民政府|政府)",
    "department": r"(?:局|委员会|厅)",
}


def check(facts: Facts) -> Iterator[Finding]:
    """Names of other bodies of the agency's own kind."""
    found = (*_mentioned(facts), *_introduced(facts))
    yield from {f.span: f for f in found}.values()


def _introduced(facts: Facts) -> Iterator[Finding]:
    """Where the report says whose it is: 由……编制, 现公布……2024年, ……未收取信息处理费."""
    for view in facts.prose.views:
        for found in (m for pattern in _introducing(facts.report.kind) for m in pattern.finditer(view.text)):
            key = str(found.lastgroup)
            if re.search(r"\s", view.span(*found.span(key)).of(facts.text)):
                continue  # a heading and the name behind it
            if not _GENERIC_ALL.search(found[key]) and not _own_in_short(facts, found[key]):
                yield _finding(facts, view.span(*found.span(key)), found[key], certain=True)


@lru_cache(maxsize=8)
def _introducing(kind: str) -> tuple[re.Pattern[str], ...]:
    """Where a report of an agency of a kind says whose it is, the name in a group."""
    body = _BODY.get(kind)
    if body is None:
        return ()
    name = rf"[\u4e00-\u9fa5]{{2,20}}?{body}"
    pattern = re.compile(
        rf"报告由(?P<by>{name})(?=(?:办公室)?(?:根据|依据|依照|按照|编制|编写|汇总))"
        rf"|现(?:将|公布|向社会公布)(?P<published>{name})(?=20\d\d年度?政府信息公开)"
        rf"|反映了?(?P<told>{name})(?=20\d\d年)"
        rf"|(?:(?<=年)(?!度)|(?<=年度))(?P<fee>{name})(?=(?:未|没有)收取)"
    )
    opening = re.compile(
        rf"[，。；：）](?P<now>{name})(?=现(?:将|公布|予以|向社会)[^。；]{{0,30}}(?:公开|报告|年报)"
        rf"|(?:特|组织|负责)?编制(?:了|并|本|完成)?[^，。；]{{0,20}}报告)"
        + (rf"|[，。；：）](?P<party>{name})(?=党组|党委|领导班子)" if kind == "department" else "")
    )
    return pattern, opening


def _own_in_short(facts: Facts, name: str) -> bool:
    """Whether a name is the agency's, whichever of the two is written in short."""
    bare, own = (_OFFICE_TAIL.sub("", n) for n in (name, facts.agency))
    if core(bare) and core(own):
        return town_in_short(core(own), core(bare))
    without_place = re.split("[省市县区旗州](?=.)", own)[-1]
    return is_own(facts, bare) or holds(bare, without_place)


def _mentioned(facts: Facts) -> Iterator[Finding]:
    """Other bodies that are the subject of work done."""
    for view in facts.prose.views:
        for named in subjects(view.text, facts.report.kind, facts.agency):
            if not named.slip and (
                _GENERIC.search(named.name) or is_own(facts, named.name) or _ends_own(facts, named.name)
            ):
                continue
            if len(view.span(named.start, named.start + len(named.name)).of(facts.text).splitlines()) > 1:
                continue  # a heading and the name below it
            if named.placed and _SELF.search(sentence_of(view.text, named.start, named.end)):
                continue  # what another bureau did for this one
            certain = named.certain and facts.report.kind != "department"
            shown = view.text[named.start : named.end]
            yield _finding(facts, view.span(named.start, named.end), shown, certain=certain)


def _ends_own(facts: Facts, name: str) -> bool:
    own = core(facts.agency)
    return bool(own) and name.endswith(own)


def _finding(facts: Facts, span: Span, shown: str, *, certain: bool) -> Finding:
    title = (Related("报告的机关", facts.report.agency_span),) if facts.report.agency_span else ()
    return Finding(
        span,
        f"报告是{facts.agency}的，这里写“{shown}”；请核对是不是从别处抄来",
        title,
        expected=facts.agency,
        actual=shown,
        severity=None if certain else Severity.WARNING,
    )


RULE = Rule(
    code="L201",
    name="another-agency",
    severity=Severity.ERROR,
    summary="没有把别的机关当作自己",
    basis=("国办公开办函〔2021〕30号",),
    needs=("agency", "sections"),
    check=check,
    reach="paragraph",
    examples=(
        Bad(sections={"overview": "2024年，⟦白鹭镇⟧认真贯彻《条例》，公开信息126条。"}),
        Bad(sections={"overview": "2024年，青石镇认真贯彻《条例》。⟦白鹭镇人民政府⟧未收到政府信息公开申请。"}),
        Bad(
            sections={"overview": "2024年，⟦临川县人民政府⟧共收到政府信息公开申请5件。"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Bad(preamble="根据《条例》规定，现公布⟦白鹭镇⟧2024年政府信息公开工作年度报告。"),
        Bad(sections={"overview": "2024年，⟦白鹭镇⟧以党的二十大精神为指引，公开信息126条。"}),
        Bad(
            preamble="本报告由⟦云溪县教育局⟧按照《条例》要求编制。",
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"other": "2024年⟦县审计局⟧没有收取信息处理费。"},
            title="云溪县财政局2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={
                "overview": "2024年，⟦下马石镇党委⟧、政府高度重视政府信息公开工作。",
                "other": "没有收取信息处理费。",
            },
            title="云溪县上马石镇人民政府2024年政府信息公开工作年度报告",
        ),
        Bad(
            preamble="本报告由⟦三河瑶族乡人民政府⟧按照《条例》编制。",
            sections={"overview": "2024年，本机关公开信息126条。", "other": "没有收取信息处理费。"},
            title="云溪县三河口瑶族乡人民政府2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"problems": "主要问题：更新偏慢。下一步，⟦云汐县⟧将紧盯重点领域。"},
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"overview": "2024年，⟦云溪县水务局⟧围绕中心工作，公开信息126条。"},
            title="云溪县住房和城乡建设局2024年政府信息公开工作年度报告",
        ),
        Bad(
            preamble="根据《条例》编制本报告，反映⟦白鹭镇⟧2024年度政府信息公开工作情况。",
        ),
        Bad(
            sections={"overview": "2024年，⟦县教育局⟧主动公开信息12条。⟦县审计局⟧高度重视公开工作。"},
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Bad(
            sections={"overview": "2024年，⟦临川海关⟧公开信息12条。"},
            title="中华人民共和国云溪海关2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={
                "overview": "规范信息发布。对镇专栏全面检查，更正链接7处。",
                "other": "本年度镇政府未收取信息处理费。",
            }
        ),
        Good(
            sections={"other": "本年度市局未收取信息处理费。"},
            title="云溪市市场监督管理局2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"overview": "2024年，云溪海关公开信息12条。全国海关高度重视公开工作，各直属海关积极配合。"},
            title="中华人民共和国云溪海关2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={
                "overview": "2024年，县直各局高度重视公开工作。县司法局受理涉及我局的复议2件，县民政局公开信息9条。"
            },
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Bad(
            preamble="根据《条例》规定，⟦云溪县教育局⟧现将2024年度政府信息公开工作年度报告公布如下。",
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Bad(
            preamble="按照《条例》和上级要求，⟦白鹭镇人民政府⟧编制了2024年政府信息公开工作年度报告。",
        ),
        Bad(
            sections={"overview": "加强领导。⟦县水利局⟧党组每半年听取一次汇报。"},
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Good(
            preamble="根据《条例》规定，云溪县民政局现将2024年政府信息公开工作年度报告公布如下。",
            sections={
                "overview": "县民政局党组听取一次汇报。\n（五）监督保障情况\n局党组会议、各科室、我局党组专题研究。"
            },
            title="云溪县民政局2024年政府信息公开工作年度报告",
        ),
        Good(
            preamble="本报告由三河口乡人民政府按照《条例》编制，反映三河口瑶族乡2024年度政府信息公开工作情况。",
            sections={
                "overview": "2024年，三河口瑶族乡围绕中心工作，会同上游的三江口瑶族乡发布水情。",
                "other": "没有收取信息处理费。",
            },
            title="云溪县三河口瑶族乡人民政府2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={
                "overview": "2024年，云溪县审计局按照计划对我局公开工作进行了审计。2024年，县住建局围绕中心工作抓公开。"
            },
            title="云溪县住房和城乡建设局2024年政府信息公开工作年度报告",
        ),
        Good(),
        Good(sections={"overview": "2024年，青石镇紧紧围绕镇党委、政府中心工作，公开信息126条。"}),
        Good(
            preamble="本报告由县人社局办公室按照《条例》要求编制。现公布云溪县人力资源和社会保障局2024年政府信息公开情况。",
            sections={"other": "2024年县人社局没有收取信息处理费。"},
            title="云溪县人力资源和社会保障局2024年政府信息公开工作年度报告",
        ),
        Good(
            preamble="本报告由市医疗保障局根据《条例》编制。",
            title="云溪市医保局2024年政府信息公开工作年度报告",
        ),
        Good(
            preamble="本报告由云溪县人民政府办公室汇总各部门年度报告编制。",
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Good(
            preamble="本报告由白鹭市云溪县人民政府办公室编制。",
            title="云溪县人民政府2024年政府信息公开工作年度报告",
        ),
        Good(sections={"overview": "2024年，云溪县青石镇认真贯彻《条例》，各乡镇、全镇上下协同，推进城镇建设。"}),
        Good(
            sections={"overview": "（一）主动公开\n县教体局主动公开信息126条。"},
            title="云溪县教体局2024年政府信息公开工作年度报告",
        ),
        Good(
            sections={"overview": "2024年，县教体局认真贯彻《条例》，会同县财政局公开决算。全局上下坚持公开为常态。"},
            title="云溪县教育体育局2024年政府信息公开工作年度报告",
        ),
    ),
)
