// Runs once, when the bridge component loads; Gradio hands it `trigger`. It moves addresses, focus and classes about
// and never turns text into HTML or code.

const root = document.documentElement;
const find = (selector) => document.querySelector(selector);
const narrow = window.matchMedia("(max-width: 999px)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

let opener = null; // the passage whose link opened the reader: focus returns to it
let openerTop = null; // where that link stood in the window, so that it can be kept there
let focusReader = false;

const announcer = document.createElement("div");
announcer.id = "announcement";
announcer.className = "unseen";
announcer.setAttribute("role", "status");
announcer.setAttribute("aria-live", "polite");
document.body.append(announcer);

function fields() {
  return new URLSearchParams(window.location.search);
}

function remember(search) {
  if (search !== window.location.search) {
    window.history.pushState(null, "", search || window.location.pathname);
  }
}

function name() {
  const question = fields().get("q");
  document.title = question ? `${question} · Ask the archive` : "Ask the archive";
}

function show(search) {
  root.classList.add("busy");
  focusReader = new URLSearchParams(search).has("passage");
  trigger("submit", { address: search });
}

function openReader(link) {
  const search = new URL(link.href).search;
  opener = link.dataset.passage;
  openerTop = link.getBoundingClientRect().top;
  focusReader = true;
  remember(search);
  trigger("select", { address: search });
}

function closeReader() {
  const kept = fields();
  opener ??= kept.get("passage");
  openerTop = openerLink()?.getBoundingClientRect().top ?? null;
  kept.delete("passage");
  kept.delete("sentence");
  remember(kept.size ? `?${kept}` : "");
  trigger("clear", {});
}

// On a narrow screen the reader covers the page, so the keyboard must not wander behind it.
function coverPage() {
  const covered = narrow.matches && find("#reader .article") !== null;
  for (const part of document.querySelectorAll("#masthead, #ask, #examples, #results")) part.inert = covered;
}

function enterReader() {
  const target = find("#reader [data-focus]");
  if (!target) return;
  const box = find("#reader .article");
  const middle = target.offsetTop - Math.max(90, (box.clientHeight - target.offsetHeight) / 3);
  box.scrollTo({ top: middle, behavior: calm.matches ? "auto" : "smooth" });
  target.focus({ preventScroll: true });
}

function openerLink() {
  return [...document.querySelectorAll("#results [data-passage]")].find((link) => link.dataset.passage === opener);
}

// Opening and closing the reader sets the results in another measure; the card in hand stays under the eye.
function holdStill() {
  const link = openerLink();
  if (link && openerTop !== null) window.scrollBy({ top: link.getBoundingClientRect().top - openerTop, behavior: "instant" });
  openerTop = null;
}

function leaveReader() {
  const target = openerLink() ?? find("#question textarea, #question input");
  opener = null;
  target?.focus({ preventScroll: true });
}

function announce() {
  const verdict = find("#results [data-announce]");
  const said = verdict ? [...verdict.children].map((each) => each.textContent).join(". ") : "";
  if (announcer.textContent !== said) announcer.textContent = said;
}

// What changed is painted a moment after Gradio says that the event is over.
function settled() {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const reading = find("#reader .article") !== null;
      const left = root.classList.contains("reading") && !reading && opener !== null;
      root.classList.toggle("reading", reading);
      root.classList.remove("busy");
      coverPage();
      holdStill();
      name();
      announce();
      if (reading && focusReader) enterReader();
      else if (left) leaveReader();
      focusReader = false;
    }),
  );
}

function asked(question) {
  root.classList.add("busy");
  opener = null;
  if (question.trim()) remember(`?${new URLSearchParams({ q: question })}`);
  return question;
}

document.addEventListener("click", (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (event.target.closest("[data-closes]")) return closeReader();
  const link = event.target.closest("a[data-opens]");
  if (!link) return;
  event.preventDefault();
  if (link.dataset.opens === "reader") return openReader(link);
  const search = new URL(link.href).search;
  opener = null;
  remember(search);
  show(search);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && find("#reader .article")) closeReader();
});

narrow.addEventListener("change", coverPage);
window.addEventListener("popstate", () => show(window.location.search));

window.askTheArchive = { asked, settled };
find("#ask")?.setAttribute("role", "search");
if (window.location.search) show(window.location.search);
