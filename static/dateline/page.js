/* Links the article, the map and the card of a self-contained page. */
function datelinePage(map, page) {
  "use strict";
  var card = new CardView(document.querySelector(".card"), function (mention) { show(mention, true, true); });
  var article = new ArticleView(document.querySelector(".article"), function (mention) { show(mention, true, false); });
  var byPlace = {}, all = page.article.mentions.map(function (row) { return row[0]; });
  page.article.mentions.forEach(function (row) { if (row[4] >= 0) (byPlace[row[4]] = byPlace[row[4]] || []).push(row[0]); });

  function compose(mention) {
    var place = page.article.mentions[mention][4], same = place >= 0 ? byPlace[place] : CardView.namesakes(mention, all, page.excerpts);
    var at = same.indexOf(mention);
    var first = Math.max(0, Math.min(at - page.most / 2, same.length - page.most));
    return Object.assign({
      count: same.length, position: at, current: mention,
      previous: at ? same[at - 1] : null, next: at + 1 < same.length ? same[at + 1] : null,
      excerpts: same.slice(first, first + page.most).map(function (other) { return [other].concat(page.excerpts[other]); })
    }, page.cards[mention]);
  }

  function tell(mention) { card.fill(mention === null ? page.overview : compose(mention)); }

  function show(mention, move, scroll) {
    var place = mention === null ? -1 : page.article.mentions[mention][4];
    article.show(mention, scroll);
    map.select(place >= 0 ? place : null, move);
    tell(mention);
  }

  article.onHover = function (place, on) { map.glance(place, on); };
  map.onPick(function (place) {
    article.showPlace(place);
    tell(article.picked);
  });
  if (!document.title) document.title = page.title;
  article.fill(page.article);
  card.fill(page.overview);
}
