// What is taken along: the selected passages in a format, a search receipt, a quote, a link.

function selected() {
  return every("#results .pick:checked").map((box) => ({
    passage: box.dataset.picks,
    sentence: cardOf(box).dataset.sentence,
  }));
}

function shownEvidence() {
  return every("#results [data-card]").map((card) => ({ passage: card.dataset.card, sentence: card.dataset.sentence }));
}

function countSelected() {
  const line = find("[data-chosen]");
  const count = selected().length;
  if (!line) return;
  line.dataset.none ??= line.textContent;
  line.textContent = count ? line.dataset.chosen.replace("{}", count) : line.dataset.none;
  find(".export summary").dataset.count = count || "";
}

function closeMenus(except = null) {
  for (const menu of every(".pulldown[open]")) if (menu !== except) menu.removeAttribute("open");
}

function save(button) {
  const chosen = selected();
  send("download", {
    address: shownSearch(),
    format: button.dataset.saves,
    evidence: chosen.length ? chosen : shownEvidence(),
  });
  closeMenus();
}

// The server gives {name, type, text}, {judges, says, verdict} or {message} as JSON; the file is made here and leaves nothing behind there.
async function act(given) {
  if (!given) return;
  const action = JSON.parse(given);
  if (action.copied) await copyText(action.copied);
  if (action.name) handOver(action.name, new Blob([action.text], { type: action.type }));
  if (action.says) {
    judged(action.judges, action.says);
    judged("", action.verdict); // that a passage answers takes back that none does
  }
  if (action.message) toast(action.message);
}

function handOver(name, file) {
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file), download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = document.createElement("textarea"); // a page without https may not use the clipboard otherwise
    box.value = text;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }
}

async function copyLink(button) {
  await copyText(new URL(shownSearch(), window.location.origin + window.location.pathname).href);
  toast(button.dataset.links);
  closeMenus();
}
