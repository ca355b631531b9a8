"""Border expressions: own sentences, the phrase that must be found, and the border it means."""

import pytest
from shapely.geometry import shape

from geo.location import Shapes, locate
from geo.types import Article, Mention
from tests.location.atlas import SmallGazetteer, marked

FOUND = [
    # both sides in the phrase
    ("Troops gathered at the [Ukraine]–[Belarus] border.", "Ukraine–Belarus border", "border:BY-UA"),
    ("Troops gathered at the [Ukraine]-[Belarus] border.", "Ukraine-Belarus border", "border:BY-UA"),
    ("A tunnel under the [US]/[Mexico] border was found.", "US/Mexico border", "border:MX-US"),
    ("The [U.S.]-[Mexico] border wall grew.", "U.S.-Mexico border", "border:MX-US"),
    ("Snow closed the [Chinese]-[Russian] border.", "Chinese-Russian border", "border:CN-RU"),
    ("The border between [Gansu] and [Qinghai] runs high.", "border between Gansu and Qinghai", "border:CN.06-CN.15"),
    ("Border Between [Iran] and [Iraq] Reopens", "Border Between Iran and Iraq", "border:IQ-IR"),
    ("The frontier separating [France] from [Spain] is old.", "frontier separating France from Spain", "border:ES-FR"),
    ("The border between [Senegal] and the [Gambia] is a river.", "border between Senegal and the Gambia", "border:GM-SN"),
    ("A border crossing between [Syria] and [Turkey] shut.", "border crossing between Syria and Turkey", "border:SY-TR"),
    ("[Ukraine]'s border with [Belarus] is marshy.", "Ukraine's border with Belarus", "border:BY-UA"),
    ("[Ukraine]’s 1,084-km border with [Belarus] is mined.", "Ukraine’s 1,084-km border with Belarus", "border:BY-UA"),
    ("[Turkey]'s [Syrian] border was shelled.", "Turkey's Syrian border", "border:SY-TR"),
    ("On the [Poland] border with [Ukraine] queues grew.", "Poland border with Ukraine", "border:PL-UA"),
    ("The [Texas]–[Oklahoma] border follows a river.", "Texas–Oklahoma border", "border:US.OK-US.TX"),
    ("Smoke crossed the [Texas]-[Oklahoma] state line.", "Texas-Oklahoma state line", "border:US.OK-US.TX"),
    ("They met on the border of [Texas] and [Oklahoma].", "border of Texas and Oklahoma", "border:US.OK-US.TX"),
    ("The [England]-[Scotland] border is quiet.", "England-Scotland border", "border:GB.ENG-GB.SCT"),
    ("Hard checks at the [Northern Ireland]-[Ireland] border", "Northern Ireland-Ireland border", "border:GB.NIR-IE"),
    # towns stand for what they lie in
    ("Shells fell on the [Kyiv]-[Minsk] border.", "Kyiv-Minsk border", "border:BY-UA"),
    ("The [Belgorod]–[Kharkiv] border is open steppe.", "Belgorod–Kharkiv border", "border:RU.09-UA.07"),
    ("The [El Paso]-[Ciudad Juárez] border is busy.", "El Paso-Ciudad Juárez border", "border:MX.06-US.TX"),
    # a second reading that fits beside its neighbour
    ("Fires burned on the [Washington DC]-[Oregon] border.", "Washington DC-Oregon border", "border:US.OR-US.WA"),
    # a name that the recogniser took a hyphen into, and one that is cut short
    ("Rain fell on the [Texas-][Oklahoma] border.", "Texas-Oklahoma border", "border:US.OK-US.TX"),
    ("The border between [North] and [South Korea] is closed.", "border between North and South Korea", "border:KP-KR"),
    ("The border between North and [South Korea] is closed.", "border between North and South Korea", "border:KP-KR"),
    ("Fires crossed the [Oregon state] line into [California].", "Oregon state line", "border:US.CA-US.OR"),
    # the owner comes from the subject
    ("[Ukraine], after talks with [Poland], shut its border with [Belarus].", "its border with Belarus", "border:BY-UA"),
    ("[Kyiv] fears for its long, porous border with [Belarus].", "its long, porous border with Belarus", "border:BY-UA"),
    ("Fighting reached [Kharkiv] as [Poland] sealed its border with [Belarus].", "its border with Belarus", "border:BY-PL"),
    ("[Ukraine] is on alert. Guards walk its border with [Belarus].", "its border with Belarus", "border:BY-UA"),
    ("[Moscow] denied it. [Ukraine] mined the border with [Belarus].", "border with Belarus", "border:BY-UA"),
    ("[Japan] urged [Ukraine] to close the border with [Belarus].", "border with Belarus", "border:BY-UA"),
    ("[Ukraine] watches its borders with [Russia] and [Belarus].", "its borders with Russia and Belarus", "border:BY-UA+RU-UA"),
    ("[Poland] will fence the country's border with [Ukraine].", "the country's border with Ukraine", "border:PL-UA"),
    ("Its troops crossed the border with [Ukraine], [Russia] said.", "border with Ukraine", "border:RU-UA"),
    ("[Gomel] is near the borders of both [Russia] and [Ukraine].", "borders of both Russia and Ukraine", "border:BY-RU+BY-UA"),
    # the other side comes from the context
    ("[Ukraine] dug in along the [Belarus] border.", "Belarus border", "border:BY-UA"),
    ("In [Volyn], near the [Belarusian] border, it was calm.", "Belarusian border", "border:BY-UA"),
    ("[Texas] sent more guards to the [Mexican] border.", "Mexican border", "border:MX-US"),
    ("[Antakya] lies close to the [Syrian] border.", "Syrian border", "border:SY-TR"),
    ("Near the [Oklahoma] border, north of [El Paso], it rained.", "Oklahoma border", "border:US.OK-US.TX"),
    ("Cars queued at the [Polish] border. Later [Kyiv] opened a gate.", "Polish border", "border:PL-UA"),
    ("[Kyiv] lies far from Kaya, on the border of [Belarus].", "border of Belarus", "border:BY-UA"),
    # two names that the recogniser took for one
    ("A quake shook the [?Texas-Oklahoma] border.", "Texas-Oklahoma border", "border:US.OK-US.TX"),
    ("In [El Paso] they heard of fires on the [Georgia] border.", "Georgia border", "border:GE"),
    ("From [Tbilisi] to the [Russian] border it is not far.", "Russian border", "border:GE-RU"),
    ("Rain in [Florida] reached the [Georgia] state line.", "Georgia state line", "border:US.FL-US.GA"),
    # nothing says which neighbour
    ("[Kyiv] looked at the western border of [Belarus].", "western border of Belarus", "border:BY:west"),
    ("Calm on the border shared by [Senegal] and the [Gambia].", "border shared by Senegal and the Gambia", "border:GM-SN"),
    ("Trucks waited at the [Belarusian] border.", "Belarusian border", "border:BY"),
    ("Nobody may move [Ukraine]'s borders.", "Ukraine's borders", "border:UA"),
    ("The borders of [Ukraine] were drawn in 1991.", "borders of Ukraine", "border:UA"),
    ("[Belarus]' border is long.", "Belarus' border", "border:BY"),
    # a line break inside a paragraph is a space
    ("Soldiers on the border with\n[Belarus] wrote to [Kyiv].", "border with\nBelarus", "border:BY-UA"),
]  # fmt: skip

