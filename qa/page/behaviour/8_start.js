// What happens when.

// What changed is painted a moment after Gradio says that the event is over.
function painted(then) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

function settled() {
  painted(() => {
    const reading = find("#article .article") !== null;
    const left = root.classList.contains("reading") && !reading && opener !== null;
    root.classList.toggle("reading", reading);
    root.classList.toggle("answered", find("#results .verdict, #results .notice") !== null);
    root.classList.remove("busy");
    finished(own.answering);
    coverPage();
    nameSkip();
    holdStill();
    name();
    announceVerdict();
    keepRecent();
    showRecent();
    showTicks();
    showHanded();
    countSelected();
    showMap();
    showKept();
    headPaper();
    if (reading && focusArticle) {
      enterArticle();
      focusArticle = false; // not before: what was pressed earlier may end while the article is still on its way
    } else if (left) leaveArticle();
  });
}

const PRESSED = {
  "[data-closes]": closeArticle,
  "[data-fetches]": fetchNeighbour,
  "[data-unfolds]": unfold,
  "[data-judges]": judge,
  "[data-copies]": copyQuote,
  "[data-saves]": save,
  "[data-links]": copyLink,
  "[data-keeps]": keepOrNot,
  "[data-moves]": moveKept,
  "[data-removes]": (button) => removeKept(button.dataset.removes),
  "[data-saves-notebook]": saveNotebook,
  "[data-loads-notebook]": () => fileChooser.click(),
  "[data-exports]": exportNotebook,
  "[data-speaks]": (button) => speak(button.dataset.speaks),
  "[data-draws]": drawMap,
  "[data-leads]": (button) => lead(Number(button.dataset.leads)),
  "#tabs [role=tab]": pressTab,
  "#rebuild": () => announce(own.rebuilding),
};

const OPENED = {
  article: openArticle,
  page: (link) => goTo(searchOf(link)),
  archive: (link) => turnTo(followed(link)),
};

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  closeMenus(event.target.closest(".pulldown"));
  for (const [selector, act] of Object.entries(PRESSED)) {
    const button = event.target.closest(selector);
    if (button) return act(button);
  }
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a[data-opens]");
  if (!link) return;
  event.preventDefault();
  OPENED[link.dataset.opens](link);
});

for (const kind of ["click", "keydown"]) document.addEventListener(kind, holdBack, true);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.matches("[data-dates]")) applyDates(form);
  else if (form.matches("[data-titles]")) listTitles(form);
  else return;
  event.preventDefault();
});

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-finds]")) findInArticle(event.target, 0);
  if (event.target.matches("[data-notes]")) writeNote(event.target);
  if (!event.target.matches(".pick")) return;
  keepTicks();
  countSelected();
});

document.addEventListener("keydown", press);

function listTitles(form) {
  const kept = fields();
  kept.set("tab", "archive");
  for (const name of ["title", "page"]) kept.delete(name);
  if (form.elements.title.value.trim()) kept.set("title", form.elements.title.value.trim());
  turnTo(addressOf(kept));
}

// Where a person presses a tab, the address follows; where the address has led there, it stays. The search stays in it,
// so that the way back leads to it.
function pressTab(button) {
  const tab = button.dataset.tabId;
  if ((fields().get("tab") ?? "ask") === tab) return;
  const kept = searchOnly(window.location.search);
  if (tab !== "ask") kept.set("tab", tab);
  turnTo(addressOf(kept));
}

function turnTo(search) {
  remember(search);
  showTab(search);
  send("option_select", { address: search });
  lookAtFolder(search);
}

function begin() {
  document.body.append(announcer);
  document.body.prepend(skip);
  new MutationObserver(hearGradio).observe(document.body, { childList: true, subtree: true });
  narrow.addEventListener("change", coverPage);
  window.addEventListener("popstate", () => show(window.location.search));
}

if (document.body) begin();
else document.addEventListener("DOMContentLoaded", begin);

window.archivePage = { connect, ended, asked, settled, showRecent, askFilters, showFilters, placeNeighbour, act, mapShown, uploads, changed };
