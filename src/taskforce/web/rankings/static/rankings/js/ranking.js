// Turns the choice of a number into a slider. Every choice was calculated long ago and lies in the
// page as a template, so a move of the slider only shows another one. Without this script the form
// fetches the same page with another number.

const form = document.getElementById("ranking-form");
const select = document.getElementById("k");
const slide = document.getElementById("slide");
const said = document.getElementById("slide-said");
const told = document.getElementById("ranking-said");
const places = JSON.parse(document.getElementById("ranking-places").textContent);
const numbers = [...select.options].map((option) => option.value);

if (numbers.length > 1) begin();

function begin() {
  slide.max = numbers.length - 1;
  slide.value = select.selectedIndex;
  name(select.value);
  document.getElementById("number-of-sites").hidden = true;
  document.getElementById("slider").hidden = false;
  // With a single ranking there is nothing left to press the button for.
  const others = form.querySelector("select[name=ranking]");
  if (!others) form.querySelector("button").parentElement.hidden = true;
  slide.addEventListener("input", () => show(numbers[slide.value]));
  slide.addEventListener("change", announce);
}

function show(k) {
  if (k === select.value) return;
  select.value = k;
  name(k);
  const stored = document.querySelector(`template[data-k="${k}"]`).content;
  for (const part of stored.querySelectorAll("[data-for]")) {
    const copies = [...part.childNodes].map((node) => document.importNode(node, true));
    document.getElementById(part.dataset.for).replaceChildren(...copies);
  }
  for (const dot of document.querySelectorAll("#ranking-curve [data-k]")) {
    dot.classList.toggle("chart__chosen", dot.dataset.k === k);
  }
  for (const row of document.querySelectorAll("#ranking-steps tr[data-k]")) {
    if (row.dataset.k === k) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
  document.dispatchEvent(new CustomEvent("sites:show", { detail: places[k] }));
}

function name(k) {
  said.textContent = k;
  slide.setAttribute("aria-valuetext", k);
}

// Said, and written into the address, when the slider has come to rest.
function announce() {
  const figures = document.querySelector("#ranking-figures li");
  told.textContent = figures.innerText.replaceAll("\n", " ");
  const address = new URL(location.href);
  address.searchParams.set("k", select.value);
  history.replaceState(null, "", address);
}
