"""The divisions of China, the place that issued a text, its entry in places.yml, and the id that this proposes."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
import yaml

from scripts.__main__ import main
from scripts.check.places import check_places
from scripts.commands.place_proposal import PLACES, propose_id, propose_place
from scripts.model.archive import Archive
from scripts.model.glossary import Glossary
from scripts.model.policy import Bilingual, Place, Policy
from scripts.model.vocabulary import Level
from scripts.problems import CorpusError
from scripts.read.clean.decode import read_source
from scripts.read.corpus.place_file import ID_FORM, read_places
from scripts.read.places.find import FoundPlace, find_place
from scripts.read.places.named import read_named
from scripts.read.policy import read_policy
from scripts.text.division_names import KINDS, english_name, ids, parts
from scripts.text.divisions import FILE, STATE, Division, above, by_code, by_name, chain, divisions
from scripts.write.corpus.place_entries import PROPOSED, with_places
from tests.conftest import INVENTED, ROOT

LOT = """
110106 丰台区 Fengtai District|130500 邢台市 Xingtai|140400 长治市 Changzhi|140800 运城市 Yuncheng
141026 安泽县 Anze County|141082 霍州市 Huozhou|210102 和平区 Heping District|210123 康平县 Kangping County
210411 顺城区 Shuncheng District|230203 建华区 Jianhua District|320103 白下区 Baixia District
320802 清河区 Qinghe District|330110 余杭区 Yuhang District|330182 建德市 Jiande|330203 海曙区 Haishu District
330324 永嘉县 Yongjia County|330781 兰溪市 Lanxi|340702 铜官山区 Tongguanshan District|350603 龙文区 Longwen District
361123 玉山县 Yushan County|370521 垦利县 Kenli County|371302 兰山区 Lanshan District|371427 夏津县 Xiajin County
410185 登封市 Dengfeng|410306 吉利区 Jili District|410421 宝丰县 Baofeng County|411729 新蔡县 Xincai County
421002 沙市区 Shashi District|500231 垫江县 Dianjiang County|520422 普定县 Puding County|522422 大方县 Dafang County
522633 从江县 Congjiang County|610104 莲湖区 Lianhu District|610423 泾阳县 Jingyang County|610730 佛坪县 Foping County
620321 永昌县 Yongchang County|620902 肃州区 Suzhou District|622901 临夏市 Linxia|640105 西夏区 Xixia District
622926 东乡族自治县 Dongxiang Autonomous County
"""
"""Drawn by lot from another table of codes and names, that of github.com/andrewhoulbrook/cnid-validator."""
READINGS = """
六安市 Lu'an|蚌埠市 Bengbu|乐清市 Yueqing|重庆市 Chongqing|厦门市 Xiamen|台州市 Taizhou|丽水市 Lishui|铅山县 Yanshan County
洪洞县 Hongtong County|番禺区 Panyu District|东阿县 Dong'e County|大埔县 Dabu County|六合区 Luhe District
莘县 Shenxian County|歙县 Shexian County|黟县 Yixian County|郫都区 Pidu District|筠连县 Junlian County
荥经县 Yingjing County|荥阳市 Xingyang|蔚县 Yuxian County|尉犁县 Yuli County|乐亭县 Laoting County
涡阳县 Guoyang County|无为市 Wuwei|柞水县 Zhashui County|吕梁市 Lüliang|陕西省 Shaanxi Province|山西省 Shanxi Province
呼和浩特市 Hohhot|乌鲁木齐市 Urumqi|拉萨市 Lhasa|喀什地区 Kashi Prefecture|日喀则市 Xigaze|鄂尔多斯市 Ordos
哈尔滨市 Harbin|齐齐哈尔市 Qiqihar|内蒙古自治区 Inner Mongolia Autonomous Region|西藏自治区 Xizang Autonomous Region
香港特别行政区 Hong Kong Special Administrative Region|澳门特别行政区 Macao Special Administrative Region
碑林区 Beilin District|峰峰矿区 Fengfeng Mining District|神农架林区 Shennongjia Forestry District
浦东新区 Pudong New Area|科尔沁左翼中旗 Horqin Left Wing Middle Banner|鄂温克族自治旗 Ewenki Autonomous Banner
积石山保安族东乡族撒拉族自治县 Jishishan Bonan, Dongxiang and Salar Autonomous County
"""
"""Names that are read, written or put into English otherwise than their characters alone would have it."""
BODIES = (
    ("绵阳市游仙区人民政府", "510704"),
    ("中共济南市委", "370100"),
    ("济南市市场监督管理局", "370100"),
    ("吉林省人民政府办公厅", "220000"),
    ("吉林市人民政府", "220200"),
    ("广西壮族自治区市场监督管理局", "450000"),
    ("内蒙古自治区鄂尔多斯市东胜区人民政府", "150602"),
    ("上海市浦东新区人民政府", "310115"),
    ("重庆市江北区人民政府", "500105"),
    ("仙桃市人民政府", "429004"),
    ("延边朝鲜族自治州人民政府", "222400"),
    ("贵州省黔东南苗族侗族自治州凯里市人民政府", "522601"),
    ("科尔沁右翼前旗人民政府", "152221"),
    ("朝阳市朝阳县人民政府", "211321"),
    ("北京市朝阳区市场监督管理局", "110105"),
    ("福州市鼓楼区人民政府", "350102"),
    ("江苏省徐州市鼓楼区质量强区工作领导小组", "320302"),
    ("襄樊市襄阳区人民政府", "420607"),
    ("喀什地区行政公署", "653100"),
    ("国家税务总局济南市税务局", "370100"),
    ("政协杭州市委员会", "330100"),
    ("广州市第十六届人民代表大会常务委员会", "440100"),
    ("济南高新技术产业开发区管理委员会", "370100"),
    ("苏州工业园区管理委员会", "320500"),
    ("南京市江北新区管理委员会", "320100"),
    ("河北雄安新区管理委员会", "130000"),
    ("陕西省西咸新区开发建设管理委员会", "610000"),
    ("国务院办公厅", STATE.code),
    ("财政部", STATE.code),
    ("国家市场监督管理总局", STATE.code),
    ("最高人民法院", STATE.code),
    ("省委宣传部", ""),
    ("区应急管理部", ""),
    ("质量强区领导小组办公室", ""),
)
"""Bodies as heads and feet print them, with the one division that they name; none where they name none."""


def named_rows(rows: str) -> list[tuple[str, ...]]:
    return [tuple(row.split(" ")) for line in rows.split("\n") for row in line.split("|") if row]


def read(text: str) -> Policy:
    return read_policy(read_source(text.encode(), "text"))[0]


def notice(issuer: str, day: str = "2021年3月2日", number: str = "", body: str = "抓好落实。") -> str:
    """Return a notice in the shape that offices print."""
    head = f"{issuer}关于开展质量提升行动的实施意见\n" + (f"{number}\n" if number else "")
    return f"{head}各有关单位：\n一、总体要求\n{body}\n二、主要任务\n抓好落实。\n{issuer}\n{day}\n"


def found(text: str, policy_id: str = "") -> FoundPlace:
    return find_place(read(text), policy_id)


def test_the_table_has_the_divisions_that_the_state_counts() -> None:
    present = Counter(division.rank for division in divisions() if not division.is_past)
    assert (present[1], present[2]) == (34, 333)
    assert 2840 <= present[3] <= 2855
    assert FILE.stat().st_size < 150_000


def test_every_division_is_in_one_that_its_code_names_and_was_there_with_it() -> None:
    for division in divisions()[1:]:
        holder = above(division)
        assert holder
        assert division.code.startswith(holder.code.rstrip("0")) or holder == STATE
        assert holder.since <= division.until
        assert division.since <= holder.until
        assert chain(division)[-1] == STATE
        assert parts(division.name).kind in KINDS


def test_a_code_and_a_name_stand_once_and_years_are_in_order() -> None:
    assert max(Counter((each.code, each.name) for each in divisions()).values()) == 1
    assert all(each.since <= each.until for each in divisions())
    for same in by_code().values():
        assert sum(not each.is_past for each in same) <= 1


def test_every_division_has_an_id_of_its_own_that_places_yml_takes() -> None:
    assert len(set(ids().values())) == len(divisions()) == len(ids())
    assert all(re.fullmatch(ID_FORM[0], own) for own in ids().values())


@pytest.mark.parametrize(
    ("name", "own"), [("济南市", "jinan"), ("游仙区", "mianyang-youxian"), ("吉林市", "jilin-city")]
)
def test_an_id_is_as_short_as_it_can_be(name: str, own: str) -> None:
    assert [ids()[each] for each in by_name()[name]] == [own]


def test_places_of_one_name_have_the_place_above_in_their_ids() -> None:
    assert {ids()[each] for each in by_name()["朝阳区"]} == {"beijing-chaoyang", "changchun-chaoyang"}
    assert ids()[by_name()["朝阳市"][0]] == "chaoyang"


def test_codes_names_and_english_are_those_of_another_source() -> None:
    for code, name, *english in named_rows(LOT):
        (division,) = (each for each in by_code()[code] if each.name == name)
        assert english_name(division) == " ".join(english)


def test_names_that_are_read_otherwise_have_their_own_english() -> None:
    for name, *english in named_rows(READINGS):
        assert {english_name(each) for each in by_name()[name]} == {" ".join(english)}


def test_the_places_of_the_archive_have_the_english_that_is_proposed() -> None:
    places, _ = read_places(ROOT / PLACES, PLACES)
    for place in places.values():
        assert {english_name(each) for each in by_name()[place.name.zh]} == {place.name.en}


@pytest.mark.parametrize(("body", "code"), BODIES, ids=[body for body, _ in BODIES])
def test_a_body_names_its_place(body: str, code: str) -> None:
    assert [each.code for each in read_named(body).divisions] == ([code] if code else [])


def test_a_zone_is_said_beside_the_place_that_holds_it() -> None:
    named = read_named("济南高新技术产业开发区管理委员会")
    assert (named.zone, named.words) == ("高新技术产业开发区", "济南高新技术产业开发区")
    assert read_named("上海市浦东新区人民政府").zone == ""


def test_the_issuers_name_the_place_and_not_what_the_title_is_about() -> None:
    text = "国务院办公厅关于湖北省有关事项的复函\n湖北省人民政府：\n一、原则同意。\n国务院办公厅\n2021年3月2日\n"
    assert found(text).division == STATE


def test_without_issuers_the_title_names_the_place() -> None:
    place = found(
        "临沂市质量促进条例\n第一章 总则\n第一条 为了促进质量，制定本条例。\n第二条 本条例自公布之日起施行。\n"
    )
    assert (place.division, place.ground, place.words) == (by_name()["临沂市"][0], "title", "临沂市")


@pytest.mark.parametrize(
    ("number", "body", "policy_id", "code"),
    [
        ("", "南京市鼓楼区各单位要抓好落实。", "", "320106"),
        ("榕鼓政〔2021〕3号", "全区各单位要抓好落实，对标福州市标准，服务福州发展。", "", "350102"),
        ("", "全区各单位要抓好落实。", "kaifeng-gulou-2021", "410204"),
        ("徐鼓政发〔2021〕3号", "全区各单位要抓好落实。", "", "320302"),
    ],
    ids=["the text names the city", "it names it twice", "the id does", "the number begins with it"],
)
def test_of_places_of_one_name_the_other_words_decide(number: str, body: str, policy_id: str, code: str) -> None:
    division = found(notice("鼓楼区人民政府", number=number, body=body), policy_id).division
    assert division is not None
    assert division.code == code


def test_of_places_of_one_name_none_is_taken_where_nothing_decides() -> None:
    place = found(notice("鼓楼区人民政府", body="学习南京经验。"))
    assert place.division is None
    assert [each.code for each in place.divisions] == ["320106", "320302", "350102", "410204"]


@pytest.mark.parametrize(("day", "code"), [("2009年3月2日", "341400"), ("2015年3月2日", "340181")])
def test_the_year_decides_between_what_a_name_meant(day: str, code: str) -> None:
    division = found(notice("巢湖市人民政府", day)).division
    assert division is not None
    assert division.code == code


def test_a_text_in_traditional_characters_names_its_place_too() -> None:
    text = "濟南市人民政府關於開展質量提升行動的實施意見\n各有關單位：\n一、總體要求\n抓好落實，壓實責任。\n"
    assert found(text + "濟南市人民政府\n2021年3月2日\n").division == by_name()["济南市"][0]


def test_bodies_of_two_places_leave_it_open() -> None:
    text = "四川省人民政府 重庆市人民政府关于推进川渝质量合作的意见\n一、要求\n抓好落实。\n"
    text += "四川省人民政府\n重庆市人民政府\n2021年3月2日\n"
    assert [each.name for each in found(text).divisions] == ["四川省", "重庆市"]


def test_an_id_names_the_place_only_where_the_text_does() -> None:
    assert found("一、要求\n全市（济南市）抓好落实。\n", "jinan-2018").division == by_name()["济南市"][0]
    assert found("一、要求\n全市抓好落实。\n", "jinan-2018").divisions == ()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A root with the invented corpus alone."""
    shutil.copytree(INVENTED / "corpus", tmp_path / "corpus")
    return tmp_path


