"""Hangul, kana and Han in Latin letters: scripts that are read a syllable at a time."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from shopkeeper.search.letters import table

# The parts of a syllable: U+1100 and on begin it, U+1161 and on are its vowel, U+11A8 and on end it.
_HANGUL: Final = {
    **table("".join(map(chr, range(0x1100, 0x1113))), "g kk n d tt r m b pp s ss _ j jj ch k t p h"),
    **table("".join(map(chr, range(0x1161, 0x1176))), "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"),
    **table("".join(map(chr, range(0x11A8, 0x11C3))), "k k k n n n t l k m l l l p l m p p t t ng t t k t p t"),
}
# As most bearers spell them.
_HANGUL_SURNAMES: Final = {
    "김": "kim", "이": "lee yi", "박": "park pak", "최": "choi", "정": "jung jeong chung", "조": "cho jo",
    "임": "lim im", "오": "oh", "안": "ahn an", "신": "shin", "유": "yoo yu", "류": "ryu yoo", "노": "noh roh",
    "주": "joo ju", "우": "woo", "권": "kwon", "강": "kang", "고": "ko go", "구": "koo gu", "윤": "yoon yun",
    "장": "jang chang", "전": "jeon jun", "문": "moon mun", "배": "bae", "백": "baek paik", "서": "seo suh",
    "송": "song", "심": "shim sim", "양": "yang", "한": "han", "허": "heo hur", "홍": "hong", "황": "hwang",
    "남": "nam", "곽": "kwak", "차": "cha", "성": "sung", "손": "son sohn", "엄": "um eom", "원": "won",
    "천": "chun cheon", "방": "bang", "공": "kong", "현": "hyun", "변": "byun", "여": "yeo", "추": "choo", "도": "do",
    "석": "seok suk", "선": "sun", "설": "seol", "마": "ma", "길": "gil", "연": "yeon", "위": "wi", "표": "pyo",
    "명": "myung", "기": "ki", "반": "ban", "라": "ra", "왕": "wang", "금": "keum", "옥": "ok", "육": "yook",
    "인": "in", "맹": "maeng", "제": "je", "모": "mo", "탁": "tak", "국": "kook", "은": "eun", "편": "pyeon",
    "용": "yong", "지": "ji chi", "채": "chae", "진": "jin", "함": "ham", "봉": "bong", "하": "ha", "민": "min",
    "나": "na",
}  # fmt: skip
# Sounds that bearers of a name spell in another way than the official one: Hyun-joo Young-hee Kyung-soo.
_HANGUL_USUAL: Final = (
    ("^geu", "keu"), ("^gy", "ky"), ("^gw", "kw"), ("^gi", "ki"), ("^gu", "koo"), ("^yeong", "young"),
    ("yeong", "yung"), ("hyeon", "hyun"), ("(?<![yw])eo(?=ng|n|k)", "u"), ("^u", "woo"), ("ui", "ee"), ("^i$", "lee"),
    ("(?<=[sjhm])u(?=n?$)", "oo"),
)  # fmt: skip

_KANA: Final = table(
    "あいうえおかきくけこがぎぐげごさしすせそざじずぜぞたちつてとだぢづでどなにぬねのはひふへほばびぶべぼぱぴぷぺぽ"
    "まみむめもやゆよらりるれろわゐゑをんゔぁぃぅぇぉゃゅょゎ",
    "a i u e o ka ki ku ke ko ga gi gu ge go sa shi su se so za ji zu ze zo ta chi tsu te to da ji zu de do"
    " na ni nu ne no ha hi fu he ho ba bi bu be bo pa pi pu pe po ma mi mu me mo ya yu yo ra ri ru re ro"
    " wa i e o n vu a i u e o ya yu yo wa",
)  # fmt: skip

# Read otherwise in a surname, and two characters that are one surname.
_HAN_SURNAMES: Final = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "区": "ou", "區": "ou", "查": "zha",
    "朴": "park", "盖": "ge", "乐": "yue", "樂": "yue", "覃": "qin", "翟": "zhai", "尉": "yu", "黑": "he",
    "缪": "miao", "繆": "miao", "欧阳": "ouyang", "歐陽": "ouyang", "司马": "sima", "司馬": "sima",
    "上官": "shangguan", "诸葛": "zhuge", "諸葛": "zhuge", "夏侯": "xiahou", "皇甫": "huangfu", "尉迟": "yuchi",
    "令狐": "linghu", "慕容": "murong", "司徒": "situ", "端木": "duanmu",
}  # fmt: skip


def hangul(word: str) -> list[str]:
    """A Korean name: its surname as bearers spell it, the given name officially and as bearers spell it."""
    whole = [char for char in word if "가" <= char <= "힣"]
    family = _HANGUL_SURNAMES.get(whole[0], "").split()
    if len(whole) == 1:
        return [*family, _official(whole[0])]
    given = whole[1:] if family and len(whole) > 2 else whole
    official = [_official(char) for char in given]
    usual = [_usual(sound) for sound in official]
    apart = dict.fromkeys((*official[1:], *usual[1:])) if len(given) < 4 else {}
    return [*family[:2], "".join(official), "".join(usual), *apart]


def _official(syllable: str) -> str:
    return "".join(_HANGUL[part] for part in unicodedata.normalize("NFD", syllable))


def _usual(sound: str) -> str:
    for official, usual in _HANGUL_USUAL:
        sound = re.sub(official, usual, sound)
    return sound


def kana(word: str) -> list[str]:
    """Kana as Hepburn writes it, without its long vowels and with them."""
    spelt = ""
    for char in unicodedata.normalize("NFC", word):
        hira = chr(ord(char) - 0x60) if "ァ" <= char <= "ヶ" else char
        sound = _KANA.get(hira, "")
        if hira in "ゃゅょぁぃぅぇぉ" and spelt and spelt[-1] in "iue":
            # kiya is kya, shiya is sha, fuo is fo.
            spelt = spelt[:-1] + (sound if not spelt[:-1].endswith(("sh", "ch", "j")) or len(sound) == 1 else sound[1:])
        elif hira == "っ":
            spelt += "っ"
        elif hira == "ー":
            spelt += "-"
        elif spelt.endswith("っ"):
            spelt = spelt[:-1] + (sound[:1] if not sound.startswith("ch") else "t") + sound
        else:
            spelt += sound
    spelt = spelt.replace("っ", "")
    short = re.sub("o[ou]", "o", re.sub("uu", "u", spelt.replace("-", "")))
    return [short, re.sub("([aiueo])-", r"\1\1", spelt), re.sub("n(?=[bmp])", "m", short)]


def han(word: str) -> list[str]:
    """A Chinese name: the surname as it is read in names, the given name joined and apart."""
    if word[:2] in _HAN_SURNAMES:
        family, given = _HAN_SURNAMES[word[:2]], word[2:]
    elif len(word) > 2 or len(word) == 1 or word[0] in _HAN_SURNAMES:
        family, given = _HAN_SURNAMES.get(word[0]) or _pinyin(word[0]), word[1:]
    else:
        family, given = "", word
    spelt = [_pinyin(char) for char in given]
    return [form for form in (family, "".join(spelt), *(spelt[1:] if len(spelt) < 4 else ())) if form]


def _pinyin(char: str) -> str:
    from anyascii import anyascii  # only when a name needs it

    return anyascii(char).lower()
