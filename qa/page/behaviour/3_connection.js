// What the server is asked waits while it cannot be reached, and goes on by itself when it can be again. A server that
// has started again does not know this page: the page comes up again then, at its address and with what was typed.

const TYPED = "typed question";
const BETWEEN_LOOKS = 1000;
const AWAY = [502, 503, 504]; // what a proxy says for a server that is not there
const straight = window.fetch.bind(window);

let leaving = false;
let back = null; // waited for by all that could not be sent

function waits(resource) {
  const address = String(resource?.url ?? resource);
  return address.includes("/gradio_api/") && !/\/(app_id|heartbeat|upload)\b/.test(address);
}

window.fetch = async (resource, options) => {
  if (!waits(resource)) return straight(resource, options);
  for (;;) {
    try {
      const answer = await straight(resource, options);
      if (!AWAY.includes(answer.status)) {
        if (!back) sayReachable();
        return answer;
      }
    } catch (error) {
      if (leaving || error.name === "AbortError") throw error;
    }
    await reachable();
  }
};

function reachable() {
  back ??= lookForServer().finally(() => (back = null));
  return back;
}

async function lookForServer() {
  sayUnreachable();
  for (;;) {
    await new Promise((go) => window.setTimeout(go, BETWEEN_LOOKS));
    const id = await serverId();
    if (id === null) continue;
    if (id !== window.gradio_config.app_id) await comeUpAgain();
    return;
  }
}

// Null where there is none; of one that asks for a login, nothing more is known.
async function serverId() {
  try {
    const answer = await straight(`${serverAddress()}/app_id`, { cache: "no-store" });
    if (AWAY.includes(answer.status)) return null;
    return answer.ok ? (await answer.json()).app_id : "";
  } catch {
    return null;
  }
}

function serverAddress() {
  return `${window.gradio_config.root}${window.gradio_config.api_prefix}`;
}

function comeUpAgain() {
  window.location.reload();
  return new Promise(() => {}); // the page ends here
}

window.addEventListener("pagehide", () => {
  leaving = true;
  if (!find("#unreachable")) return;
  const box = questionBox();
  try {
    window.sessionStorage.setItem(TYPED, JSON.stringify({ text: box.value, focused: box === document.activeElement }));
  } catch {
    return; // the browser keeps nothing
  }
});

function bringBackTyped() {
  let typed = null;
  try {
    typed = JSON.parse(window.sessionStorage.getItem(TYPED));
    window.sessionStorage.removeItem(TYPED);
  } catch {
    return; // the browser keeps nothing
  }
  if (!typed) return;
  fillQuestion(typed.text);
  if (typed.focused) questionBox().focus();
}

function sayUnreachable() {
  if (find("#unreachable")) return;
  const line = Object.assign(document.createElement("p"), { id: "unreachable", textContent: own.unreachable });
  document.body.append(line);
  finished(own.answering);
  announce(own.unreachable);
}

function sayReachable() {
  if (!find("#unreachable")) return;
  find("#unreachable").remove();
  announce(own.reachable);
}

// What Gradio has to say is hidden, for it says it in its own words; the page says it in its visitor's.
const heard = new WeakSet();
let cut = false; // Gradio may hear nothing any more

function hearGradio() {
  for (const said of document.getElementsByClassName("toast-body")) {
    if (heard.has(said)) continue;
    heard.add(said);
    answerGradio();
  }
}

async function answerGradio() {
  cut = true;
  if ((await serverId()) === window.gradio_config.app_id) toast(own.failed, true);
  else await reachable();
  cut = false;
}
