"use strict";
// Filters the marks by family and voice, and steps through those that are left.
const FRAMES = new Set(["quote", "content"]);
const THIN = new Set(["party", "loaded_sentence", "duplicate_passage"]);
const boxes = [...document.querySelectorAll(".filters input")];
const about = document.getElementById("about");
const place = document.getElementById("place");
const marks = [...document.querySelectorAll("mark")].map((element) => ({
  element,
  covers: element.dataset.m.split(" ").map((cover) => cover.split(".")),
  lines: element.title.split("\n"),
}));
let stops = [];
let current = -1;

// The same classes that marks.py writes: innermost first but thin kinds last, "b-" for a second family, edges of frames.
function look(covers) {
  if (!covers.length) return "off";
  const loud = covers.filter((c) => !FRAMES.has(c[1])).sort((a, b) => THIN.has(a[1]) - THIN.has(b[1]));
  const frames = covers.filter((c) => FRAMES.has(c[1]));
  const names = loud.length ? ["a-" + loud[0][0]] : ["frame"];
  if (loud.length && THIN.has(loud[0][1])) names.push("thin");
  const second = loud.find((c) => c[0] !== loud[0][0]);
  if (second) names.push("b-" + second[0]);
  if (frames.some((c) => c[3].includes("a"))) names.push("from");
  if (frames.some((c) => c[3].includes("z"))) names.push("to");
  return names.join(" ");
}

function filter() {
  const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
  stops = [];
  for (const mark of marks) {
    const shown = mark.covers.map((c) => !off.has(c[0]) && !off.has(c[2]));
    const covers = mark.covers.filter((_, i) => shown[i]);
    mark.element.className = look(covers);
    mark.element.title = mark.lines.filter((_, i) => shown[i]).join("\n");
    if (covers.some((c) => c[3].includes("a"))) stops.push(mark.element);
  }
  current = stops.indexOf(document.activeElement);
  tell();
}

function tell() {
  place.textContent = current < 0 ? `${stops.length} mark${stops.length === 1 ? "" : "s"}` : `${current + 1} of ${stops.length}`;
}

function explain(element) {
  about.textContent = element.title.split("\n").join(" · ");
}

function go(step) {
  if (!stops.length) return;
  current = current < 0 ? (step > 0 ? 0 : stops.length - 1) : (current + step + stops.length) % stops.length;
  stops[current].focus({ preventScroll: true });
  stops[current].scrollIntoView({ block: "center" });
}

for (const { element } of marks) element.tabIndex = -1;
document.addEventListener("focusin", (event) => {
  const at = stops.indexOf(event.target);
  if (event.target.localName !== "mark") return;
  if (at >= 0) current = at;
  explain(event.target);
  tell();
});
document.addEventListener("mouseover", (event) => {
  const mark = event.target.closest("mark");
  if (mark) explain(mark);
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j") go(1);
  if (event.key === "k") go(-1);
});
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  if (target && target.localName === "mark") setTimeout(() => target.focus({ preventScroll: true }));
});
document.getElementById("next").addEventListener("click", () => go(1));
document.getElementById("previous").addEventListener("click", () => go(-1));
for (const box of boxes) box.addEventListener("change", filter);
if (marks.length) for (const bar of document.querySelectorAll(".filters, .steps")) bar.hidden = false;
filter();
