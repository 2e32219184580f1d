// The page is drawn by the desk; what changes comes as parts, and each takes the place of the one with its id.

const ahead = new Map(); // what was asked for before somebody wants to see it

/** The address of a page's parts. */
const partsOf = (link) => "/figure" + new URL(link, location.href).search;

async function asked(address, options = {}) {
  const answer = await fetch(address, { ...options, headers: { "Desk-Part": "1", ...options.headers } });
  if (!answer.ok && answer.status !== 409) throw new Error((await answer.text()).trim());
  return answer.text();
}

/** Shows the figure of a link. */
export async function go(link) {
  const text = await (ahead.get(partsOf(link)) ?? asked(partsOf(link)));
  put(text);
  history.replaceState(null, "", link);
  prepare();
}

/** Sends a form, and shows what stands there next. */
export async function send(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) fields.set(button.name, button.value);
  const text = await asked(form.action, { method: "POST", body: fields });
  ahead.clear(); // what was decided may change what was asked for
  return text;
}

/** Puts parts where they belong. */
export function put(text, { focus = true } = {}) {
  const parts = new DOMParser().parseFromString(text, "text/html");
  for (const part of parts.querySelectorAll("[id]")) {
    if (part.parentElement.closest("[id]")) continue; // a part of a part
    const old = document.getElementById(part.id);
    if (!old) continue;
    if (part.id === "current" && !focus && old.querySelector("textarea:focus")) continue; // somebody types
    if (part.id === "said") say(old, part);
    else old.replaceWith(document.adoptNode(part.id === "current" ? later(part) : part));
  }
  const current = document.getElementById("current");
  for (const row of document.querySelectorAll(".row.here")) {
    if (row.querySelector("a").dataset.figure !== current.dataset.page) row.classList.remove("here");
  }
  document.querySelector(".row.here")?.scrollIntoView({ block: "nearest" });
  if (!focus) {
    ahead.clear(); // it was asked for before the news came
    return prepare();
  }
  (current.querySelector("[autofocus]") ?? current).focus({ preventScroll: true });
  if (scrollY > current.offsetTop) scrollTo(0, 0);
  document.title = document.getElementById("title").textContent + " · Desk";
}

/** Candidates may have to be drawn first: they are asked for when somebody stays to look at them. */
export function later(figure) {
  const pictures = [...figure.querySelectorAll(".candidates img")].map((picture) => [picture, picture.getAttribute("src")]);
  for (const [picture] of pictures) picture.removeAttribute("src");
  setTimeout(() => [1, 2].forEach(() => draw(figure, pictures)), 250);
  return figure;
}

/** Two at a time: a browser asks one host for few things at once, and decisions go first. */
function draw(figure, pictures) {
  const [picture, src] = (figure.isConnected && pictures.shift()) || [];
  if (!picture) return;
  const asked = new Image();
  asked.onload = asked.onerror = () => {
    picture.src = src;
    draw(figure, pictures);
  };
  asked.src = src;
}

/** Says in the live region what happened, and what stands there now. */
export function say(region, part) {
  region.className = part.className;
  const said = part.textContent.trim();
  region.textContent = said;
}

/** Asks for the neighbours before anybody wants to see them. */
export function prepare() {
  for (const key of ["j", "k"]) {
    const link = document.querySelector(`#current a[data-key="${key}"]`);
    if (link) prefetch(link.href, key === "j" ? 2 : 0);
  }
}

async function prefetch(link, further) {
  const address = partsOf(link);
  if (!ahead.has(address)) ahead.set(address, asked(address));
  const text = await ahead.get(address).catch(() => ahead.delete(address));
  if (typeof text !== "string") return;
  const parts = new DOMParser().parseFromString(text, "text/html");
  for (const picture of parts.querySelectorAll("#current .shown[src]")) new Image().src = picture.getAttribute("src");
  const next = parts.querySelector('#current a[data-key="j"]');
  if (next && further > 0) prefetch(new URL(next.getAttribute("href"), location.href).href, further - 1);
}
