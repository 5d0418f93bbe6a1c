from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Final

import pytest

FILE: Final = Path(__file__).parents[2] / "resources" / "knowledge" / "readings.json"
TEXT: Final = FILE.read_text(encoding="utf-8")
TABLES: Final[dict[str, dict[str, str]]] = {key: table for key, table in json.loads(TEXT).items() if key[0] != "_"}

# The letters each table is written in, and how many names it has at the least.
PROMISED: Final = {
    "ar": ("ARABIC", 700),
    "fa": ("ARABIC", 450),
    "he": ("HEBREW", 500),
    "ja": ("CJK HIRAGANA KATAKANA IDEOGRAPHIC", 500),
    "ja_characters": ("CJK", 400),
    "th": ("THAI", 350),
    "zh": ("CJK", 150),
    "ko": ("HANGUL", 120),
    "hi": ("DEVANAGARI", 250),
    "hy": ("ARMENIAN", 60),
    "ka": ("GEORGIAN", 60),
    "el": ("GREEK", 120),
    "ru": ("CYRILLIC", 150),
    "uk": ("CYRILLIC", 150),
    "bg": ("CYRILLIC", 150),
}
# Names that everybody knows, and what someone at a counter would type for them.
WELL_KNOWN: Final = {
    "ar": {
        "محمد": "Mohamed Muhammad Mohammed Mohammad Mohamad", "فاطمة": "Fatima Fatma Fatimah",
        "يوسف": "Youssef Yousef Yusuf Yousuf", "جمال": "Gamal Jamal", "عبدالله": "Abdullah Abdallah",
        "عبد الله": "Abdullah Abdallah", "حسين": "Hussein Hussain", "عائشة": "Aisha Aicha", "خديجة": "Khadija",
        "شريف": "Sherif Sharif Cherif", "إبراهيم": "Ibrahim", "حداد": "Haddad", "خوري": "Khoury Khouri",
    },
    "fa": {
        "حسینی": "Hosseini Hoseini", "رضایی": "Rezaei Rezai", "زهرا": "Zahra", "فاطمه": "Fatemeh",
        "داریوش": "Dariush Daryoush", "شیرین": "Shirin", "کوروش": "Kourosh", "نیلوفر": "Niloufar Niloofar",
        "پور": "Pour Poor", "زاده": "Zadeh", "نژاد": "Nejad Nezhad", "قاسمی": "Ghasemi Qasemi",
    },
    "he": {
        "כהן": "Cohen Kohen", "לוי": "Levi Levy", "יצחק": "Yitzhak Itzhak Isaac", "חיים": "Chaim Haim",
        "רחל": "Rachel Rahel", "משה": "Moshe", "שרה": "Sara Sarah", "יעקב": "Yaakov Jacob", "מזרחי": "Mizrahi",
        "פרידמן": "Friedman", "שפירא": "Shapira", "צבי": "Zvi Tzvi",
    },
    "ja": {
        "佐藤": "Sato Satou", "鈴木": "Suzuki", "渡辺": "Watanabe", "伊藤": "Ito", "大野": "Ono Ohno", "林": "Hayashi",
        "幸子": "Sachiko Yukiko", "裕子": "Yuko Hiroko", "健": "Ken Takeshi", "翔太": "Shota", "美咲": "Misaki",
        "佐々木": "Sasaki", "東海林": "Shoji Tokairin",
    },
    "ja_characters": {
        "山": "yama san", "田": "ta da", "子": "ko", "美": "mi", "口": "kuchi guchi", "橋": "hashi bashi",
        "川": "kawa gawa", "崎": "saki zaki", "原": "hara bara wara", "島": "shima jima", "藤": "fuji to do",
        "高": "taka", "沢": "sawa zawa",
    },
    "th": {
        "เล็ก": "Lek", "นก": "Nok", "น้อย": "Noi", "พลอย": "Phloi Ploy", "สมชาย": "Somchai", "วงศ์": "Wong",
        "ศักดิ์": "Sak", "ชัย": "Chai", "พงษ์": "Phong Pong", "ศรี": "Si Sri", "บุญ": "Bun Boon",
        "ยิ่งลักษณ์": "Yinglak Yingluck", "พร": "Phon Porn",
    },
    "zh": {
        "陳": "Chen Chan Tan", "陈": "Chen Chan Tan", "黃": "Huang Wong Ng", "黄": "Huang Wong Ng",
        "林": "Lin Lam Lim", "李": "Li Lee Lei", "吳": "Wu Ng Goh", "吴": "Wu Ng Goh", "張": "Zhang Cheung Chang Teo",
        "王": "Wang Wong Ong", "欧阳": "Ouyang Auyeung", "許": "Xu Hui Hsu Koh", "蔡": "Cai Choi Tsai Chua",
    },
    "ko": {
        "김": "Kim", "이": "Lee Yi Rhee", "박": "Park Pak", "최": "Choi Choe", "영": "Young Yeong", "은": "Eun",
        "정": "Jung Jeong Chung", "임": "Lim Im", "노": "Noh Roh", "유": "Yoo Yu", "지훈": "Jihoon Jihun",
        "영희": "Younghee Yeonghui",
    },
    "hi": {
        "शर्मा": "Sharma", "चौधरी": "Chaudhary Choudhary Chaudhuri", "अग्रवाल": "Agarwal Aggarwal", "सिंह": "Singh",
        "मुखर्जी": "Mukherjee", "लक्ष्मी": "Laxmi Lakshmi", "पूजा": "Pooja Puja", "दीपक": "Deepak Dipak",
        "श्रीवास्तव": "Srivastava", "राजेंद्र": "Rajendra Rajinder", "अजय": "Ajay", "संदीप": "Sandeep Sandip",
    },
    "hy": {
        "Հակոբյան": "Hakobyan Hagopian", "Գրիգորյան": "Grigoryan Krikorian", "Պետրոս": "Petros Bedros",
        "Գևորգ": "Gevorg Kevork", "Տիգրան": "Tigran Dikran", "Կարապետյան": "Karapetyan Garabedian",
        "Սարգսյան": "Sargsyan Sarkisian", "Խաչատրյան": "Khachatryan", "Վարդան": "Vardan Vartan", "Հայկ": "Hayk Haig",
        "Մկրտիչ": "Mkrtich", "Անահիտ": "Anahit",
    },
    "ka": {
        "გიორგი": "Giorgi George", "დავით": "Davit David", "ქეთევან": "Ketevan", "თამარ": "Tamar", "ნინო": "Nino",
        "ხათუნა": "Khatuna Hatuna", "სოფიო": "Sophio Sopio Sofio", "ირაკლი": "Irakli", "ხვიჩა": "Khvicha Kvicha",
        "წერეთელი": "Tsereteli", "ყიფიანი": "Kipiani", "ჭავჭავაძე": "Chavchavadze",
    },
    "el": {
        "Γιάννης": "Yannis Giannis Ioannis Yiannis", "Παναγιώτης": "Panagiotis Panayiotis", "Γιώργος": "Giorgos Yorgos",
        "Παππάς": "Pappas Papas", "Χρήστος": "Christos", "Βασίλης": "Vasilis Vassilis", "Ειρήνη": "Eirini Irini Irene",
        "Ευάγγελος": "Evangelos Evaggelos", "Μπάμπης": "Babis", "Χαράλαμπος": "Charalampos Haralambos",
        "Χατζηδάκης": "Hatzidakis Chatzidakis", "Οικονόμου": "Oikonomou Economou",
    },
    "ru": {
        "Юлия": "Yulia Julia Iuliia", "Дмитрий": "Dmitry Dmitri Dmitriy Dimitri", "Юрий": "Yuri Yury",
        "Иванов": "Ivanov", "Евгений": "Evgeny Yevgeny", "Александр": "Alexander Aleksandr", "Ксения": "Ksenia Xenia",
        "Сергей": "Sergei Sergey", "Наталья": "Natalia Natalya", "Екатерина": "Ekaterina Yekaterina",
        "Чайковский": "Tchaikovsky", "Щербаков": "Shcherbakov Scherbakov",
    },
    "uk": {
        "Юлія": "Yulia Yuliia", "Сергій": "Serhiy Serhii Sergey", "Олег": "Oleh Oleg", "Володимир": "Volodymyr",
        "Ольга": "Olha Olga", "Ігор": "Ihor Igor", "Тетяна": "Tetiana Tetyana", "Олександр": "Oleksandr",
        "Дмитро": "Dmytro", "Микола": "Mykola", "Зеленський": "Zelensky Zelenskyy", "Шевченко": "Shevchenko",
    },
    "bg": {
        "Димитър": "Dimitar", "Христо": "Hristo Christo", "Йордан": "Yordan Jordan", "Цветан": "Tsvetan Tzvetan",
        "Живко": "Zhivko Jivko", "Кръстев": "Krastev", "Любомир": "Lyubomir Lubomir", "Стоян": "Stoyan",
        "Щерев": "Shterev", "Румен": "Rumen Roumen", "Георги": "Georgi", "Ивайло": "Ivaylo Ivailo",
    },
}  # fmt: skip


