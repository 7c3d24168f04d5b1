"use strict";
// Orders the list by a column and hides the rows that do not hold the words looked for.
const table = document.getElementById("list");
if (table) {
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const find = document.getElementById("find");
  const found = document.getElementById("found");
  const nothing = document.getElementById("nothing");
  const ordered = document.getElementById("order");
  const texts = rows.map((row) => row.textContent.toLowerCase());

  const key = (row, column) => {
    const cell = row.cells[column];
    if (!cell.classList.contains("number")) return cell.textContent.trim();
    return "value" in cell.dataset ? Number(cell.dataset.value) : null;
  };

  // Withheld rows come last in either direction.
  const order = (column, sign) => (a, b) => {
    const [x, y] = [key(a, column), key(b, column)];
    if (x === null || y === null) return (x === null) - (y === null);
    return sign * (typeof x === "number" ? x - y : x.localeCompare(y));
  };

  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const sign = head.getAttribute("aria-sort") === "ascending" ? -1 : 1;
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", sign > 0 ? "ascending" : "descending");
      const ends = head.classList.contains("quality") || head.classList.contains("bias") ? ["lowest first", "highest first"] : ["A to Z", "Z to A"];
      ordered.textContent = `sorted by ${button.textContent.toLowerCase()}, ${ends[sign > 0 ? 0 : 1]}`;
      body.append(...[...rows].sort(order(column, sign)));
    });
  });

  const filter = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    rows.forEach((row, i) => { row.hidden = !words.every((word) => texts[i].includes(word)); });
    const shown = rows.filter((row) => !row.hidden).length;
    found.textContent = words.length ? `${shown} of ${rows.length} shown` : "";
    nothing.hidden = shown > 0;
    table.hidden = !shown;
  };
  find.addEventListener("input", filter);
  document.getElementById("clear").addEventListener("click", () => {
    find.value = "";
    filter();
    find.focus();
  });
  find.closest("p").hidden = false;
}
