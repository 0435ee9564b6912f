// A selection that goes beyond the words of one quote is copied as quotes with their sources, never with the controls.

function copySelection(event) {
  const selection = document.getSelection();
  if (selection.isCollapsed || event.target.closest?.("input, textarea")) return;
  const range = selection.getRangeAt(0);
  const around = range.commonAncestorContainer;
  const within = (around.nodeType === Node.ELEMENT_NODE ? around : around.parentElement).closest("#results, .notebook");
  if (!within) return;
  const quotes = [...within.querySelectorAll("[data-card] .quote, [data-entry] .quote")].filter(
    (quote) => range.intersectsNode(quote) && quote.checkVisibility() && quote === quoteOf(ownerOf(quote)),
  );
  if (!quotes.length || quotes.some((quote) => quote.contains(around))) return;
  const copied = quotes.map((quote) => ({ words: selectedIn(quote, range), source: sourceOf(ownerOf(quote)) }));
  const some = copied.filter((each) => each.words);
  if (!some.length) return;
  event.preventDefault();
  event.clipboardData.setData("text/plain", some.map(({ words, source }) => `${words}\n— ${source}`).join("\n\n"));
  event.clipboardData.setData("text/html", some.map(quoteAsHtml).join("\n"));
}

function ownerOf(element) {
  return element.closest("[data-card], [data-entry]");
}

function quoteOf(owner) {
  return owner.querySelector(".quote");
}

function selectedIn(quote, range) {
  const part = document.createRange();
  part.selectNodeContents(quote);
  if (range.compareBoundaryPoints(Range.START_TO_START, part) > 0) part.setStart(range.startContainer, range.startOffset);
  if (range.compareBoundaryPoints(Range.END_TO_END, part) < 0) part.setEnd(range.endContainer, range.endOffset);
  return part.toString().trim();
}

function sourceOf(owner) {
  const parts = [".headline", ".source", ".further"].map((selector) => owner.querySelector(selector)?.textContent ?? "");
  const said = parts[1].includes(parts[0]) ? parts.slice(1) : parts;
  return said.map((part) => part.replaceAll(/\s+/g, " ").trim()).filter(Boolean).join(" · ");
}

function quoteAsHtml({ words, source }) {
  const quote = Object.assign(document.createElement("blockquote"), { textContent: words });
  const line = Object.assign(document.createElement("p"), { textContent: `— ${source}` });
  return quote.outerHTML + line.outerHTML;
}

document.addEventListener("copy", copySelection);
