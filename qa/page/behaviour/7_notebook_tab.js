// The notebook on its tab: the server renders it and says of each passage whether it is still there, without the notes,
// which leave the browser for a document only.

async function askNotebook(what, sent) {
  const posted = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(sent) };
  try {
    const response = await fetch(`notebook/${what}`, posted);
    if (response.ok) return response;
    toast((await response.json()).error, true);
  } catch {
    toast(own.notebook.unreachable, true);
  }
  return null;
}

async function keepOrNot(button) {
  const id = button.dataset.keeps;
  if (kept().some((each) => each.passage_id === id)) return removeKept(id);
  const sent = { address: shownSearch(), passage: id, sentence: cardOf(button).dataset.sentence };
  const answer = await (await askNotebook("keep", sent))?.json();
  if (answer && addKept([answer.entry]) !== null) toast(answer.message);
}

// How many are kept stands on the tab; a pressed button keeps its passage already.
function showKept() {
  const ids = kept().map((each) => each.passage_id);
  for (const tab of every("[role=tab][data-tab-id=notebook]")) tab.dataset.kept = ids.length || "";
  for (const button of every("[data-keeps]")) button.setAttribute("aria-pressed", String(ids.includes(button.dataset.keeps)));
}

function entryOf(element) {
  return element.closest("[data-entry]");
}

function listedIds() {
  return every("[data-entry]").map((each) => each.dataset.entry);
}

// Gradio makes the tab when it is first turned to.
async function notebookPlace() {
  for (let frames = 0; frames < 600 && !find("[data-notebook]"); frames++) await new Promise(requestAnimationFrame);
  return find("[data-notebook]");
}

let listing = 0;
async function listKept() {
  const turn = ++listing;
  const entries = kept().map((entry) => ({ ...entry, note: "" }));
  const html = await (await askNotebook("show", { entries }))?.text();
  const place = html && (await notebookPlace());
  if (!place || turn !== listing) return;
  const writing = document.activeElement?.dataset?.notes;
  const { selectionStart, selectionEnd } = writing ? document.activeElement : {};
  place.innerHTML = html;
  afterListing();
  const box = writing && find(`[data-notes="${writing}"]`);
  box?.focus({ preventScroll: true });
  box?.setSelectionRange(selectionStart, selectionEnd);
}

function afterListing() {
  const entries = kept();
  for (const box of every("[data-notes]")) {
    if (box !== document.activeElement) box.value = entries.find((each) => each.passage_id === box.dataset.notes)?.note ?? "";
    fitNote(box);
  }
  for (const [selector, end] of [["[data-moves='-1']", "first"], ["[data-moves='1']", "last"]]) {
    for (const button of every(selector)) button.setAttribute("aria-disabled", String(button.closest("li").matches(`:${end}-child`)));
  }
}

function fitNote(box) {
  if (CSS.supports("field-sizing", "content")) return;
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

function writeNote(box) {
  fitNote(box);
  noteOn(box.dataset.notes, box.value);
}

function moveKept(button) {
  const item = button.closest("li");
  const step = Number(button.dataset.moves);
  const beside = step < 0 ? item.previousElementSibling : item.nextElementSibling;
  if (!beside) return;
  moveBeside(entryOf(button).dataset.entry, beside.querySelector("[data-entry]").dataset.entry, step);
  beside[step < 0 ? "before" : "after"](item);
  afterListing();
  button.focus();
  item.scrollIntoView({ block: "nearest" });
  const ids = listedIds();
  const place = ids.indexOf(entryOf(button).dataset.entry) + 1;
  announce(own.notebook.moved.replace("{}", place).replace("{}", ids.length));
}

function removeKept(id) {
  const taken = takeOut(id);
  const item = find(`[data-entry="${id}"]`)?.closest("li");
  if (!taken.entry) return item?.remove();
  const focused = item?.contains(document.activeElement);
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  item?.remove();
  if (item) afterListing();
  if (item && !next) listKept(); // it says then that nothing is kept
  async function takeBack() {
    putBack(taken);
    if (item) await listKept();
    find(`[data-removes="${id}"]`)?.focus();
  }
  offerUndo(takeBack, focused, () => next?.querySelector("[data-removes]").focus());
}

// What was pressed by keyboard has the focus until it is over: then it goes to what comes next.
function offerUndo(takeBack, focused, goOn) {
  toast(own.notebook.removed);
  const box = find("#toast");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: own.notebook.undo });
  function end() {
    const here = button === document.activeElement;
    if (button.isConnected) hideToast();
    button.remove();
    if (here) goOn();
  }
  button.addEventListener("click", () => {
    button.remove();
    hideToast();
    takeBack();
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation(); // it closes nothing else
    end();
  });
  box.append(" ", button);
  window.clearTimeout(toastEnd);
  toastEnd = window.setTimeout(end, LONGER);
  if (focused) button.focus({ preventScroll: true });
}

function saveNotebook() {
  const day = new Date().toLocaleDateString("sv"); // as 2026-11-22, of this place's day
  const name = `notebook-${day}.json`;
  handOver(name, new Blob([notebookText(kept())], { type: "application/json" }));
  toast(own.notebook.saved.replace("{}", name));
}

// Not on the tab, which may be rendered once more while somebody chooses a file.
const fileChooser = Object.assign(document.createElement("input"), { type: "file", accept: ".json" });
fileChooser.addEventListener("change", openNotebook);

async function openNotebook() {
  const [file] = fileChooser.files;
  if (!file) return;
  const entries = entriesIn(await file.text());
  fileChooser.value = ""; // the same file may be opened once more
  if (!entries) return toast(own.notebook.unreadable, true);
  const added = addKept(entries);
  if (added === null) return;
  await listKept();
  toast(own.notebook.opened.replace("{}", added).replace("{}", entries.length - added));
}

async function exportNotebook(button) {
  closeMenus();
  const page = window.location.origin + window.location.pathname;
  const response = await askNotebook("export", { format: button.dataset.exports, page, entries: kept() });
  if (!response) return;
  const [, name] = response.headers.get("content-disposition").match(/filename="(.+)"/);
  handOver(name, await response.blob());
  toast(own.notebook.saved.replace("{}", name));
}

// Another window of this browser has changed it.
window.addEventListener("storage", (event) => {
  if (event.key !== NOTEBOOK && event.key !== null) return;
  showKept();
  if (fields().get("tab") !== "notebook") return;
  const ids = kept().map((each) => each.passage_id);
  if (String(ids) === String(listedIds())) afterListing();
  else listKept();
});
