from tests.resolution.test_decision import resolved


def reasons_of(sentence, surface):
    return next(m.resolution.reasons for m in resolved(sentence) if m.surface == surface)


def test_the_holder_in_the_text_is_a_reason():
    assert "the text puts it in “Texas”" in reasons_of("Rain on [Paris], [Texas].", "Paris")


def test_the_most_populous_namesake_is_told():
    assert "the most populous of 2 places of that name" in reasons_of("Rain on [Paris].", "Paris")


def test_neighbours_are_counted():
    reasons = reasons_of("Rain on [Lamar County] and on [Paris], [Texas].", "Lamar County")
    assert "1 other place of this article within 120 km" in reasons


def test_the_only_place_of_a_name_says_so():
    assert reasons_of("Talks in [Minsk].", "Minsk")[0] == "the only place of that name in the gazetteer"


def test_a_people_names_its_country():
    assert any("French" in r and "France" in r for r in reasons_of("The [French] navy.", "French"))


def test_no_reason_is_told_twice():
    reasons = reasons_of("[Paris] and [Lyon] and [France]", "Paris")
    assert len(reasons) == len(set(reasons)) <= 4
