"use strict";
// Copies a key. Without this script one selects it by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const said = button.parentElement.querySelector("[data-copy-said]");
  button.hidden = navigator.clipboard === undefined;
  button.addEventListener("click", () => {
    field.select();
    navigator.clipboard.writeText(field.value).then(
      () => {
        said.textContent = button.dataset.said;
      },
      () => field.focus(),
    );
  });
}
