// Fields save themselves when they are left, or with Ctrl+Enter; Escape leaves them as they were.

import { close } from "./keys.js";
import { say, send } from "./parts.js";
import { next } from "./turns.js";

const isNote = (target) => target.matches?.(".anew textarea");
const isField = (target) => target.matches?.("form[data-text] textarea:not([readonly])");

/** Watches all fields of the page, whichever figure stands there. */
export function watch(document) {
  document.addEventListener("keydown", (event) => {
    if (!(isField(event.target) || isNote(event.target)) || event.isComposing) return;
    const done = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (done && isNote(event.target)) event.target.form.requestSubmit(event.target.form.querySelector("button"));
    else if (done) leave(event);
    if (event.key === "Escape") {
      close(document);
      event.target.value = event.target.defaultValue;
      leave(event);
    }
  });
  document.addEventListener("focusout", (event) => isField(event.target) && next(() => save(event.target)));
}

function leave(event) {
  event.preventDefault();
  event.target.blur();
  document.getElementById("current").focus({ preventScroll: true });
}

/** What is saved is not saved twice; the figure stays where it is, with the hash of its new recipe. */
async function save(field) {
  if (field.value === field.defaultValue) return;
  const text = await send(field.form);
  const parts = new DOMParser().parseFromString(text, "text/html");
  const fresh = parts.getElementById("current");
  const current = document.getElementById("current");
  say(document.getElementById("said"), parts.getElementById("said"));
  if (fresh.dataset.page !== current.dataset.page) return; // somebody has gone on
  const now = parts.getElementById(field.id);
  if (now && document.activeElement !== field) field.value = now.value;
  if (now) field.defaultValue = now.defaultValue;
  const seen = fresh.querySelector('input[name="seen"]').value;
  for (const input of current.querySelectorAll('input[name="seen"]')) input.value = seen;
  for (const part of [".why", ".facts"]) current.querySelector(part).replaceWith(fresh.querySelector(part));
  document.getElementById("counts").replaceWith(parts.getElementById("counts"));
}
