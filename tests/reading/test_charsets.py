import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.reading.charsets import codec, guessed

TEXTS = {
    "Russian": "Переговоры прошли в воскресенье в Гомельской области, недалеко от границы с Украиной. Делегации прибыли в "
    "Минск вечером и сразу выехали к реке Припять. Жители Мозыря рассказали, что дороги на юг были закрыты с утра.",
    "Ukrainian": "Переговори відбулися в неділю в Гомельській області, неподалік від кордону з Україною. Делегації прибули "
    "до Києва ввечері, а мешканці Чернігова розповіли, що дороги на південь були закриті зранку.",
    "Japanese": "日曜日、ウクライナとの国境に近いゴメリ州で協議が行われた。代表団は夕方にミンスクに到着し、"
    "すぐにプリピャチ川へ向かったと当局者は述べた。住民によると、南へ向かう道路は朝から閉鎖されていた。",
    "Chinese": "星期日，会谈在靠近乌克兰边境的戈梅利州举行。官员表示，代表团于傍晚抵达明斯克，随后立即前往普里皮亚季河。"
    "当地居民说，通往南方的道路从早晨起就被封锁了。",
    "traditional Chinese": "星期日，"
    "會談在靠近烏克蘭邊境的戈梅利州舉行。官員表示，代表團於傍晚抵達明斯克，隨後立即前往普里皮亞季河。",
    "Korean": "일요일 우크라이나 국경에서 가까운 고멜주에서 회담이 열렸다. 대표단은 저녁에 민스크에 도착해 "
    "곧바로 프리피야티 강으로 향했다고 당국자들이 말했다.",
    "Greek": "Οι συνομιλίες έγιναν την Κυριακή στην περιοχή του Γκόμελ, κοντά στα σύνορα με την Ουκρανία. Οι αντιπροσωπείες "
    "έφτασαν στο Μινσκ το βράδυ.",
    "Arabic": "عقدت المحادثات يوم الأحد في منطقة غوميل بالقرب من الحدود مع أوكرانيا. ووصلت الوفود إلى مينسك مساء.",
    "Hebrew": "השיחות התקיימו ביום ראשון במחוז הומל, סמוך לגבול עם אוקראינה. המשלחות הגיעו למינסק בערב.",
    "Polish": "Rozmowy odbyły się w niedzielę w obwodzie homelskim, niedaleko granicy z Ukrainą. Delegacje przyjechały do "
    "Mińska wieczorem. Mieszkańcy Łodzi i Gdańska śledzili wiadomości; drogi na południe były zamknięte.",
    "Czech": "Rozhovory se konaly v neděli v Homelské oblasti, nedaleko hranic s Ukrajinou. Delegace přijely do Minsku večer. "
    "Lidé v Plzni, Českých Budějovicích a Žďáru sledovali zprávy; silnice na jih byly už uzavřeny, řekl šéf policie.",
    "Hungarian": "A tárgyalásokat vasárnap tartották a Homeli területen, nem messze az ukrán határtól. A küldöttségek este "
    "érkeztek Minszkbe, és azonnal a Pripjaty folyóhoz indultak. Győr és Székesfehérvár lakói figyelték a híreket.",
    "Turkish": "Görüşmeler pazar günü Ukrayna sınırına yakın Gomel bölgesinde yapıldı. Heyetler akşam Minsk'e ulaştı. "
    "İstanbul ve Eskişehir'de yaşayanlar haberleri izledi.",
}
OTHERS = [
    ("Russian", ["cp1251", "koi8-r", "iso8859-5", "cp866"]),
    ("Ukrainian", ["cp1251", "koi8-u"]),
    ("Japanese", ["shift_jis", "euc-jp"]),
    ("Chinese", ["gbk", "gb18030"]),
    ("traditional Chinese", ["big5"]),
    ("Korean", ["euc-kr"]),
    ("Greek", ["cp1253", "iso8859-7"]),
    ("Arabic", ["cp1256", "iso8859-6"]),
    ("Hebrew", ["cp1255"]),
    ("Polish", ["iso8859-2", "cp1250"]),
    ("Czech", ["iso8859-2", "cp1250"]),
    ("Hungarian", ["iso8859-2", "cp1250"]),
    ("Turkish", ["cp1254", "iso8859-9"]),
]
WESTERN = [
    "Les pourparlers ont eu lieu dimanche près de la frontière. À Besançon et à Orléans, des délégations étaient arrivées.",
    "Die Gespräche fanden nahe der Grenze statt. Behörden in München und Köln sagten, die Straßen seien gesperrt; über Zürich…",
    "Según la delegación, llegaron a Minsk por la noche. En A Coruña, León, Málaga y Cádiz siguieron las noticias con emoción.",
    "As negociações ocorreram perto da fronteira. Em São Paulo e Brasília a situação não é fácil, disse João Magalhães.",
    "Samtalen hölls nära gränsen. I Malmö, Göteborg och Västerås följde man nyheterna, och vägarna söderut var stängda.",
    "Samtalerne fandt sted nær grænsen. I København, Århus og Tromsø fulgte folk nyhederne; vejene mod syd var lukkede på ny.",
    "Le trattative si sono svolte vicino al confine. La città è lontana, perché le strade erano già chiuse; così andò lunedì.",
    "“We came late,” an official said – the café in Zürich was closed, “and so was the one in Besançon” … £5, 20 °C.",
]


@pytest.mark.parametrize(("language", "encoding"), [(name, code) for name, codes in OTHERS for code in codes])
def test_a_text_of_a_few_sentences_comes_out_right(language, encoding):
    data = TEXTS[language].encode(encoding)
    assert guessed(data).text == data.decode(encoding)


@pytest.mark.parametrize("text", WESTERN)
def test_western_text_is_left_to_the_usual_encoding(text):
    assert guessed(text.encode("cp1252")) is None


@pytest.mark.parametrize("text", ["Минск", "Минск и Гомель", "Łódź", "会谈", "Gomel " * 500 + "Мозырь"])
def test_a_word_or_two_are_too_little_to_guess_from(text):
    encoding = "gbk" if "会" in text else "cp1250" if "Ł" in text else "cp1251"
    assert guessed(text.encode(encoding)) is None


def test_a_text_that_turns_foreign_late_is_judged_by_its_foreign_lines():
    data = ("Talks were held.\n" * 5000 + TEXTS["Russian"]).encode("cp1251")
    assert guessed(data).encoding == "cp1251"


def test_bytes_of_no_encoding_are_not_guessed():
    assert guessed(bytes(range(128, 256)) * 100) is None


@pytest.mark.parametrize(
    ("guess", "words"), [("cp1251", "Windows-1251"), ("koi8-r", "KOI8-R"), ("iso8859-5", "ISO-8859-5")]
)
def test_an_encoding_is_called_as_people_write_it(guess, words):
    assert guessed(TEXTS["Russian"].encode(guess)).called == words


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("UTF-8", "utf-8"),
        (" 'windows-1251' ", "cp1251"),
        ("latin-1", "cp1252"),
        ("ISO-8859-1", "cp1252"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("koi8-r", "koi8-r"),
        ("punycode", None),
        ("zlib", None),
        ("unicode_escape", None),
        ("utf-7", None),
        ("no such", None),
        ("nul\0", None),
        ("x" * 10_000, None),
        ("", None),
        (None, None),
    ],
)
def test_a_declared_encoding_is_one_for_text_as_browsers_take_it(declared, expected):
    assert codec(declared) == expected


@given(st.binary(max_size=300))
def test_any_bytes_are_judged_without_an_error(data):
    found = guessed(data)
    assert found is None or isinstance(found.text, str)
