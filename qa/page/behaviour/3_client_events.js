// What is done on the page is told to the server by one hidden component, which alone may trigger events, and what
// changed is told to screen readers.

let trigger = null;
const underway = new Set();
const waiting = [];

// What shows an address follows each other, for a later one must not be overtaken; of all else one of a kind at a time.
const SHOWING = ["submit", "select", "clear", "option_select"];
const LATEST = [...SHOWING, "tick", "focus", "example_select"]; // an earlier one that still waits is wanted no more

function lane(event) {
  return SHOWING.includes(event) ? "showing" : event;
}

function send(event, data) {
  if (trigger && !underway.has(lane(event))) {
    underway.add(lane(event));
    trigger(event, data);
    return;
  }
  const earlier = LATEST.includes(event) ? waiting.findIndex(([each]) => each === event) : -1;
  if (earlier >= 0) waiting.splice(earlier, 1);
  waiting.push([event, data]);
}

// Gradio calls it when what was told has been answered, or could not be.
function ended(event) {
  underway.delete(lane(event));
  const next = waiting.findIndex(([each]) => lane(each) === lane(event));
  if (next >= 0) send(...waiting.splice(next, 1)[0]);
}

function connect(given) {
  trigger = given;
  root.lang = language; // Gradio has set one of those that it speaks
  show(window.location.search, true);
  send("example_select", {});
  for (const [event, data] of waiting.splice(0)) send(event, data);
}

const announcer = document.createElement("div");
announcer.id = "announcement";
announcer.className = "unseen";
announcer.setAttribute("role", "status");
announcer.setAttribute("aria-live", "polite");

function announce(text) {
  if (announcer.textContent !== text) announcer.textContent = text;
}

function announceVerdict() {
  const verdict = find("#results [data-announce]");
  if (verdict) announce([...verdict.querySelectorAll("h2, p")].map((each) => each.textContent).join(". "));
}

// A short word beside what was pressed, gone after a while.
let toastEnd = 0;
function toast(text) {
  const box = find("#toast") ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "toast" }));
  box.textContent = text;
  box.classList.add("shown");
  announce(text);
  window.clearTimeout(toastEnd);
  toastEnd = window.setTimeout(() => box.classList.remove("shown"), 3000);
}