def languages() -> list[str]:
    return list(PROMISED)


def test_no_name_stands_twice_in_a_table() -> None:
    def once(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), sorted(key for key in set(keys) if keys.count(key) > 1)
        return dict(pairs)

    json.loads(TEXT, object_pairs_hook=once)


def test_the_file_says_where_it_comes_from_and_has_one_name_a_line() -> None:
    assert "written for this project" in json.loads(TEXT)["_source"].lower()
    assert json.dumps(json.loads(TEXT), ensure_ascii=False, indent=2) + "\n" == TEXT
    assert unicodedata.is_normalized("NFC", TEXT)


def test_every_table_is_known_here() -> None:
    assert set(TABLES) == set(PROMISED)


@pytest.mark.parametrize("language", languages())
def test_there_are_as_many_names_as_promised(language: str) -> None:
    assert len(TABLES[language]) >= PROMISED[language][1]


@pytest.mark.parametrize("language", languages())
def test_names_are_wholly_in_their_own_letters(language: str) -> None:
    scripts = tuple(PROMISED[language][0].split())
    for name in TABLES[language]:
        # A joiner that shows nothing is how Persians write two words as one.
        for char in name.replace(" ", "").replace("\u200c", ""):
            assert unicodedata.name(char).startswith(scripts), (name, unicodedata.name(char))


