// On paper, over an answer: the question, the archive's name, the day on which it was asked, and its address.

const paper = Object.assign(document.createElement("header"), { id: "paper" });
let asking = null;

function headPaper() {
  const question = fields().get("q")?.trim();
  const day = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" }).format(new Date());
  const answer = find("#results [data-asked]");
  if (answer === asking && paper.isConnected) return;
  asking = answer; // the day stays while the answer does
  const line = document.createElement("p");
  const place = window.location.origin + window.location.pathname + shownSearch();
  for (const part of [find("#masthead h1")?.textContent, day, place]) line.append(Object.assign(document.createElement("span"), { textContent: part }), " ");
  paper.replaceChildren(Object.assign(document.createElement("h1"), { textContent: question ?? "" }), line);
  paper.hidden = !answer;
  find("#desk")?.prepend(paper);
}
