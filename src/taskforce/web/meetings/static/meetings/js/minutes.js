// Saves the minutes while they are being written: a few seconds after a change, and at once when
// a field or the page is left. Only what changed is sent, so two can write under different items.
// Without this script the form works all the same.

const PAUSE_MS = 4000;
const AGAIN_MS = 15000;

const form = document.querySelector("form[data-saves]");
const told = form.querySelector("[data-told]");
const changed = new Map();
let waiting = 0;
let saving = Promise.resolve();

form.addEventListener("input", (event) => {
  changed.set(event.target.name, event.target.value);
  later(PAUSE_MS);
});
form.addEventListener("change", () => save());
form.addEventListener("submit", () => changed.clear());
document.addEventListener("visibilitychange", () => document.hidden && save());
window.addEventListener("beforeunload", (event) => changed.size && event.preventDefault());

// Another form of the page leads to a new page: what has been written is saved before that.
for (const other of document.querySelectorAll("main form:not([data-saves])")) {
  other.addEventListener("submit", async (event) => {
    if (!changed.size) return;
    event.preventDefault();
    await save();
    if (!changed.size) other.requestSubmit(event.submitter);
  });
}

function later(pause) {
  waiting ||= setTimeout(save, pause);
}

function save() {
  clearTimeout(waiting);
  waiting = 0;
  saving = saving.then(send);
  return saving;
}

async function send() {
  if (!changed.size) return;
  const sent = new Map(changed);
  const body = new URLSearchParams([...sent]);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const headers = { Accept: "application/json" };
    const answer = await fetch(form.action, { method: "POST", body, headers, keepalive: true });
    const { kept, words } = await answer.json();
    for (const name of kept) if (changed.get(name) === sent.get(name)) changed.delete(name);
    told.textContent = words;
  } catch {
    told.textContent = form.dataset.lost;
  }
  if (changed.size) later(AGAIN_MS);
}
