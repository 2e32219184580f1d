// The desk at work: keys, links and forms, without loading the page anew.

import { listen, meant } from "./keys.js";
import { go, later, prepare, put, send } from "./parts.js";
import { next } from "./turns.js";
import { watch } from "./fields.js";

/** Does what a link, a button or a field is there for. */
async function use(element) {
  if (!element?.isConnected) return;
  if (element.matches("a[data-go]")) return go(element.href);
  if (element.matches("a[data-flip]")) return flip();
  if (element.matches("a")) return enter(document.querySelector(element.hash));
  if (element.matches("input, textarea")) return enter(element);
  if (element.matches("form[data-decide] button, form[data-text] button")) {
    put(await send(element.form, element));
    return prepare();
  }
  element.click(); // a summary opens by itself
  element.parentElement.querySelector("textarea")?.focus();
}

/** Old and new on the same spot, wherever the picture stands. */
function flip() {
  const before = document.getElementById("current").classList.toggle("before");
  for (const picture of document.querySelectorAll("#current [data-old]")) {
    [picture.src, picture.dataset.old] = [picture.dataset.old, picture.src];
  }
  document.getElementById("said").textContent = before ? "The picture before." : "The picture as it is now.";
}

/** Looks now and then whether something was made, as long as anything is being made. */
async function news() {
  if (Number(document.getElementById("making").dataset.count) === 0) return;
  const current = document.getElementById("current");
  const asked = new URLSearchParams(location.search);
  if (current.dataset.page) asked.set("figure", current.dataset.page);
  const answer = await fetch(`/news?${asked}`);
  if (answer.ok) put(await answer.text(), { focus: false });
}

function enter(field) {
  field.focus();
  field.select?.();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go], a[data-key]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  next(() => use(link));
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decide], [data-text]")) return;
  event.preventDefault();
  next(() => use(event.submitter));
});

document.documentElement.classList.add("alive"); // fields save themselves: their buttons may go
listen(document, (key) => next(() => use(meant(document, key))));
watch(document);
later(document.getElementById("current"));
prepare();
setInterval(() => next(news), 1000);
