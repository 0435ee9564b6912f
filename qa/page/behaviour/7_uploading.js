// Articles that are handed in: the page's own list of files, which are sent one after another when that is pressed.

let handed = [];
let sending = false;
let arrived = null; // what the server has of them, as Gradio names files

const MEGABYTE = 1_000_000;

function sizeOf(bytes) {
  const [text, unit] = bytes < MEGABYTE / 10 ? [own.kilobytes, 1000] : [own.megabytes, MEGABYTE];
  const shown = (Math.ceil((10 * bytes) / unit) / 10).toLocaleString(language, { maximumFractionDigits: 1 });
  return filled(text, shown);
}

function handIn(files) {
  const { takes, largest } = find("[data-takes]").dataset;
  const refused = [];
  for (const file of files) {
    const read = takes.split(",").some((ending) => file.name.toLowerCase().endsWith(ending));
    if (!read) refused.push(filled(own.ending, file.name));
    else if (file.size > Number(largest)) refused.push(filled(own.too_large, file.name, sizeOf(file.size), sizeOf(Number(largest))));
    else handed = [...handed.filter((each) => each.name !== file.name), file];
  }
  showHanded();
  if (refused.length) toast(refused.join(" "), true);
}

function showHanded() {
  const box = find("[data-handed]");
  if (!box) return;
  const title = Object.assign(document.createElement("p"), { className: "note", textContent: own.chosen });
  const list = document.createElement("ul");
  for (const file of handed) {
    const item = document.createElement("li");
    const size = Object.assign(document.createElement("span"), { className: "size", textContent: sizeOf(file.size) });
    const remove = button("×", () => leaveOut(file));
    remove.setAttribute("aria-label", filled(own.remove, file.name));
    const name = Object.assign(document.createElement("span"), { className: "name", dir: "auto", textContent: file.name });
    item.append(name, size, remove);
    list.append(item);
  }
  box.replaceChildren(...(handed.length ? [title, list] : []));
}

function leaveOut(file) {
  const place = handed.indexOf(file);
  handed = handed.filter((each) => each !== file);
  showHanded();
  (find(`[data-handed] li:nth-child(${Math.min(place + 1, handed.length)}) button`) ?? find("[data-hands]")).focus();
}

// What is pressed is held back until the files have arrived; then it is pressed for the visitor.
function holdAdd(event) {
  if (!event.target.closest?.("#add") || arrived) return;
  event.preventDefault();
  event.stopPropagation();
  if (sending) return;
  if (handed.length) sendAll();
  else {
    find("[data-hands]").focus();
    toast(own.no_file, true);
  }
}

async function sendAll() {
  sending = true;
  const there = [];
  const missing = [];
  for (const [place, file] of handed.entries()) {
    const line = filled(own.uploading, place + 1, handed.length);
    if (place === 0) announce(line);
    find("[data-handed] .note").textContent = line;
    try {
      there.push(await upload(file));
    } catch {
      missing.push(file); // whatever happened, it may be tried again
    }
  }
  sending = false;
  handed = missing;
  showHanded();
  if (missing.length) toast(missing.map((file) => filled(own.not_uploaded, file.name)).join(" "), true);
  if (!there.length) return;
  arrived = there;
  find("#add").click();
}

async function upload(file) {
  const form = new FormData();
  form.append("files", file);
  const answer = await straight(`${serverAddress()}/upload`, { method: "POST", body: form });
  if (!answer.ok) throw new Error(String(answer.status));
  const [path] = await answer.json();
  return { path, orig_name: file.name, size: file.size, meta: { _type: "gradio.FileData" } };
}

// Gradio calls it for what it hands to the server.
function uploads() {
  const files = arrived;
  arrived = null;
  return [files];
}

// Gradio calls it when the archive has changed, with the part of the page that says how.
function changed(part) {
  painted(() => {
    const said = document.getElementById(part);
    said.scrollIntoView({ block: "nearest" });
    announce([...said.querySelectorAll("p, h2")].map((each) => each.textContent).join(" "));
  });
}

for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    if (!event.target.closest?.("[data-takes]")) return;
    event.preventDefault();
    if (kind === "drop") handIn(event.dataTransfer.files);
  });
}

document.addEventListener("click", holdAdd, true);

document.addEventListener("change", (event) => {
  if (!event.target.matches("[data-hands]")) return;
  handIn(event.target.files);
  event.target.value = ""; // so that the same file can be chosen again
});
