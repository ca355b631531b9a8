"""The switch between the views of disputed land."""


def test_a_switch_of_the_view_leaves_the_map_and_the_text_where_they_are(open_page, address):
    reader = open_page(address)
    reader.look_at(46.0, 34.0, 6)
    reader.sign()
    before, looking_at = reader.frame.evaluate("() => dateline.version"), reader.view()
    reader.page.get_by_text("Borders: United Nations view").wait_for()
    reader.page.get_by_role("button", name="Show the de facto view").click()
    reader.page.get_by_text("Borders: de facto view").first.wait_for()
    reader.wait_until_drawn(before)
    assert reader.view() == looking_at
    assert reader.signed()
    assert reader.frame.locator(".leaflet-control-attribution").inner_text().endswith("Borders: de facto view")


def test_the_line_at_perekop_is_drawn_de_facto_only(open_page, address):
    shown = """view => {
        const layer = dateline.layers[3], found = [];
        layer.dashes.eachLayer(line => {
            if (line.feature.properties.view === view) found.push(line.options.opacity > 0 && line.options.dashArray !== null);
        });
        return found.length > 0 && found.every(Boolean);
    }"""
    un, de_facto = open_page(address), open_page(f"{address}/?borders=de-facto")
    for reader in (un, de_facto):
        reader.frame.wait_for_function("() => dateline.layers[3].drawn")
    assert [un.frame.evaluate(shown, view) for view in ("both", "un", "de-facto")] == [True, True, False]
    assert [de_facto.frame.evaluate(shown, view) for view in ("both", "un", "de-facto")] == [True, False, True]


def test_the_picked_place_stays_picked_in_the_other_view(open_page, address):
    reader = open_page(address)
    reader.mark("Kharkiv").click()
    reader.wait_card("Kharkiv")
    reader.page.get_by_role("button", name="Show the de facto view").click()
    reader.page.get_by_text("Borders: de facto view").first.wait_for()
    reader.wait_card("Kharkiv")
    reader.wait_picked("Kharkiv")


def test_the_views_are_explained_on_a_narrow_screen_without_overflow(open_page, address):
    reader = open_page(address, width=390, height=800)
    reader.page.get_by_role("button", name="What is the difference?").click()
    reader.page.get_by_text("In the de-facto view").wait_for()
    assert reader.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