def test_missing_places_are_entered_with_all_above_them(corpus: Path) -> None:
    place = propose_place(read(notice("绵阳市游仙区人民政府")), "youxian-2021", corpus)
    assert [(each.id, each.level, each.within) for each in place.missing] == [
        ("sichuan", Level.PROVINCE, "cn"),
        ("mianyang", Level.CITY, "sichuan"),
        ("mianyang-youxian", Level.DISTRICT, "mianyang"),
    ]
    text = (corpus / PLACES).read_text(encoding="utf-8")
    (corpus / PLACES).write_text(with_places(text, place.missing), encoding="utf-8")
    places, file = read_places(corpus / PLACES, PLACES)
    assert file.problems == []
    assert list(places) == ["cn", "lanting", "sichuan", "moxiang", "mianyang", "yunting", "mianyang-youxian"]
    again = propose_place(read(notice("绵阳市游仙区人民政府")), "youxian-2021", corpus)
    assert (again.id, again.missing) == ("mianyang-youxian", ())


def test_what_is_added_changes_no_other_line() -> None:
    text = (ROOT / PLACES).read_text(encoding="utf-8")
    name = Bilingual("积石山保安族东乡族撒拉族自治县", "Jishishan Bonan, Dongxiang and Salar Autonomous County")
    more = with_places(text, [Place("jishishan", name, Level.DISTRICT, "cn")])
    assert [line for line in more.splitlines() if line in text.splitlines()] == [
        *text.splitlines(),
        "  level: district",
        "  within: cn",
    ]
    assert yaml.safe_load(more)[-1]["name"]["en"] == name.en
    assert more.count(PROPOSED) == 1


