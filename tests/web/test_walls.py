import pytest

from geo.web.walls import SHORT, TEASER, wall

SENTENCE = "The ferry from Korsakov left the harbour at noon with forty passengers on board. "
BRIEF = SENTENCE * 3
ARTICLE = SENTENCE * 40


def page(body, head=""):
    return f"<!doctype html><html><head><title>Ferry leaves</title>{head}</head><body>{body}</body></html>"


def not_free(extra=""):
    return (
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": false{extra}}}</script>'
    )


def test_an_article_is_no_wall():
    assert wall(page(ARTICLE), ARTICLE) is None


def test_a_short_piece_of_news_is_no_wall():
    assert wall(page(BRIEF), BRIEF) is None


@pytest.mark.parametrize(
    "head",
    [
        not_free(),
        '<script>{"isAccessibleForFree":"False"}</script>',
        "<script>{'isAccessibleForFree' : 'http://schema.org/False'}</script>",
        '<meta itemprop="isAccessibleForFree" content="false">',
        '<meta property="article:content_tier" content="locked">',
        '<meta name="article:content_tier" content="metered"/>',
    ],
)
def test_a_teaser_of_a_page_that_is_not_free_is_told(head):
    assert "behind a paywall" in wall(page(BRIEF, head), BRIEF)


@pytest.mark.parametrize(
    "head", ['<script>{"isAccessibleForFree": true}</script>', '<meta property="article:content_tier" content="free">']
)
def test_a_page_that_says_it_is_free_is_none(head):
    assert wall(page(BRIEF, head), BRIEF) is None


def test_a_page_that_is_not_free_but_gives_the_whole_article_is_read():
    assert len(ARTICLE) > TEASER and wall(page(ARTICLE, not_free()), ARTICLE) is None


def test_words_that_the_page_counts_tell_a_teaser_from_the_article():
    words = len(ARTICLE.split())
    assert "paywall" in wall(page(ARTICLE, not_free(f', "wordCount": {2 * words}')), ARTICLE)
    assert wall(page(ARTICLE, not_free(f', "wordCount": "{words + 20}"')), ARTICLE) is None
    assert wall(page(BRIEF, not_free(f', "wordCount": {len(BRIEF.split())}')), BRIEF) is None


@pytest.mark.parametrize(
    "words",
    [
        "Please enable JavaScript to view this page.",
        "You need to enable JavaScript to run this app.",
        "JavaScript is disabled in your browser.",
        "This site requires Javascript.",
        "Bitte aktivieren Sie JavaScript.",
        "Veuillez activer le JavaScript.",
        "Включите JavaScript",
    ],
)
def test_a_page_that_needs_scripts_is_told(words):
    assert "only where scripts run" in wall(page(f"<div id=app></div><noscript>{words}</noscript>"), "")
    assert "only where scripts run" in wall(page(words), words)


def test_a_hint_about_scripts_beside_an_article_is_left_alone():
    assert wall(page(BRIEF + "<noscript>Enable JavaScript to comment.</noscript>"), BRIEF) is None
    assert wall(page("x"), ARTICLE + " Please enable JavaScript to comment.") is None


@pytest.mark.parametrize(
    "words",
    [
        "We use cookies. Accept all cookies, or manage your cookie settings.",
        "Before you continue: we and 812 partners ask for your consent to cookies.",
        "Wir verwenden Cookies. Alle Cookies annehmen. Nur nötige Cookies.",
    ],
)
def test_a_form_for_consent_is_told(words):
    assert "consent to cookies" in wall(page(words), words)


@pytest.mark.parametrize("address", ["https://consent.example.org/collect?x", "https://news.example.org/consent?to=/a"])
def test_a_redirection_to_a_form_for_consent_is_told(address):
    assert "consent to cookies" in wall(page("Agree"), "Agree", address)


@pytest.mark.parametrize(
    "address",
    ["https://login.example.org/", "https://news.example.org/sign-in?next=/a", "https://news.example.org/subscribe"],
)
def test_a_redirection_to_a_login_is_told(address):
    assert "asks for a login" in wall(page("Your e-mail"), "Your e-mail", address)


def test_an_article_about_logins_at_such_an_address_is_read():
    assert wall(page(ARTICLE), ARTICLE, "https://news.example.org/login-reform") is None


@pytest.mark.parametrize(
    "markup",
    [
        "<html><head><title>Just a moment...</title></head><body>Checking</body></html>",
        "<html><title>Are you a robot?</title>Confirm</html>",
        page('<div class="h-captcha"></div>Confirm'),
        page("<h1>Access denied</h1>"),
        page("Checking your browser before you go on."),
        page("<script src=/cdn-cgi/challenge-platform/x.js></script>"),
    ],
)
def test_a_check_for_robots_is_told(markup):
    assert "check for robots" in wall(markup, "Checking")


def test_a_form_with_a_check_for_robots_under_a_short_article_is_left_alone():
    assert wall(page(BRIEF + '<div class="g-recaptcha"></div>'), BRIEF) is None


def test_a_page_without_text_that_shows_no_sign_is_left_to_its_reader():
    assert wall(page(""), "") is None


@pytest.mark.parametrize(
    "markup",
    [
        "enable " * 300_000,
        "javascript " * 200_000,
        '"isAccessibleForFree":' * 100_000,
        "<title>" * 300_000,
        " " * 2**21,
    ],
)
def test_hostile_markup_is_looked_through(markup):
    assert wall(markup, "") is None


def test_a_long_text_is_an_article_whatever_else_the_page_says():
    markup = page("<title>Just a moment</title> cookie cookie cookie enable javascript")
    assert wall(markup, "x" * SHORT, "https://consent.example.org/") is None
