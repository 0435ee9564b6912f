// The article that is read beside the results.

const narrow = window.matchMedia("(max-width: 999px)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

let opener = null; // the address of the link that opened the article: focus returns to it
let pressedLink = null; // that link itself, for another may lead to the same place; it goes when the results are drawn again
let openerTop = null; // where that link stood in the window, so that it can be kept there
let focusArticle = false;

function openArticle(link) {
  const search = followed(link);
  opener = searchOf(link);
  pressedLink = link;
  openerTop = link.getBoundingClientRect().top;
  focusArticle = true;
  remember(search);
  send("select", { address: search });
}

function closeArticle() {
  const kept = fields();
  opener ??= window.location.search;
  openerTop = openerLink()?.getBoundingClientRect().top ?? null;
  for (const name of ["passage", "sentence", "article"]) kept.delete(name);
  remember(addressOf(kept));
  send("clear", {});
}

// On a narrow screen the article covers the page, so the keyboard must not wander behind it.
function coverPage() {
  const covered = narrow.matches && find("#article .article") !== null;
  for (const part of every("#masthead, #tabs")) part.inert = covered;
}

function enterArticle() {
  const target = find("#article [data-focus]");
  if (!target) return;
  reached = target.dataset.match ?? null;
  scrollArticle(target);
  target.focus({ preventScroll: true });
}

function scrollArticle(target) {
  const box = find("#article .article");
  const above = target.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
  const room = Math.max(90, (box.clientHeight - target.getBoundingClientRect().height) / 3);
  box.scrollTo({ top: above - room, behavior: calm.matches ? "auto" : "smooth" });
}

function openerLink() {
  const leads = (link) => [searchOf(link), followed(link)].includes(opener);
  return pressedLink?.isConnected && leads(pressedLink) ? pressedLink : every("a[data-opens=article]").find(leads);
}

// Opening and closing the article sets the results in another measure; the card in hand stays under the eye.
function holdStill() {
  const link = openerLink();
  if (link?.checkVisibility() && openerTop !== null) window.scrollBy({ top: link.getBoundingClientRect().top - openerTop, behavior: "instant" });
  openerTop = null;
}

function leaveArticle() {
  const target = openerLink() ?? questionBox();
  opener = pressedLink = null;
  target?.focus({ preventScroll: true });
}

// From one passage that matches the question to the next.
let reached = null;

function lead(step) {
  const matches = every("#article [data-match]");
  const here = matches.findIndex((each) => each.dataset.match === reached);
  const next = matches[(Math.max(here, step > 0 ? -1 : 0) + step + matches.length) % matches.length];
  next.tabIndex = -1;
  reached = next.dataset.match;
  scrollArticle(next);
  next.focus({ preventScroll: true });
}

// Find in the article: the places are highlighted by the browser, the article's text is left as it is.
let places = [];
let place = -1;

function findPlaces(words) {
  places = [];
  place = -1;
  const wanted = words.trim().toLowerCase();
  const body = find("#article .page");
  if (!wanted || !body) return;
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const parts = [];
  let whole = "";
  while (texts.nextNode()) {
    parts.push([whole.length, texts.currentNode]);
    whole += texts.currentNode.data;
  }
  const lower = whole.toLowerCase();
  if (lower.length !== whole.length) return; // a letter that is longer when small: places would be off
  const at = (offset) => {
    const [start, node] = parts.findLast(([start]) => start <= offset);
    return [node, offset - start];
  };
  for (let from = lower.indexOf(wanted); from >= 0; from = lower.indexOf(wanted, from + wanted.length)) {
    const range = new Range();
    range.setStart(...at(from));
    const [node, offset] = at(from + wanted.length - 1);
    range.setEnd(node, offset + 1);
    places.push(range);
  }
}

function findInArticle(box, step) {
  if (step === 0) {
    findPlaces(box.value);
    step = 1;
  }
  const line = find("#article [data-found]");
  if (places.length) {
    place = (place + step + places.length) % places.length;
    scrollArticle(places[place]);
    line.textContent = line.dataset.some.replace(/\{0?\}/, place + 1).replace(/\{1?\}/, places.length);
  } else line.textContent = box.value.trim() ? line.dataset.none : "";
  if (line.textContent) announce(line.textContent);
  if (!window.CSS?.highlights) return;
  CSS.highlights.set("found", new Highlight(...places));
  CSS.highlights.set("found-here", new Highlight(...places.slice(place, place + 1)));
}
