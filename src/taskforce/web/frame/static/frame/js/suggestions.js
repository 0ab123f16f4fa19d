// Suggests addresses while one types. Without this script the form asks the server the same.
// A choice leads to the address's page; where the form names a hidden field to fill, it stays.

const LEAST_TYPED = 3;
const PAUSE_MS = 120;

for (const form of document.querySelectorAll("form[data-suggestions]")) attach(form);

function attach(form) {
  const hidden = form.dataset.suggestionsFill;
  const field = form.querySelector("input[type=search], input[name=q]");
  const list = document.createElement("ul");
  list.id = `${field.id}-suggestions`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.hidden = true;
  field.after(list);
  const attributes = { role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id };
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  list.setAttribute("aria-label", form.dataset.suggestionsName);

  let waiting;
  let asked = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => ask(++asked), PAUSE_MS);
  });
  field.addEventListener("keydown", (event) => steer(event, field, list, choose));
  field.addEventListener("blur", () => close(field, list));
  // The field must keep the focus until the choice has been made.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) choose(option);
  });

  function choose(option) {
    if (!hidden) return location.assign(option.dataset.path);
    field.value = option.textContent;
    form.elements[hidden].value = option.dataset.id;
    clearTimeout(waiting);
    asked++;
    close(field, list);
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function ask(number) {
    const text = field.value.trim();
    if (text.length < LEAST_TYPED) return close(field, list);
    try {
      const answer = await fetch(`${form.dataset.suggestions}?q=${encodeURIComponent(text)}`);
      const { suggestions } = await answer.json();
      if (number === asked) show(suggestions, field, list);
    } catch {
      close(field, list);
    }
  }
}

function show(suggestions, field, list) {
  list.replaceChildren(
    ...suggestions.map(({ id, label, path }, index) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${index}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      option.dataset.path = path;
      option.dataset.id = id;
      option.textContent = label;
      return option;
    }),
  );
  list.hidden = suggestions.length === 0;
  field.setAttribute("aria-expanded", String(!list.hidden));
  field.removeAttribute("aria-activedescendant");
}

function close(field, list) {
  show([], field, list);
}

function steer(event, field, list, choose) {
  const options = [...list.children];
  const current = options.findIndex((option) => option.getAttribute("aria-selected") === "true");
  if (event.key === "Escape" && !list.hidden) {
    event.preventDefault();
    close(field, list);
  } else if (event.key === "Enter" && current >= 0) {
    event.preventDefault();
    choose(options[current]);
  } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    const next = (current + step + options.length + (current < 0 && step < 0 ? 1 : 0)) % options.length;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === next)));
    options[next].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", options[next].id);
  }
}
