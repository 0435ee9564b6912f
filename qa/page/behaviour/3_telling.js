// What is done on the page is told to the server by one hidden component, which alone may trigger events, and what
// changed is told to screen readers.

let trigger = null;
const waiting = [];

function tell(event, data) {
  if (trigger) trigger(event, data);
  else waiting.push([event, data]);
}

function connect(given) {
  trigger = given;
  root.lang = language; // Gradio has set one of those that it speaks
  show(window.location.search, true);
  trigger("example_select", {});
  for (const [event, data] of waiting.splice(0)) trigger(event, data);
}

const announcer = document.createElement("div");
announcer.id = "announcement";
announcer.className = "unseen";
announcer.setAttribute("role", "status");
announcer.setAttribute("aria-live", "polite");

function announce(said) {
  if (announcer.textContent !== said) announcer.textContent = said;
}

function announceVerdict() {
  const verdict = find("#results [data-announce]");
  if (verdict) announce([...verdict.querySelectorAll("h2, p")].map((each) => each.textContent).join(". "));
}

// A short word beside what was pressed, gone after a while.
let whisperEnd = 0;
function whisper(said) {
  const box = find("#whisper") ?? document.body.appendChild(Object.assign(document.createElement("div"), { id: "whisper" }));
  box.textContent = said;
  box.classList.add("shown");
  announce(said);
  window.clearTimeout(whisperEnd);
  whisperEnd = window.setTimeout(() => box.classList.remove("shown"), 3000);
}