NOT_FOUND = [
    "A border between north and [Japan] means nothing.",
    "Its maritime border with [Mexico] is disputed.",
    "The village shares a border with [Tijuana].",
    "It lies at the eastern border of the [U.S.] state of Nowhere.",
    "[Polish] border guards stopped the bus.",
    "The [US] Border Patrol drove past.",
    "A [Mexican] border town slept.",
    "Cross-border trade with [Mexico] fell.",
    "[Scotland] bred the border collie.",
    "His taste borders on that of [France].",
    "[Ukraine] borders [Poland] in the west.",
    "[Belarus]. Border checks went on.",
    "[Belarus].\n\nborder checks went on.",
    "He left [Belarus]\n\nborder guards stayed.",
    "A borderline case in [Texas].",
    "The [Texas] boundary-layer study ended.",
    "He shares no border with reason in [France].",
    "She tested the borders of [Polish] cuisine.",
    "He crossed the borders of [Poland]'s patience.",
    "The border with [Ukrainian] forces moved.",
    "The [Tijuana] border was crowded.",
    "Borders, the bookshop, left [Texas].",
    "The non-[Mexican] border was meant.",
    "EU-[Belarus] border queues grew.",
]

NOT_DRAWN = [
    ("A [US]-[Russian] border does not exist on land.", "US-Russian border", "share no land boundary"),
    ("The [?Freedonia]–[Belarus] border is fiction.", "Freedonia–Belarus border", "not resolved"),
    ("The border between [Japan] and [China] is the sea.", "border between Japan and China", "share no land boundary"),
    ("The [US]-[Texas] border is nonsense.", "US-Texas border", "share no land boundary"),
]


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes()


def read(sentence: str, shapes: Shapes) -> tuple[str, list[Mention]]:
    text, mentions = marked(sentence)
    located = locate(Article(text), mentions, shapes, SmallGazetteer())
    assert list(located) == sorted(located, key=lambda mention: (mention.start, -mention.end))
    assert all(text[mention.start : mention.end] == mention.surface for mention in located)
    return text, [mention for mention in located if mention.kind == "border"]


@pytest.mark.parametrize(("sentence", "surface", "border"), FOUND)
def test_border_phrase_is_found_whole_and_names_its_border(sentence, surface, border, shapes):
    _, (found,) = read(sentence, shapes)
    assert found.surface == surface
    assert found.place and found.place.id == border, found.resolution.reasons
    line = shape(found.location.geometry)
    assert line.geom_type in ("LineString", "MultiLineString") and line.length > 0
    assert line.distance(shape({"type": "Point", "coordinates": [found.location.lon, found.location.lat]})) < 1e-9
    assert 0 < found.confidence <= 0.9


@pytest.mark.parametrize("sentence", NOT_FOUND)
def test_other_uses_of_the_word_are_left_alone(sentence, shapes):
    assert read(sentence, shapes)[1] == []


@pytest.mark.parametrize(("sentence", "surface", "reason"), NOT_DRAWN)
def test_what_cannot_be_drawn_stays_as_text_and_says_why(sentence, surface, reason, shapes):
    _, (found,) = read(sentence, shapes)
    assert found.surface == surface
    assert found.place is None and found.location is None
    assert reason in found.resolution.reasons[0]