@pytest.mark.parametrize("language", languages())
def test_names_are_sorted_so_that_a_new_one_has_its_place(language: str) -> None:
    assert list(TABLES[language]) == sorted(TABLES[language])


@pytest.mark.parametrize("language", languages())
def test_readings_are_plain_letters_and_none_is_said_twice(language: str) -> None:
    pattern = r"[a-z]+" if language == "ja_characters" else r"[A-Z][a-z]*"
    for name, readings in TABLES[language].items():
        told = readings.split(" ")
        assert all(re.fullmatch(pattern, reading) for reading in told), (name, readings)
        assert len(told) == len(set(told)), (name, readings)


@pytest.mark.parametrize("language", languages())
def test_well_known_names_read_as_everybody_reads_them(language: str) -> None:
    assert len(WELL_KNOWN[language]) >= 12
    for name, wanted in WELL_KNOWN[language].items():
        told = TABLES[language][name].split(" ")
        assert set(wanted.split()) <= set(told), name
        assert told[0] == wanted.split()[0], name


def test_persian_names_are_written_with_persian_letters() -> None:
    assert not [name for name in TABLES["fa"] if set(name) & set("يىكة")]
    assert not [name for name in TABLES["ar"] if set(name) & set("یک")]


def test_servant_of_the_lord_is_written_joined_and_apart() -> None:
    joined = [name for name in TABLES["ar"] if name.startswith("عبدال")]
    assert len(joined) > 40
    for name in joined:
        assert TABLES["ar"][f"عبد {name[3:]}"] == TABLES["ar"][name]
