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
