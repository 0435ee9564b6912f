// Asking, and what is shown of an answer.

const RECENT = "recent questions";
const MOST_RECENT = 6;
const LONGEST_CHIP = 90;

// The tab and the question follow an address at once. An answer that came later would undo what was pressed meanwhile.
function standAt(search) {
  showTab(search);
  fillQuestion(new URLSearchParams(search).get("q") ?? "");
}

// Gradio calls the script before all of the page is there. Where the address asks nothing, somebody may have begun to type.
function comeUp() {
  if (!questionBox() || !find("#tabs [role=tab]")) return requestAnimationFrame(comeUp);
  if (fields().has("q")) standAt(window.location.search);
  else showTab(window.location.search);
  bringBackTyped();
  aboveAll.observe(find("#ask"));
}

function showTab(search) {
  const name = new URLSearchParams(search).get("tab") ?? "ask";
  const tab = find(`#tabs [role=tab][data-tab-id="${CSS.escape(name)}"]`);
  if (tab?.getAttribute("aria-selected") === "false") tab.click();
}

function questionBox() {
  return find("#question textarea, #question input");
}

function fillQuestion(text) {
  const box = questionBox();
  if (!box || box.value === text) return;
  box.value = text;
  box.dispatchEvent(new Event("input", { bubbles: true })); // so that Gradio knows it
}

function beBusy() {
  root.classList.add("busy");
  announceLong(own.answering);
}

function show(search, first = false) {
  beBusy();
  if (first) comeUp();
  else standAt(search);
  focusArticle = new URLSearchParams(search).has("passage") || new URLSearchParams(search).has("article");
  send("submit", { address: search, first });
  if (!first && !new URLSearchParams(search).has("q")) send("example_select", {}); // the archive may have changed
  lookAtFolder(search);
}

function lookAtFolder(search) {
  const tab = new URLSearchParams(search).get("tab");
  if (tab === "index") send("focus", {});
  if (tab === "notebook") listKept();
}

// What stays on top is as tall as the question is long: what is scrolled to comes below it.
const aboveAll = new ResizeObserver(([question]) => {
  const top = parseFloat(getComputedStyle(question.target).top);
  if (question.target.offsetHeight) root.style.setProperty("--above", `${top + question.target.offsetHeight}px`);
});

function searchFor(question) {
  const kept = searchOnly(window.location.search);
  for (const name of ["shown", "order"]) kept.delete(name);
  if (kept.get("q") !== question) kept.delete("time"); // the words that were left unread are others
  kept.set("q", question);
  return addressOf(kept);
}

// Gradio calls it with the question's text and hands what it returns to the server: the whole search.
function asked(question) {
  underway.add("showing");
  return startAnswer(question);
}

function startAnswer(question) {
  beBusy();
  announced = null;
  opener = null;
  const address = searchFor(question);
  if (question.trim()) {
    remember(address);
    showTab(address);
  }
  return address;
}

// Gradio does not hear of an empty question: what is shown stays; nor of one while another is answered
// or the server is away: it waits.
function holdBack(event) {
  const box = questionBox();
  const asks = event.type === "click" ? event.target.closest("#ask-button") : event.target === box && event.key === "Enter";
  const empty = asks && !box.value.trim();
  if (!asks || !(empty || cut || underway.has("showing"))) return;
  event.preventDefault();
  event.stopPropagation();
  if (empty) {
    box.focus();
    toast(own.type_question, true);
  } else show(startAnswer(box.value));
}

function recent() {
  try {
    return JSON.parse(window.sessionStorage.getItem(RECENT)) ?? [];
  } catch {
    return []; // the browser keeps nothing, or somebody wrote there
  }
}

// Only what was answered is worth asking again.
function keepRecent() {
  const question = find("#results [data-asked]") && new URLSearchParams(shownSearch()).get("q").trim();
  if (!question) return;
  try {
    const others = recent().filter((each) => each !== question);
    window.sessionStorage.setItem(RECENT, JSON.stringify([question, ...others].slice(0, MOST_RECENT)));
  } catch {
    return; // the browser keeps nothing
  }
}

function showRecent() {
  const box = find("[data-recent]");
  if (!box) return;
  const now = fields().get("q");
  const questions = recent().filter((each) => each !== now);
  box.hidden = questions.length === 0;
  box.querySelector("ul").replaceChildren(
    ...questions.map((question) => {
      const link = document.createElement("a");
      link.className = "example";
      link.dir = "auto";
      link.dataset.opens = "page";
      link.href = `?${new URLSearchParams({ q: question })}`;
      const letters = [...question];
      link.textContent = question;
      if (letters.length > LONGEST_CHIP) {
        link.textContent = `${letters.slice(0, LONGEST_CHIP).join("").trim()}…`;
        link.title = question;
      }
      const item = document.createElement("li");
      item.append(link);
      return item;
    }),
  );
}

// Filters come after the evidence is painted, for the evidence is what is waited for. On a wide page they stand open.
function askFilters() {
  painted(() => {
    if (find("#results .verdict, #results .notice, [data-filters]")) send("tick", { address: shownSearch() });
  });
}

let filtersOpen = null;
function showFilters() {
  const box = find("[data-filters]");
  if (!box) return;
  box.open = filtersOpen ?? window.matchMedia("(min-width: 1000px)").matches;
  box.querySelector("summary").addEventListener("click", () => (filtersOpen = !box.open));
}

function applyDates(form) {
  const kept = searchOnly(window.location.search);
  kept.delete("shown");
  for (const name of ["after", "before"]) {
    kept.delete(name);
    if (form.elements[name].value) kept.set(name, form.elements[name].value);
  }
  if (form.dataset.dates === "read" && !kept.has("after") && !kept.has("before")) kept.set("time", "any");
  goTo(addressOf(kept));
}

function goTo(search) {
  opener = null;
  remember(search);
  show(search);
}
