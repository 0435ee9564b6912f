// What can be done from the keyboard alone.

const LETTERS = { KeyJ: () => step(1), KeyK: () => step(-1), KeyO: openCard };

// A keyboard for Russian or Kazakh has other letters on the same keys, and its slash elsewhere.
function keyOf(event) {
  if (event.key === "/" || event.key === "?") return event.key;
  if (event.code === "Slash" && /^[.,№]$|[^\x00-\x7f]/.test(event.key)) return event.shiftKey ? "?" : "/";
  if (event.shiftKey) return null;
  const latin = /^[a-z]$/i.test(event.key);
  return latin ? `Key${event.key.toUpperCase()}` : /^[^\x00-\x7f]$/.test(event.key) ? event.code : null;
}

function press(event) {
  if (event.defaultPrevented || event.isComposing || find("dialog[open]")) return;
  if (event.key === "Escape") return escape(event);
  if (event.target.matches?.("[data-finds]")) return event.key === "Enter" && findNext(event);
  if (event.ctrlKey || event.metaKey || event.altKey || typesIn(event.target)) return;
  const key = keyOf(event);
  const act = key === "/" ? toQuestion : key === "?" ? listKeys : LETTERS[key];
  if (!act) return;
  event.preventDefault();
  act();
}

function typesIn(element) {
  return element.matches?.("textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])");
}

function escape(event) {
  const finding = event.target.matches?.("[data-finds]") && event.target.value;
  hideToast();
  if (finding) {
    event.preventDefault();
    event.target.value = "";
    findInArticle(event.target, 0);
  } else if (find(".pulldown[open]")) {
    find(".pulldown[open] summary").focus();
    closeMenus();
  } else if (find("#article .article")) closeArticle();
}

function findNext(event) {
  event.preventDefault();
  findInArticle(event.target, event.shiftKey ? -1 : 1);
}

function toQuestion() {
  if (find("#masthead")?.inert) return; // the article covers it
  const box = questionBox();
  if (!box.checkVisibility()) find("#tabs [role=tab][data-tab-id=ask]").click();
  painted(() => {
    box.focus();
    box.select();
  });
}

// From card to card; the one that was reached last is remembered, for the article takes the focus.
let atCard = null;

function cards() {
  return find("#tabs")?.inert ? [] : every("#results [data-card]").filter((card) => card.checkVisibility());
}

function step(way) {
  const all = cards();
  const here = cardOf(document.activeElement) ?? all.find((card) => card.dataset.card === atCard);
  const next = all[here ? all.indexOf(here) + way : 0];
  if (next) reach(next);
}

function reach(card) {
  atCard = card.dataset.card;
  land(card);
}

function land(place) {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start", behavior: calm.matches ? "auto" : "smooth" });
}

function openCard() {
  cardOf(document.activeElement)?.querySelector("a[data-opens=article]")?.click();
}

// Past what stands above: to the answers, or to what the tab shows.
const skip = document.createElement("nav");
skip.id = "skip";
skip.setAttribute("aria-label", own.keys);
skip.append(button(own.to_content, skipAhead), button(own.keys, listKeys));

function button(text, act) {
  const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
  made.addEventListener("click", act);
  return made;
}

function nameSkip() {
  skip.firstChild.textContent = find("#results .verdict")?.checkVisibility() ? own.to_answers : own.to_content;
}

function skipAhead() {
  const [first] = cards();
  const said = every("#results :is(.verdict, .notice) h2").find((each) => each.checkVisibility());
  if (first) reach(first);
  else land(said ?? every("#tabs [role=tabpanel]").find((each) => each.checkVisibility()));
}

function listKeys() {
  const keys = [
    ["/", own.key_question],
    ["j", own.key_next],
    ["k", own.key_previous],
    ["o", own.key_open],
    ["Esc", own.key_close],
    ["?", own.key_list],
  ];
  const box = find("#keys") ?? document.body.appendChild(Object.assign(document.createElement("dialog"), { id: "keys" }));
  box.setAttribute("aria-labelledby", "keys-name");
  const name = Object.assign(document.createElement("h2"), { id: "keys-name", textContent: own.keys });
  const list = document.createElement("dl");
  for (const [key, does] of keys) {
    const line = document.createElement("div");
    const term = document.createElement("dt");
    term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
    line.append(term, Object.assign(document.createElement("dd"), { textContent: does }));
    list.append(line);
  }
  const close = button("×", () => box.close());
  close.setAttribute("aria-label", own.close);
  box.replaceChildren(name, list, close);
  box.showModal();
}