@pytest.mark.parametrize(
    "text", ["", "# Places.\n", "- id: cn", "- {id: cn, name: {zh: 中国, en: China}, level: state}\n"]
)
def test_an_entry_is_added_to_any_file(text: str) -> None:
    more = with_places(text, [Place("jilin", Bilingual("吉林省", "Jilin Province"), Level.PROVINCE, None)])
    assert yaml.safe_load(more)[-1]["id"] == "jilin"


def test_a_name_that_another_place_has_as_its_id_gets_the_place_above(corpus: Path) -> None:
    file = corpus / PLACES
    file.write_text(file.read_text(encoding="utf-8").replace("moxiang", "jinan"), encoding="utf-8")
    assert propose_place(read(notice("济南市人民政府")), "", corpus).id == "shandong-jinan"


def test_an_uncertain_place_is_that_of_the_id_and_the_candidates_are_said(corpus: Path) -> None:
    place = propose_place(read(notice("鼓楼区人民政府")), "moxiang-2021", corpus)
    assert (place.id, place.missing) == ("moxiang", ())
    assert place.remark.startswith("one of 江苏省南京市鼓楼区; 江苏省徐州市鼓楼区; 福建省福州市鼓楼区; ")


def test_a_list_of_places_that_cannot_be_read_stays_as_it_is(corpus: Path) -> None:
    (corpus / PLACES).write_text("- [\n", encoding="utf-8")
    place = propose_place(read(notice("济南市人民政府")), "jinan-2021", corpus)
    assert (place.id, place.missing, place.remark) == ("", (), f"{PLACES} has faults; mend it")


