/* Links the list of articles, the article, the map and the card of a self-contained page of several articles.
 *
 * Mentions and places are numbered over all articles. Everything reaches the page through text nodes. `page` is that of
 * geo/drawing/several.py.
 */
function datelineSeveral(map, page) {
  "use strict";
  var NAMED = ["mention", "mentions"];
  var root = document.querySelector(".desk"), shelf = root.querySelector(".shelf"), back = root.querySelector(".back");
  var sheet = root.querySelector(".article"), byPlace = {}, places = [], home = [], inOne = [], opened = null, lines = [];
  var card = new CardView(document.querySelector(".card"), function (mention) { show(mention, true); });
  var article = new ArticleView(sheet, function (mention) { show(mention, false); });

  page.articles.forEach(function (told, number) {
    inOne[number] = told.mentions.map(function (row) { return row[0]; });
    told.mentions.forEach(function (row) {
      home[row[0]] = number;
      places[row[0]] = row[4];
      if (row[4] >= 0) (byPlace[row[4]] = byPlace[row[4]] || []).push(row[0]);
    });
  });

  function node(tag, className, words) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (words !== undefined) made.textContent = words;
    return made;
  }

  function heading(number) {
    var told = page.articles[number];
    return told.by ? told.name + " · " + told.by : told.name;
  }

  /* What the card says of a place: of the picked mention or, where none is, of the first one. */
  function compose(mention, place) {
    var same = place >= 0 ? byPlace[place] : CardView.namesakes(mention, inOne[home[mention]], page.excerpts), at = mention === null ? null : same.indexOf(mention), here = at === null ? -1 : at;
    var first = Math.max(0, Math.min(here - page.most / 2, same.length - page.most)), above = null;
    return Object.assign({
      count: same.length, position: at, current: mention,
      previous: at ? same[at - 1] : null, next: here + 1 < same.length ? same[here + 1] : null,
      excerpts: same.slice(first, first + page.most).map(function (other) {
        var source = home[other] === above ? "" : heading(home[other]);
        above = home[other];
        return [other].concat(page.excerpts[other], source);
      })
    }, page.cards[page.card[mention === null ? same[0] : mention]]);
  }

  function open(number) {
    if (opened === number) return;
    opened = number;
    article.fill(page.articles[number]);
    sheet.setAttribute("aria-label", page.articles[number].name);
    sheet.scrollTop = 0;
    turn(true);
  }

  /* Either the list or an article is in sight. */
  function turn(reading) {
    shelf.hidden = reading;
    sheet.hidden = back.hidden = !reading;
  }

  function close() {
    var number = opened;
    opened = null;
    turn(false);
    show(null, false);
    if (number !== null) lines[number].querySelector("button").focus();
  }

  function show(mention, move) {
    if (mention === null) {
      article.show(null, false);
      map.select(null, false);
      card.fill(page.overview);
      return;
    }
    open(home[mention]);
    article.show(mention, true);
    map.select(places[mention] >= 0 ? places[mention] : null, move !== false);
    card.fill(compose(mention, places[mention]));
  }

  /* A mark was picked: the open article goes to its sentence where it names the place; otherwise the card says who does. */
  map.onPick(function (place) {
    if (place === null) { show(null, false); return; }
    if (opened !== null) article.showPlace(place);
    card.fill(compose(opened === null ? null : article.picked, place));
  });
  article.onHover = function (place, on) { map.glance(place, on); };

  function line(told, number) {
    var item = node("li"), button = node("button"), count = told.mentions.length;
    button.type = "button";
    button.append(node("strong", "", told.name), node("span", "", [told.by, count + " " + NAMED[count === 1 ? 0 : 1]].filter(Boolean).join(" · ")));
    button.addEventListener("click", function () { open(number); sheet.focus({preventScroll: true}); });
    item.append(button);
    return item;
  }

  function list() {
    var all = node("ol"), find = node("input");
    find.type = "search";
    find.placeholder = "Find in titles";
    find.setAttribute("aria-label", "Find in titles");
    find.addEventListener("input", function () {
      var wanted = find.value.trim().toLowerCase();
      lines.forEach(function (item, number) { item.hidden = heading(number).toLowerCase().indexOf(wanted) < 0; });
    });
    lines = page.articles.map(line);
    all.append.apply(all, lines);
    shelf.append(node("h1", "", page.articles.length + " articles"), find, all);
  }

  back.addEventListener("click", close);
  list();
  turn(false);
  card.fill(page.overview);
}
