// What can be done with a piece of evidence.

function cardOf(element) {
  return element.closest("[data-card]");
}

// The server renders the paragraph in a hidden place; it is moved from there to where it was asked for.
const neighbourPlaces = []; // in the order in which they are answered

function fetchNeighbour(button) {
  neighbourPlaces.push(button.closest("[data-place]"));
  button.disabled = true;
  send("expand", { passage: button.dataset.of, which: button.dataset.fetches });
}

function placeNeighbour() {
  const fetched = find("#fetched .fetched");
  const neighbourPlace = neighbourPlaces.shift();
  if (fetched && neighbourPlace) {
    const before = neighbourPlace.dataset.place === "previous";
    const button = neighbourPlace.querySelector("button");
    const quote = fetched.cloneNode(true);
    button[before ? "after" : "before"](quote);
    if (fetched.dataset.of) {
      button.dataset.of = fetched.dataset.of;
      button.disabled = false;
      button.focus();
    } else {
      button.remove();
      quote.tabIndex = -1;
      quote.focus();
    }
  }
}

// A passage is shown by the sentence that answers, or whole, with its neighbours on demand.
function unfold(button) {
  const folded = button.parentElement.classList.toggle("folded");
  button.setAttribute("aria-expanded", String(!folded));
}

function judge(button) {
  const pressed = button.getAttribute("aria-pressed") === "true";
  const card = cardOf(button);
  send("like", {
    address: shownSearch(),
    verdict: find("[data-verdict]").dataset.verdict,
    passage: button.dataset.judges,
    sentence: card?.dataset.sentence ?? "",
    says: pressed ? "nothing" : button.dataset.says,
  });
}

function judged(passage, says) {
  for (const thumb of every(`[data-judges="${CSS.escape(passage)}"]`)) {
    thumb.setAttribute("aria-pressed", String(thumb.dataset.says === says));
  }
}

function copyQuote(button) {
  send("copy", {
    address: shownSearch(),
    passage: button.dataset.copies,
    sentence: cardOf(button).dataset.sentence,
  });
}
