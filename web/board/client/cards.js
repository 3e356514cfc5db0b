// Going through the board by keyboard: one stop of the tabulator for all of it, arrows from card to card, Space picks up. `page` is what
// board.js shares.
"use strict";
// eslint-disable-next-line no-unused-vars -- board.js calls it
const boardCards = ({ root, all, shown, rows, cellOf, keyOf, carrying, pickUp }) => {
  let current;

  const itemsOf = (cell) => all("[data-item]", cell).filter(shown);

  /** One stop of the tabulator for the whole board: what is inside the current card follows it. */
  function dress() {
    document.getElementById("tasten").hidden = false;
    const items = all("[data-item]");
    const kept = current && items.find((one) => sameItem(one, current));
    make(kept || items[0]);
  }

  const sameItem = (one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    return a && b && (a.stop ? a.stop === b.stop : a.key !== undefined && a.key === b.key);
  };

  function make(item) {
    current = item;
    for (const one of all("[data-item], .card summary"))
      one.tabIndex =
        item && (one === item || (one.closest(".card") && one.closest(".card") === item.closest(".card"))) ? 0 : -1;
  }

  function go(item) {
    if (!item) return;
    make(item);
    item.focus();
  }

  function step(item, key) {
    const cell = cellOf(item);
    const items = itemsOf(cell);
    const index = items.indexOf(item);
    const grid = rows();
    const row = grid.findIndex((cells) => cells.includes(cell));
    const column = grid[row].indexOf(cell);
    const single = cell.dataset.drop === "left";
    if (key === "ArrowUp" || key === "ArrowDown" || single) {
      const by = key === "ArrowUp" || key === "ArrowLeft" ? -1 : 1;
      if (items[index + by]) return go(items[index + by]);
      for (let next = row + by; grid[next]; next += by) {
        const found = itemsOf(grid[next][Math.min(column, grid[next].length - 1)]);
        if (found.length > 0) return go(by < 0 ? found[found.length - 1] : found[0]);
      }
      return undefined;
    }
    const by = key === "ArrowLeft" ? -1 : 1;
    for (let next = column + by; grid[row][next]; next += by) {
      const found = itemsOf(grid[row][next]);
      if (found.length > 0) return go(found[Math.min(index, found.length - 1)]);
    }
    return undefined;
  }

  const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (carrying()) return undefined;
    const menu = event.target.closest && event.target.closest(".more[open]");
    if (menu && event.key === "Escape") {
      menu.open = false;
      return menu.querySelector("summary").focus();
    }
    const item = event.target.closest && event.target.closest("[data-item]");
    if (!item || !root().contains(item)) return undefined;
    if (ARROWS.includes(event.key)) {
      event.preventDefault();
      step(item, event.key);
    } else if (event.key === " " && item.closest("[data-stop]")) {
      event.preventDefault();
      pickUp(item.closest("[data-stop]"));
    }
    return undefined;
  });

  document.addEventListener("focusin", ({ target }) => {
    const card = target.closest("#tafel .card");
    const item = target.closest("#tafel [data-item]") || (card && card.querySelector("[data-item]"));
    if (item && item !== current) make(item);
  });

  document.addEventListener("toggle", closeOthers, true);
  document.addEventListener("click", closeOthers);
  function closeOthers({ target, type }) {
    if (type === "toggle" && !(target.open && target.matches(".more"))) return;
    const mine = target.closest(".more");
    for (const one of all(".more[open]")) if (one !== mine) one.open = false;
  }

  return { dress };
};
