import pytest

from geo.boilerplate import phrases
from geo.boilerplate.phrases import reason_of

LINES = {
    phrases.LINK: (
        "Also Read – Storm over Riga", "READ MORE: Storm over Riga", "Read more", "Read more about storms in our archive",
        "Related", "Related stories:", "Related: Storm over Riga", "See also", "Continue reading", "Lire aussi : Orage à Riga",
        "Watch: Storm tears roof off church", "More: What we know of the storm", "Read the full story", "You may also like:",
    ),
    phrases.CAPTION: (
        "Photo: AFP", "File photo of the port of Riga", "Image caption, The port of Riga", "Photograph: Jane Doe/The Herald",
        "AP Photo/Jane Doe", "Jane Doe/Reuters", "Getty Images", "Image 3 of 12", "Credit: Jane Doe", "Photo by Jane Doe",
        "Picture: Council of Riga", "Foto: dpa", "FILE - The port of Riga, Sept. 12, 2021.",
        "5 of 5 | A woman in Riga, Feb. 8, 2021.", "1/3] Rescuers search in Riga. REUTERS/Jane Doe",
    ),
    phrases.NAVIGATION: (
        "Skip to main content", "Back to top", "Log in / Register", "Privacy policy", "4 min read", "Page 3 of 7", "Load more",
        "Please enable JavaScript to view this page", "Copy link", "Terms and conditions",
    ),
    phrases.CALL: (
        "Subscribe", "Subscribe now!", "Subscribe to our newsletter", "Sign up for free alerts", "Download our app",
        "Follow us on Facebook", "Follow The Riga Herald on Telegram", "Share this article", "Share on WhatsApp",
        "Facebook Twitter Email", "Click here for tickets", "To see more, click here.", "Become a member today",
        "Support our journalism from one euro a month", "Get the news in your inbox with our newsletter",
        "To suggest a correction or clarification, write to us here.", "Are you in Riga? Share your pictures.",
        "You can also highlight the text and press Ctrl + Enter.", "You can support The Riga Herald here.",
        "For more on this, visit our page on storms", "This article is for subscribers only",
    ),
    phrases.COOKIES: (
        "We use cookies to improve this site", "Accept all cookies", "Accept all", "This website uses cookies.",
        "By continuing you accept the use of cookies",
    ),
    phrases.COPYRIGHT: (
        "© 2021 The Riga Herald", "Copyright The Riga Herald 2021", "Copyright © The Riga Herald", "All rights reserved.",
        "The Riga Herald. All rights reserved", "This text may not be reproduced, copied or sold without permission.",
    ),
    phrases.REPORTERS: (
        "Reporting by Jane Doe in Riga; Editing by John Roe", "Additional reporting by Jane Doe", "Edited by Jane Doe",
        "With inputs from agencies", "With reporting by Jane Doe", "Jane Doe in Riga contributed to this report.",
        "With Agence France-Presse and Reuters", "Source: Al Jazeera and news agencies", "Edited by: Jane Doe",
    ),
    phrases.PUBLISHED: (
        "This story was originally published in The Riga Herald.", "A version of this article appeared in print.",
        "The post Storm over Riga appeared first on The Riga Herald.", "Our standards: The code of The Riga Herald",
        "Last modified on Thu 3 Jul 2025 11.00 CEST", "The views expressed in this article are those of the author.",
        "This is a developing story.", "This article has been republished under a free licence.",
        "First published on 3 March 2021", "Except for the headline, this story has not been edited by our staff",
    ),
    phrases.ADVERTISEMENT: (
        "Advertisement", "ADVERTISEMENT - CONTINUE READING BELOW", "Sponsored content", "Story continues below advertisement",
        "Scroll to continue", "Anzeige",
    ),
    phrases.COMMENTS: (
        "12 comments", "1,204 Comments", "View all 12 comments", "Comments (3)", "Comments", "Leave a reply", "No comments yet",
        "Join the conversation", "What do you think? Tell us in the comments", "34 shares", "Comments are closed",
    ),
    phrases.TAGS: ("Tags: Riga, Latvia", "Topics | Riga | storms", "#riga #storm", "Filed under: Latvia"),
}  # fmt: skip

SENTENCES = (
    "Read more slowly, the teacher said.", "Read more books!", "Related crimes were reported from Riga.", "Related-party deals",
    "See also the report by Doe.", "Also read by the court was a letter from Riga.", "Follow the road to Kyiv.",
    "Follow me to Riga, he wrote on Facebook.", "Photos show a crater.", "Photographs by satellites showed smoke.",
    "Image problems of Riga", "Pictured from above, Riga is a star.", "Skip the queue at the castle of Riga",
    "Back home in Riga", "Back to Riga", "Go home", "Home", "Contact was lost over Riga.", "About us they knew nothing.",
    "Subscribe, he had said.", "Signing up took an hour.", "Sign up began on Monday.", "Get to Riga before the storm.",
    "Share the road with cyclists.", "Share prices rose in Riga.", "Like thousands on Facebook, she was angry.",
    "If you tell us the truth, you may go.", "Support for Riga came from Oslo.", "X",
    "We ate cookies in Riga.", "Our cookies are from Riga.", "Copyright law in Latvia", "All rights were reserved to the king.",
    "Reporting by Amnesty showed that the port was closed.", "Writing by candlelight, he ended the letter.",
    "Edited by Jane Doe, the book appeared in Riga.", "With files from the archive in Riga, she proved it.",
    "The story was first told by a shepherd near Riga.", "The report was produced by the port of Riga.",
    "First published in Riga in 1926, the novel was forgotten.", "This story is also about Riga.",
    "Advertisements for houses in Riga", "Ad hoc courts", "Adverts in Riga ask for a year’s rent.",
    "No comment", "No comment, said Riga.", "Comments from Riga", "Two comments were taken back.", "Join the army",
    "What do you think happens below the dam?", "Topics such as water and schools", "Tags on the crates said Riga.",
    "Topics: water, health and schools were all agreed.", "#riga", "KYIV, Ukraine, Feb 27 (AP) —", "14:05 Shelling in Kharkiv",
    "The post office appeared first on the map of Riga.", "The post in Riga was attacked first on Sunday.",
    "With France and Germany out, Riga won.", "With AFP troops gone, Riga fell.", "Our standards are those of Riga, she said.",
    "Source: the river rises in Latvia.", "The views from Riga are splendid.", "Join our walk", "Get notified, he said.",
    "To suggest peace in Riga was treason.", "Are you in Riga?, he asked.", "Have you been to Riga, he asked.",
    "If you like Riga, you will like Oslo.", "File under Riga, he said.", "1 of 5 boats sank off Riga.", "Reports",
    "What happens next", "By Jane Doe", "Riga", "12 dead in Riga", "3 of 12", "(Reuters)", "Reuters", "Analysis", "",
)  # fmt: skip


@pytest.mark.parametrize(("reason", "words"), [(reason, words) for reason in LINES for words in LINES[reason]])
def test_a_line_of_the_page_is_told_by_its_words(reason, words):
    assert reason_of(words, first=False) == reason


@pytest.mark.parametrize("words", SENTENCES)
def test_a_line_of_the_article_is_let_be(words):
    assert reason_of(words, first=False) is None


def test_what_may_be_the_articles_own_headline_is_a_link_in_later_lines_only():
    assert reason_of("Watch: Storm tears roof off church", first=True) is None
    assert reason_of("Also read: Storm tears roof off church", first=True) == phrases.LINK
