// What is done on the page is sent to the server by one hidden component, which alone may trigger events, and what
// changed is announced to screen readers.

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

// Gradio calls it when what was sent has been answered, or could not be.
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

// What is said twice in a row is read out only if there was nothing in between.
function announce(text) {
  announcer.textContent = "";
  window.clearTimeout(announceEnd);
  announceEnd = window.setTimeout(() => (announcer.textContent = text), 50);
}
let announceEnd = 0;

// Each answer is read out once, though much may happen beside it.
let announced = null;

function announceVerdict() {
  const parts = every("#results [data-announce]").flatMap((each) => (each.matches("p") ? [each] : [...each.querySelectorAll("h2, p")]));
  const said = parts.map((each) => each.textContent.trim()).join(". ").replaceAll("..", ".");
  const answer = said && shownSearch() + said;
  if (answer && answer !== announced) announce(said);
  announced = answer;
}

// What takes a moment is said to have begun, unless it is over by then.
const MOMENT = 1000;
const begun = new Map();

function announceLong(text) {
  finished(text);
  begun.set(text, window.setTimeout(() => announce(text), MOMENT));
}

function finished(text) {
  window.clearTimeout(begun.get(text));
}

// A short word, gone after a while; what went wrong stays longer.
const BRIEFLY = 3000;
const LONGER = 9000;
let toastEnd = 0;

function toast(text, wrong = false) {
  const box = find("#toast") ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "toast" }));
  box.textContent = text;
  box.classList.toggle("wrong", wrong);
  box.classList.add("shown");
  announce(text);
  window.clearTimeout(toastEnd);
  toastEnd = window.setTimeout(hideToast, wrong ? LONGER : BRIEFLY);
}

function hideToast() {
  find("#toast")?.classList.remove("shown");
}
