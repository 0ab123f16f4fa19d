// Keeps what has been written on this device until it has been sent, so that a lost connection
// costs nothing. Without this script the form works all the same. Only what fits the chosen kind
// is asked.

import { forget, kept, remember } from "./draft-store.js";

const form = document.querySelector("form[data-draft]");
const told = form.querySelector("[data-draft-told]");
const NEVER = new Set(["website"]);

restore();
form.addEventListener("input", keep);
form.addEventListener("change", () => {
  fit();
  keep();
});
fit();

function fields() {
  return [...form.elements].filter((one) => one.name && !NEVER.has(one.name));
}

function keep() {
  const values = {};
  for (const one of fields()) {
    if (one.type === "radio" && !one.checked) continue;
    values[one.name] = one.value;
  }
  if (remember(values)) say(told.dataset.draftTold);
}

function restore() {
  const values = kept();
  // After a mistake, or by a link with an address, the server knows better.
  if (!values || location.search || form.querySelector(".form-error, #errors") || !hasWords(values)) return;
  for (const one of fields()) {
    if (!(one.name in values)) continue;
    if (one.type === "radio") one.checked = one.value === values[one.name];
    else one.value = values[one.name];
  }
  for (const box of form.querySelectorAll("details")) {
    box.open ||= [...box.querySelectorAll("input, select")].some((one) => one.value);
  }
  say(told.dataset.draftBack);
  offerToDrop();
}

function hasWords(values) {
  return ["q", "at", "what", "operator"].some((name) => values[name]);
}

function offerToDrop() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "function-link";
  button.textContent = told.dataset.draftDrop;
  button.addEventListener("click", () => {
    forget();
    location.assign(location.pathname);
  });
  told.append(" ", button);
}

function say(words) {
  if (!told.hidden && told.textContent.startsWith(words)) return;
  told.textContent = words;
  told.hidden = false;
}

function fit() {
  const kind = form.querySelector("input[name=kind]:checked")?.value;
  for (const part of form.querySelectorAll("[data-for]")) part.hidden = part.dataset.for !== kind;
}
