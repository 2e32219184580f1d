// One key, one button: the page says with `data-key` what each key means, and nobody else keeps a list.

const typing = (target) => target.closest("input, textarea, select, [contenteditable]") !== null;
const steps = ["j", "k"]; // a key that is held down leafs through, but decides once

/** Hears keys, unless somebody types; `press` is called with each that the page has a button for. */
export function listen(document, press) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return;
    if (event.key === "Escape") return close(document);
    if (event.repeat && !steps.includes(event.key)) return;
    const sheet = event.target.closest("dialog, form.note");
    if (sheet || !meant(document, event.key)) return;
    event.preventDefault();
    press(event.key);
  });
}

/** The button, link or field of a key, as the page stands by now. */
export function meant(document, key) {
  return document.querySelector(`[data-key="${CSS.escape(key)}"]:not([disabled])`);
}

/** Closes what was opened above the page. */
export function close(document) {
  for (const sheet of document.querySelectorAll("details[data-close][open]")) sheet.open = false;
}
