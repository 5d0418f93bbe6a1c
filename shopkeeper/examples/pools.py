"""Parts from which the names of the crowd are put together, for twenty-two countries in their own scripts.

Given names are common ones; family names are made of a stem and an ending, so that nobody real is meant.
"""

# ruff: noqa: E501 - a list of words is read whole, as one line
from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Final


@dataclass(frozen=True)
class Pool:
    """How people of one country are called."""

    country: str
    language: str
    weight: int  # how many of them live in the town
    given: str
    stems: str
    endings: str
    family_first: bool = False  # written without a space, the family before the given name
    dial: str = ""  # the country's code; what follows it is made up

    @cached_property
    def givens(self) -> tuple[str, ...]:
        """Every given name; where two letters make one, every two of them."""
        words = tuple(self.given.split())
        return tuple(a + b for a in words for b in words) if self.family_first and len(words[0]) == 1 else words

    @cached_property
    def families(self) -> tuple[str, ...]:
        """Every family name."""
        endings = ["" if ending == "-" else ending for ending in self.endings.split()]
        return tuple(stem + ending for stem in self.stems.split() for ending in endings)


POOLS: Final = (
    Pool(
        "GB", "en", 34,
        "Alice Arthur Beth Callum Clara Daisy Edwin Ellen Florence George Hannah Harry Isla Jack Joan Lewis Lucy Mabel Martha Miles Nell Oliver Owen Poppy Ralph Rose Ruth Simon Tess William",
        "Ash Birch Black Brook Church Cold Dun East Fern Green Hather Hazel Holl Long Marsh Mill North Oak Ox Red Stan Thorn West White Win Wood",
        "bridge brook by combe cott croft den field ford gate ham hurst ley low mere more stead stock ton wick wood worth",
        dial="+44",
    ),
    Pool(
        "PT", "pt", 6,
        "Ana Beatriz Carla Duarte Elisa Filipe Gonçalo Helena Inês João Joana Luís Madalena Manuel Miguel Nuno Otília Paulo Raquel Rui Sofia Tomás Vasco Vitória Zélia",
        "Alv Bras Carv Cast Cord Fig Fonte Lour Mir Mont Olive Per Pin Rib Salv Silv Tav Vasc",
        "ada al ança ão arães az eira eiro elo es inho iro osa oso oura ura",
        dial="+351",
    ),
    Pool(
        "DE", "de", 8,
        "Anke Bärbel Björn Dörte Emil Ernst Frieda Greta Günter Hanna Heiner Ingrid Jörg Jürgen Käthe Klaus Lotte Lutz Marlene Matthias Nele Ottilie Rüdiger Sabine Sönke Thea Uwe Wiebke",
        "Acker Bach Berg Birn Brunn Eich Fels Gräf Grün Hain Höll Kirch König Lind Mühl Nuss Rös Schön Stein Tann Wald Weiß",
        "auer bauer baum berger brand eder er feld hauer heim hofer ler mann meyer müller ner ström thal weiler",
        dial="+49",
    ),
    Pool(
        "FR", "fr", 6,
        "Adèle Amélie Anaïs Benoît Cécile Célestin Chloé Colette Édouard Éloïse Étienne Fanny Gaël Hélène Hugo Inès Jérôme Léa Loïc Maëlle Maxime Noémie Odile Pascal Rémi Solène Théo Zoé",
        "Beau Blan Bois Chât Clair Des Du Font Gran Haut La Mal Mar Mont Mor Per Roch Val Ver",
        "ard aud card champs court let lier maire marre mont neuf ot pré quet reau rin sard teau zac",
        dial="+33",
    ),
    Pool(
        "PL", "pl", 5,
        "Agnieszka Antoni Błażej Celina Czesław Danuta Ewa Grażyna Hanna Ignacy Jagoda Józef Kazimierz Łucja Łukasz Małgorzata Michał Olga Paweł Róża Stanisław Świętosława Tomasz Wacław Zofia Żaneta",
        "Bart Brzoz Cież Dąb Głow Jab Kowal Krzyż Lip Łoz Maj Now Olsz Pię Szcz Wiśni Wróbl Zaj Żół",
        "acki ak czak czyk ecki ek ewicz ewski icki ik iński kowski łowicz owicz owski ski",
        dial="+48",
    ),
    Pool(
        "ES", "es", 5,
        "Álvaro Ángela Begoña Carmen Cristóbal Dolores Elías Encarna Esteban Fermín Gloria Íñigo Íker Jesús Lucía Macarena Martín Nieves Óscar Paloma Pilar Ramón Rocío Sergio Triana Úrsula Víctor Ximena",
        "Al Bar Cald Cam Cast Cer Esp Fuen Gal Her Led Mar Men Mor Nav Ort Peñ Quin Sal Tor Vel Zam",
        "ada aga ales anza ar arro edo eja era ero ez illa illo ina ín ona osa uela ura",
        dial="+34",
    ),
    Pool(
        "SE", "sv", 3,
        "Agneta Åke Alva Arvid Astrid Björn Börje Ebba Elsa Göran Hjördis Ingmar Jörgen Kerstin Lärke Märta Måns Nils Örjan Östen Pär Saga Sigrid Sören Tove Ulla Vilgot",
        "Ahl Berg Björk Blom Dahl Ek Fors Gran Hög Källs Lind Löv Ny Öst Råd Sand Sjö Söder Ström Väst",
        "berg blad borg bäck dal fors gren holm kvist lund man mark quist sson ström vall",
        dial="+46",
    ),
    Pool(
        "IE", "ga", 4,
        "Aisling Aoife Bríd Cáit Caoimhe Cian Ciarán Conor Dáithí Deirdre Diarmuid Éabha Eoghan Fiachra Fionnuala Gráinne Iarla Máire Muireann Niamh Oisín Pádraig Róisín Ruairí Sadhbh Seán Sinéad Siobhán Tadhg Úna",
        "Mac_Con Mac_Dui Mac_Gio Mac_Lo Ní_Bhra Ní_Dho Ní_Fhla O'Bra O'Co O'Do O'Fla O'Gra O'He O'La O'Ma O'Ne O'Sha",
        "ch dan dy gan herty illy lan ley llan ly ney nnell nor ran rke ughlin",
        dial="+353",
    ),
    Pool(
        "TR", "tr", 4,
        "Ayşe Burak Çağla Çetin Defne Elif Emre Fatma Gökhan Gülşen Hüseyin İbrahim İpek Kadir Leyla Mehmet Nazlı Oğuz Ömer Özlem Pınar Rıza Selin Şule Tuğba Ümit Yağmur Yiğit Zeynep",
        "Ak Alt Arı Bal Boz Çak Çel Dağ Dem Doğ Er Gök Gün Kara Koç Öz Şah Taş Yıl Yüce",
        "alp aslan bay baş can dağ er gül han ır kan lı maz oğlu soy taş tekin yurt",
        dial="+90",
    ),
    Pool(
        "NG", "yo", 4,
        "Abiọla Adaeze Ayọdele Bọlanle Chidi Chinwe Dayọ Ebele Emeka Fẹmi Folakẹ Ifeanyi Ijeoma Kẹhinde Kẹmi Ngozi Nkechi Obinna Ọlumide Sade Ṣẹgun Taiwo Tọpẹ Uche Wale Yẹmisi",
        "Ade Ako Aki Ayo Baba Chi Eze Fa Ige Nna Nwa Oba Ogun Oka Oko Ola Olu Ọmọ Oye Ugo Uzo",
        "bayo bi dele dimma duka fọr gbemi gie kanmi kenna kọya la lami meji moye ndu nwa sanya tade wale yinka",
        dial="+234",
    ),
    Pool(
        "VN", "vi", 3,
        "Ánh Bảo Châu Cường Đạt Diệu Dũng Giang Hạnh Hiếu Hồng Hùng Huyền Khánh Lan Linh Mai Minh Nga Ngọc Phúc Quỳnh Sơn Thảo Thủy Trang Tuấn Uyên Vân Yến",
        "Bùi_ Đặng_ Đinh_ Đỗ_ Dương_ Hồ_ Hoàng_ Lê_ Lý_ Ngô_ Nguyễn_ Phạm_ Phan_ Tô_ Trần_ Trịnh_ Trương_ Võ_ Vũ_",
        "An Bích Công Đình Đức Gia Hải Hữu Kim Mạnh Mỹ Như Quang Quốc Thành Thị Trọng Văn Viết Xuân",
        dial="+84",
    ),
    Pool(
        "GR", "el", 4,
        "Αγγελική Αθανάσιος Βασιλική Γεωργία Γιάννης Δέσποινα Δημήτρης Ελένη Ευάγγελος Ζωή Ηλίας Θάλεια Ιωάννα Κώστας Λευτέρης Μαρία Νίκος Ξένια Όλγα Παναγιώτης Ρέα Σοφία Στέλιος Τάσος Φωτεινή Χρήστος",
        "Αγγελ Αλεξ Βασιλ Γεωργ Δημητρ Ελευθ Ζαχαρ Θεοδωρ Ιωαννι Καρα Κωνσταντ Λαμπρ Μιχαηλ Νικολα Οικονομ Παπα Σταυρ Τριαντ Χατζη",
        "άκης ακόπουλος αρίδης άς γιάννης έλης ής ίδης ίου όγλου όπουλος ούδης ούσης τσίδης",
        dial="+30",
    ),
    Pool(
        "RU", "ru", 5,
        "Алексей Алёна Анна Артём Борис Вера Виктор Галина Глеб Дарья Дмитрий Евгения Егор Екатерина Жанна Зоя Иван Игорь Кира Лев Любовь Мария Михаил Надежда Николай Ольга Пётр Семён Софья Тимофей Фёдор Юлия Яна",
        "Берёз Бел Вороб Гол Добр Ёлк Жук Зай Кал Кузн Лаз Мед Мор Ник Орл Пет Руд Сокол Тих Холод Черн Щерб",
        "аев анов ец енко ин кин ников ов овский окин оненко ухин ушкин чук яев",
        dial="+7",
    ),
    Pool(
        "GE", "ka", 2,
        "ანა ბექა გიორგი დავით ეკა ვახტანგ ზურაბ თამარ ირაკლი კახა ლანა ლევან მაია მარიამ ნანა ნინო ნოდარ პაატა რუსუდან სალომე სანდრო ტარიელ ქეთევან შოთა ცირა ხატია",
        "ბარა ბერი გელა გოგი დავი კაპა კვარა ლომი მაჩა მელი ნადი პაპა რობა ტაბა ფირო ქავთა შენგე ჩხე წერე ჯანა",
        "აშვილი ელი იანი იშვილი ტაძე ცხელია ძე ხაძე",
        dial="+995",
    ),
    Pool(
        "AM", "hy", 2,
        "Անահիտ Արամ Արմեն Գայանե Գոռ Դավիթ Էլեն Լիլիթ Կարեն Հայկ Հասմիկ Հովհաննես Մարիամ Միքայել Նարե Շուշան Սևակ Սիրանուշ Տիգրան Վահե",
        "Աբրահամ Ալեքսան Ավետիս Բաղդասար Գաբրիել Գրիգոր Դավթ Եղիազար Զաքար Կարապետ Հակոբ Ղազար Մարտիրոս Մկրտիչ Ներսիս Պետրոս Սարգս Ստեփան",
        "եան ենց յան ունի ունց",
        dial="+374",
    ),
    Pool(
        "IL", "he", 3,
        "אביגיל איתן אליהו אסתר בועז גבריאל דוד הדס זהבה חנה טליה יונתן יעל יצחק כרמל לאה מאיר מיכל משה נועה עומר עידו פנינה צבי רונית רחל שירה שלמה תמר",
        "אבר אל בן_ בר_ גולד דיין הר זילבר חזן טל כהן לוי מזר נוי סגל פרי רוזן שחר",
        "- ברג זון יאן מן סקי פלד שטיין ני",
        dial="+972",
    ),
    Pool(
        "EG", "ar", 5,
        "أحمد أسماء آية إبراهيم إيمان حسن حسين خالد خديجة دينا رامي رانيا زينب سارة سعاد سلمى سمير شيماء طارق عائشة عبدالله عمر فاطمة كريم ليلى محمد محمود مريم مصطفى منى نادية نور هدى ياسمين يوسف",
        "البحير البغداد الجبال الحداد الخطيب الدمشق الرفاع الزهر الساعد الشامي الصاو الطحان العطار الغزال الفخران القاض الكيلان المصر النجار الهاشم",
        "- ات ان اني اوي ة ون ي ية",
        dial="+20",
    ),
    Pool(
        "IR", "fa", 3,
        "آرش آزاده امیر بهار پرویز پریسا ترانه جمشید حمید داریوش رضا رویا زهرا سعید سهراب شیرین فرهاد فریبا کاوه کیانا گلناز لیلا مهدی مینا نرگس نسرین هوشنگ یلدا",
        "احم اصفه اکبر امین بهر پهلو تهر جعفر حسین رستم زند سلط شیراز صاد طاهر فرهاد کاظم کرم محمد موس نور یزد",
        "انی پور خانی زاده فر لو نژاد وند ی یان",
        dial="+98",
    ),
    Pool(
        "IN", "hi", 5,
        "अंजलि अजय अनिल आरती इंदिरा उमेश कमला किरण गीता गोपाल चंद्रा जया दीपक नरेश निशा पूजा प्रकाश मीना मोहन रवि राधा राम रेखा लक्ष्मी विमला विजय शांति संजय सीता सुनील हेमा",
        "अग्र कपू खन्न गुप् चत चौध जोश ठाक तिव दत् देश नाय पटे पांड भट् मल् मिश् मेह राठ शर् शुक् सिंघ",
        "र ल ता डे र्मा वाल नी या री वेदी",
        dial="+91",
    ),
    Pool(
        "TH", "th", 2,
        "กมล กัญญา ชัย ณัฐ ดวงใจ ธนา นภา นิดา บุญมี ประเสริฐ ปรีชา พร พิมพ์ มานะ มาลี รัตนา วันดี วิชัย ศรี สมชาย สมหญิง สุดา สุรชัย อรุณ อุไร",
        "กิตติ จันทร์ ชัย ทอง ธรรม บุญ ประเสริฐ พงษ์ พิทักษ์ มณี รัตน รุ่ง วงศ์ ศรี ศิริ สมบัติ สุข แสง",
        "กุล ชาติ ดี ธรรม พันธ์ มงคล รักษ์ วงศ์ วัฒน์ ศักดิ์ สกุล สวัสดิ์ สุข อุดม",
        dial="+66",
    ),
    Pool(
        "CN", "zh", 5,
        "安 白 冰 晨 春 丹 东 芳 飞 光 桂 海 红 华 佳 建 洁 静 军 兰 磊 莉 琳 玲 梅 美 敏 明 娜 宁 平 强 琴 清 秋 荣 思 涛 婷 伟",
        "陈 邓 丁 董 冯 高 郭 韩 何 胡 黄 江 李 梁 林 刘 吕 罗 马 潘 沈 宋 孙 唐 王 吴 谢 徐 许 杨 叶 于 袁 曾 张 赵 郑 周 朱",
        "-",
        family_first=True,
        dial="+86",
    ),
    Pool(
        "JP", "ja", 4,
        "愛 葵 明 彩 恵 花 海 翔 香 和 健 光 咲 桜 幸 真 美 実 結 優 陽 里 凛 子 太 人 希 奈 菜 音",
        "池 石 上 梅 大 岡 小 川 木 北 桜 清 杉 高 竹 田 中 西 野 林 東 松 水 南 村 森 山 吉",
        "井 内 枝 川 口 崎 沢 島 田 谷 塚 野 原 藤 部 村 本 山",
        family_first=True,
        dial="+81",
    ),
    Pool(
        "KR", "ko", 4,
        "가 경 기 나 다 도 동 라 민 보 상 서 선 성 소 수 승 아 연 영 예 우 유 윤 은 재 정 주 준 지 진 채 태 하 현 혜 호 희",
        "강 고 구 권 김 남 노 류 문 박 배 백 서 성 손 송 신 심 안 양 오 우 유 윤 이 임 장 전 정 조 주 차 최 한 허 홍 황",
        "-",
        family_first=True,
        dial="+82",
    ),
)  # fmt: skip