def test_an_id_is_proposed_where_place_and_year_are_certain(corpus: Path) -> None:
    assert propose_id(read(notice("济南市人民政府")), corpus) == "jinan-2021"
    with pytest.raises(CorpusError, match=r"which place issued it .*; give place and year, such as --id jinan-2018"):
        propose_id(read(notice("鼓楼区人民政府")), corpus)
    with pytest.raises(CorpusError, match="in which year it was issued"):
        propose_id(read("临沂市质量促进条例\n第一条 促进质量。\n第二条 施行。\n"), corpus)
    (corpus / "corpus/policies/jinan-2021").mkdir()
    with pytest.raises(CorpusError, match=r"jinan-2021 is there already; .*--id jinan-food-2021"):
        propose_id(read(notice("济南市人民政府")), corpus)


def test_new_enters_the_place_together_with_the_folder(corpus: Path) -> None:
    file = corpus / "raw.txt"
    file.write_text(notice("济南市人民政府"), encoding="utf-8")
    assert main(["new", str(file)], corpus) == 0
    drafted = (corpus / "corpus/policies/jinan-2021/policy.yml").read_text(encoding="utf-8")
    assert yaml.safe_load(drafted)["place"] == "jinan"
    assert "山东省济南市, by the issuer: 济南市" in drafted
    places, _ = read_places(corpus / PLACES, PLACES)
    assert (places["jinan"].within, places["shandong"].within) == ("shandong", "cn")


