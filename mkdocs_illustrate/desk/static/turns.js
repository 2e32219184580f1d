// One thing after the other, however fast somebody types: a key means the figure that stands there when its turn comes.

let last = Promise.resolve();

/** Does something after all that was begun before; what goes wrong is said. */
export function next(work) {
  last = last.then(work).catch((error) => {
    const region = document.getElementById("said");
    region.className = "conflict";
    region.textContent = error instanceof TypeError ? "The desk does not answer: was it closed?" : error.message;
  });
  return last;
}
