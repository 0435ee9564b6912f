// Selected passages stay selected when the page is loaded again, for each search on its own.

const TICKS = "selected passages";
const MOST_SEARCHES = 30;

function tickedSearch() {
  const search = searchOnly(shownSearch());
  for (const name of ["shown", "order"]) search.delete(name); // the same search, with more of it or in another order
  return addressOf(search);
}

function ticks() {
  try {
    return JSON.parse(window.sessionStorage.getItem(TICKS)) ?? {};
  } catch {
    return {}; // the browser keeps nothing, or somebody wrote there
  }
}

function keepTicks() {
  const { [tickedSearch()]: before = [], ...others } = ticks();
  const boxes = every("#results .pick");
  const shown = boxes.map((box) => box.dataset.picks);
  const now = boxes.filter((box) => box.checked).map((box) => box.dataset.picks);
  const all = [...before.filter((id) => !shown.includes(id)), ...now];
  const searches = Object.entries(others).slice(1 - MOST_SEARCHES);
  if (all.length) searches.push([tickedSearch(), all]);
  try {
    window.sessionStorage.setItem(TICKS, JSON.stringify(Object.fromEntries(searches)));
  } catch {
    return; // the browser keeps nothing
  }
}

function showTicks() {
  const ticked = ticks()[tickedSearch()] ?? [];
  for (const box of every("#results .pick")) box.checked = ticked.includes(box.dataset.picks);
}
