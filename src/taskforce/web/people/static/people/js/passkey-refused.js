// Say on the page, and not in the console, that a passkey was not used.
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.getElementById("passkey-refused");
  if (said) {
    said.hidden = false;
  }
});
