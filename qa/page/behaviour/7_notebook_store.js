// The notebook, as this browser keeps it: passages in the visitor's order, each with what the server wrote of it, and a
// note. Every change reads what is there first, for another window may have changed it.

const NOTEBOOK = "notebook";
const NOTEBOOK_FORMAT = "qa-notebook";
const NOTEBOOK_VERSION = 1;
const STATED = ["quote", "file", "passage", "question", "retrieved"];
const PERHAPS_STATED = ["headline", "outlet", "author", "date", "place", "section", "url", "note", "address"];

function isEntry(entry) {
  return (
    /^[0-9a-f]{16}$/.test(entry.passage_id) &&
    STATED.every((name) => typeof entry[name] === "string") &&
    PERHAPS_STATED.every((name) => typeof (entry[name] ?? "") === "string") &&
    Number.isSafeInteger(entry.paragraph) &&
    entry.paragraph > 0 &&
    new Date(entry.retrieved).toISOString().slice(0, 10) === entry.retrieved
  );
}

// What a file or the store holds; null where that is no notebook.
function entriesIn(text) {
  try {
    const held = JSON.parse(text);
    const known = held.format === NOTEBOOK_FORMAT && held.version === NOTEBOOK_VERSION;
    return known && held.entries.every(isEntry) ? held.entries : null;
  } catch {
    return null;
  }
}

function notebookText(entries) {
  return `${JSON.stringify({ format: NOTEBOOK_FORMAT, version: NOTEBOOK_VERSION, entries }, null, 1)}\n`;
}

function kept() {
  try {
    return entriesIn(window.localStorage.getItem(NOTEBOOK)) ?? [];
  } catch {
    return []; // the browser keeps nothing
  }
}

// `change` returns the entries as they are to be, null where they stay. What was no notebook is put aside.
function changeNotebook(change) {
  try {
    const stored = window.localStorage.getItem(NOTEBOOK);
    if (stored !== null && !entriesIn(stored)) window.localStorage.setItem(`${NOTEBOOK}, unreadable`, stored);
    const entries = change(kept());
    if (!entries) return false;
    window.localStorage.setItem(NOTEBOOK, notebookText(entries));
  } catch {
    toast(own.notebook.full, true);
    return false;
  }
  showKept();
  return true;
}

// Adds what is not there yet, and notes that say more; returns how many were added, null where that did not go.
function addKept(more) {
  let added = 0;
  const done = changeNotebook((entries) => {
    for (const entry of more) {
      const there = entries.find((each) => each.passage_id === entry.passage_id);
      if (there) there.note = bothNotes(there.note ?? "", entry.note ?? "").slice(0, LONGEST_NOTE);
      else added = entries.push(entry) && added + 1;
    }
    if (entries.length <= MOST_KEPT || !added) return entries;
    toast(own.notebook.limit.replace("{}", MOST_KEPT), true);
    return null;
  });
  return done ? added : null;
}

function bothNotes(ours, theirs) {
  if (ours.includes(theirs)) return ours;
  return theirs.includes(ours) ? theirs : `${ours}\n\n${theirs}`;
}

function takeOut(id) {
  let place = -1;
  let entry = null;
  changeNotebook((entries) => {
    place = entries.findIndex((each) => each.passage_id === id);
    [entry] = place < 0 ? [null] : entries.splice(place, 1);
    return entry && entries;
  });
  return { place, entry };
}

function putBack({ place, entry }) {
  changeNotebook((entries) => {
    if (entries.some((each) => each.passage_id === entry.passage_id)) return null;
    return entries.toSpliced(place, 0, entry);
  });
}

function moveBeside(id, other, step) {
  changeNotebook((entries) => {
    const moved = entries.find((each) => each.passage_id === id);
    const rest = entries.filter((each) => each !== moved);
    const there = rest.findIndex((each) => each.passage_id === other);
    return moved && there >= 0 ? rest.toSpliced(there + (step > 0), 0, moved) : null;
  });
}

function noteOn(id, note) {
  changeNotebook((entries) => {
    const entry = entries.find((each) => each.passage_id === id);
    return entry ? entries.with(entries.indexOf(entry), { ...entry, note }) : null;
  });
}