def test_new_without_an_id_says_why_it_needs_one(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, before = corpus / "raw.txt", (corpus / PLACES).read_bytes()
    file.write_text("一、要求\n抓好落实。\n", encoding="utf-8")
    assert main(["new", str(file)], corpus) == 2
    assert "--id: [id] is needed, for the text does not say" in capsys.readouterr().err
    assert (corpus / PLACES).read_bytes() == before


def test_new_says_which_entries_it_made(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = corpus / "raw.txt"
    file.write_text(notice("济南市人民政府"), encoding="utf-8")
    assert main(["new", str(file)], corpus) == 0
    assert "has a new entry: 济南市, Jinan; check the English name" in capsys.readouterr().out


def archive_of(*places: Place) -> Archive:
    return Archive((), Glossary(places={place.id: place for place in places}))


CN = Place("cn", Bilingual("中国", "China"), Level.STATE, None)
SHANDONG = Place("shandong", Bilingual("山东省", "Shandong Province"), Level.PROVINCE, "cn")


def test_a_place_is_of_the_level_and_in_the_place_that_its_name_says() -> None:
    name = Bilingual("济南市", "Jinan")
    assert not list(check_places(archive_of(CN, SHANDONG, Place("jinan", name, Level.CITY, "shandong"))))
    for level, within, words in (
        (Level.DISTRICT, "shandong", "by its name it is city"),
        (Level.CITY, "cn", "let `within` name 山东省"),
        (Level.CITY, None, "is in nothing"),
    ):
        (problem,) = check_places(archive_of(CN, SHANDONG, Place("jinan", name, level, within)))
        assert (problem.rule, words in problem.message) == ("place", True)


def test_a_place_may_be_in_what_held_it_once() -> None:
    hubei = Place("hubei", Bilingual("湖北省", "Hubei Province"), Level.PROVINCE, "cn")
    xiangfan = Place("xiangfan", Bilingual("襄樊市", "Xiangfan"), Level.CITY, "hubei")
    district = Place("xiangyang", Bilingual("襄阳区", "Xiangyang District"), Level.DISTRICT, "xiangfan")
    assert not list(check_places(archive_of(CN, hubei, xiangfan, district)))


def test_the_years_of_a_division_count_to_their_ends() -> None:
    division = Division("370125", "济阳县", "Jiyang", until=2018)
    assert [division.was_there(year) for year in (2004, 2018, 2019)] == [True, True, False]
