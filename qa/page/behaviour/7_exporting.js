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
  const said = find("[data-chosen]");
  const count = selected().length;
  if (!said) return;
  said.dataset.none ??= said.textContent;
  said.textContent = count ? said.dataset.chosen.replace("{}", count) : said.dataset.none;
  find(".export summary").dataset.count = count || "";
}

function closeMenu() {
  find(".export[open]")?.removeAttribute("open");
}

function save(button) {
  const chosen = selected();
  send("download", {
    address: shownSearch(),
    format: button.dataset.saves,
    evidence: chosen.length ? chosen : shownEvidence(),
  });
  closeMenu();
}

// The server gives {name, type, text}, {judges, says, verdict} or {message} as JSON; the file is made here and leaves nothing behind there.
async function act(given) {
  if (!given) return;
  const taken = JSON.parse(given);
  if (taken.copied) await copyText(taken.copied);
  if (taken.name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([taken.text], { type: taken.type }));
    link.download = taken.name;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
  if (taken.says) {
    judged(taken.judges, taken.says);
    judged("", taken.verdict); // that a passage answers takes back that none does
  }
  if (taken.message) toast(taken.message);
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
  closeMenu();
}
