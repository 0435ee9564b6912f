// The page's address says what is shown. Everything that is shown can be copied from there.

const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const every = (selector) => [...document.querySelectorAll(selector)];

function fields() {
  return new URLSearchParams(window.location.search);
}

function remember(search) {
  if (search !== window.location.search) {
    window.history.pushState(null, "", search || window.location.pathname);
  }
}

// A search without what only says where in it one reads.
function searchOnly(search) {
  const kept = new URLSearchParams(search);
  for (const name of ["passage", "sentence", "article", "tab", "sort", "list_page", "of", "month", "title"]) kept.delete(name);
  return kept;
}

function addressOf(kept) {
  return kept.size ? `?${kept}` : "";
}

function name() {
  const question = fields().get("q");
  const title = find("#masthead h1")?.textContent ?? document.title;
  document.title = question ? `${question} · ${title}` : title;
}

// The search whose answer is shown.
function shownSearch() {
  return find("#results [data-asked]")?.dataset.asked ?? addressOf(searchOnly(window.location.search));
}

// Links on the map are SVG's, whose href is no text.
function searchOf(link) {
  return new URL(link.getAttribute("href"), window.location.href).search;
}

// Links of the Archive tab and the notebook say nothing of what is asked: it stays in the address, and beside an article so does the list.
function followed(link) {
  const there = new URLSearchParams(searchOf(link));
  if (!["archive", "notebook"].includes(there.get("tab"))) return searchOf(link);
  const kept = link.dataset.opens === "article" ? fields() : searchOnly(window.location.search);
  for (const name of ["passage", "sentence", "article"]) kept.delete(name);
  for (const [name, value] of there) kept.set(name, value);
  return addressOf(kept);
}
