// Puts an answer on the clipboard. Without it the answer can be marked and copied by hand.
"use strict";

for (const field of document.querySelectorAll("[data-copied]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = "Copy";
  button.setAttribute("aria-describedby", field.labels[0].id);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Copied";
    } catch {
      field.select();
      button.textContent = "Press Ctrl and C";
    }
    setTimeout(() => (button.textContent = "Copy"), 2000);
  });
  field.after(button);
}
