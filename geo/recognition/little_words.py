"""Words of other languages that stand before places, in them and between them, and those that are taken for places.

The tables are by ISO 639-1 code. A language without an entry is read with more doubt, never wrongly.
"""


def _words(table: dict[str, str]) -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in table.items()}


OF_PLACE = _words(
    {
        "fr": "à en au aux vers jusqu depuis",
        "de": "in nach aus bei",
        "es": "en desde hacia hasta",
        "pt": "em no na nos nas desde até",
        "it": "a ad in verso nel nella nell nelle negli dal dalla dall",
        "pl": "w we do",
        "cs": "v ve do",
        "sk": "v vo do",
        "ru": "в во из до под",
        "uk": "в у із до під біля поблизу",
        "be": "у ў ва да пад",
        "bg": "в във до край",
        "sr": "у из до код u iz do kod",
        "hr": "u iz do kod",
        "bs": "u iz do kod",
        "sl": "v iz do pri",
        "nl": "in naar uit te vanuit",
        "sv": "i från till",
        "da": "i fra til",
        "no": "i fra til",
        "ro": "în din la spre dinspre",
        "ca": "a en des cap",
    }
)
"""Prepositions that mostly stand before places, with their blends with the article."""

OTHER = _words(
    {
        "fr": "dans de du des d par pour entre sur contre chez",
        "de": "von über zwischen gegen im am an bis durch ab vor vom zum zur für mit und",
        "es": "a al de del por entre para con sobre",
        "pt": "de do da dos das para entre ao à pelo pela por com",
        "it": "di del della dell dei delle degli da al alla all allo ai agli tra fra per su sul sulla con",
        "pl": "z ze na nad pod od przez ku po dla między koło",
        "cs": "z ze na nad pod od přes k ke po mezi u",
        "sk": "z zo na nad pod od cez k ku po medzi pri",
        "ru": "на от к ко через над около возле у между из-под с со по для",
        "uk": "на від через над коло між з зі по для",
        "be": "з са на ад праз над каля між па",
        "bg": "от на към през над при между за",
        "sr": "на под од кроз између na pod od kroz između",
        "hr": "na pod od kroz između",
        "bs": "na pod od kroz između",
        "sl": "na pod od skozi med",
        "nl": "bij van tussen over tot door voor",
        "sv": "på av vid mellan över mot ur",
        "da": "på af ved mellem over mod",
        "no": "på av ved mellom over mot",
        "ro": "de lângă între pentru prin către",
        "ca": "de del al entre per",
    }
)
"""Prepositions that stand before persons and things as well."""

ARTICLES = _words(
    {
        "fr": "le la les l",
        "de": "der die das dem den des",
        "es": "el la los las",
        "pt": "o a os as",
        "it": "il lo la i gli le l",
        "nl": "de het",
        "ca": "el la els les l",
    }
)
"""What may stand between a preposition and the place."""

CONJUNCTIONS = frozenset("et und y e ed oraz i a та й і и ve ile en og och și u o ou oder o lub или або".split())
"""What joins the last two of a row of places."""

INSIDE_NAMES = frozenset(
    "de del do da dos das di du la le les el lo d l am an der den im sur sous lès en aan het".split()
)
"""Small words inside names: "Rio de Janeiro", "Frankfurt am Main", "Côte d'Ivoire"."""

SUFFIXES_OF_PLACE = frozenset(
    "da de ta te nda nde dan den tan ten ndan nden ya ye na ne a e daki deki taki teki".split()
)
"""Turkish and Azerbaijani for in, from and to, behind an apostrophe after a name: "Ankara'dan"."""

EVERYDAY = _words(
    {
        "de": "Ende Center Chip Don Gene Gong Hang Humus Inland Kanton Kita Kitas Limo Logos Mann Marke Marken Muse Nord "
        "Norden Süd Süden Ost Osten West Westen Rand Pest Quark Saga Sound Spore Bug Bann Bären Camps Diana Eden Franc "
        "Freistaat Helene Karin Dominik Jordan Kennedy Mary Maurice Charlotte Magdalena Sophia Stalin Tanja Plateau "
        "Union Zentrum Mitte Essen Regen Singen Halle Hof Wald Hagen Worms Weiden Rossi",
        "fr": "Centre Central Ouest Est Nord Sud Pari Paries Seul Suis Gris Lime Malt Delta Plateau Grenade Tours Nice Sens "
        "Lens",
        "es": "Cada Central Centro Domingo Ende Este Gris Norte Oeste Oriental Para Pero Silla Sur Toga Valle Vena Victoria "
        "Barato Mosca Salvador Santiago",
        "pt": "Cada Central Centro Domingo Gana Gene Leste Norte Oeste Para Pari Pero Rios Sul Vale Vitória",
        "it": "Bene Cada Centro Domenica Est Fichi Greci Liberi Marche Nord Ovest Pari Pero Prato Potenza Riga Rossi Russi Sud "
        "Tana Tigre Toga Valle",
        "pl": "Centralny Dani Kita Komory Nowe Para Sala Sana Siły Wale Wschodni Zachód",
        "ru": "Мир Восток Запад Север Юг Центр Союз Вера Надежда Владимир Киров Орёл",
        "uk": "Мир Схід Захід Північ Південь Центр Союз Віра Надія Володимир",
        "tr": "Ordu Batman Van Merkez Kars Muş Doğu Batı Kuzey Güney",
    }
)
"""Words and names of people that are better known than the places called so, as they stand at the beginning of a sentence or,
in German, anywhere. They count only after a preposition of place. Found by comparing Debian's word lists with the gazetteer,
whose names in a hundred languages meet everyday words of others: "Ende" is on file as India, "Pero" as Peru."""
