// Opens the menu as a drawer on small screens. Without this script the same link leads to the
// list of pages at the foot of the page.

const opener = document.querySelector("[data-opens]");
const drawer = document.getElementById(opener?.dataset.opens);

if (drawer?.showModal) {
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    drawer.showModal();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      drawer.showModal();
    }
  });
  drawer.addEventListener("click", (event) => {
    if (event.target === drawer || event.target.closest("[data-closes]")) drawer.close();
  });
  // A drawer left open on a turned tablet would cover the menu that has appeared instead.
  matchMedia("(min-width: 992px)").addEventListener("change", () => drawer.close());
}

// Without this script the pages that are folded away stay open until their heading is chosen again.
const more = document.querySelector(".inside-more");

const fold = () => {
  more.open = false;
};

if (more) {
  more.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && more.open) {
      fold();
      more.querySelector("summary").focus();
    }
  });
  // An open list must not cover what has the focus.
  more.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !more.contains(event.relatedTarget)) fold();
  });
  document.addEventListener("click", (event) => {
    if (!more.contains(event.target)) fold();
  });
}
