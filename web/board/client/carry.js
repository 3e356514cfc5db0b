// Carrying a load, by keyboard and by mouse: where it would go, what that costs and breaks, and putting it down. `page` is what board.js
// shares.
"use strict";
// eslint-disable-next-line no-unused-vars -- board.js calls it
const boardCarry = ({ root, all, rows, cellOf, words, say, order, busy, price, address }) => {
  const PAUSE = 70;
  const ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"];
  /** { ref, name, card, keys, target: { cell, position }, home } */
  let carried;
  /** Of this version of the draft, by command. */
  let prices = new Map();
  let gap;
  let asking;
  let pausing;

  const carrying = () => carried !== undefined && carried.keys;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const cardsIn = (cell) => all("[data-stop]", cell).filter((one) => one !== carried.card);
  const places = (cell) => (cell.dataset.drop === "left" ? 1 : cardsIn(cell).length + 1);

  function begin(card, keys) {
    const { stop: ref, name } = card.dataset;
    carried = { ref, name, card, keys };
    const cell = cellOf(card);
    const position = cell.dataset.drop === "left" ? 0 : all("[data-stop]", cell).indexOf(card);
    carried.target = { cell, position };
    carried.home = { cell, position };
    root().classList.add("is-carrying");
    card.classList.add("is-carried");
  }

  function end() {
    if (!carried) return;
    carried.card.classList.remove("is-carried");
    root().classList.remove("is-carrying");
    if (asking) asking.abort();
    clearTimeout(pausing);
    if (gap) gap.remove();
    gap = undefined;
    carried = undefined;
  }

  function pickUp(card) {
    begin(card, true);
    say(filled(words.pickedUp, carried), true);
  }

  document.addEventListener("keydown", (event) => {
    if (carrying() && !event.ctrlKey && !event.altKey && !event.metaKey) carry(event);
  });

  function carry(event) {
    const { key } = event;
    if (key === "Tab") return putBack();
    if (!ARROWS.includes(key) && !["Enter", " ", "Escape"].includes(key)) return undefined;
    event.preventDefault();
    if (key === "Escape") return putBack();
    if (key === "Enter" || key === " ") return drop();
    return aim(next(carried.target, key));
  }

  function putBack() {
    const { name, card } = carried;
    end();
    say(filled(words.putBack, { name }));
    card.querySelector("[data-item]").focus();
  }

  function next({ cell, position, column }, key) {
    const grid = rows();
    const row = grid.findIndex((cells) => cells.includes(cell));
    const at = column !== undefined ? column : grid[row].indexOf(cell);
    const across = key === "ArrowLeft" ? -1 : key === "ArrowRight" ? 1 : 0;
    if (across !== 0) {
      const beside = grid[row][at + across];
      return beside ? { cell: beside, position: Math.min(position, places(beside) - 1) } : carried.target;
    }
    const by = key === "ArrowUp" ? -1 : 1;
    const moved = position + by;
    if (moved >= 0 && moved < places(cell)) return { cell, position: moved, column };
    const other = grid[row + by];
    if (!other) return carried.target;
    const into = other[Math.min(at, other.length - 1)];
    return { cell: into, position: by < 0 ? places(into) - 1 : 0, column: other.length === 1 ? at : undefined };
  }

  const isHome = ({ cell, position }) =>
    cell === carried.home.cell && (position === carried.home.position || cell.dataset.drop === "left");

  function commandFor({ cell, position }) {
    const { drop: where, vehicle, date } = cell.dataset;
    const parts = where === "left" ? ["remove", carried.ref] : ["move", carried.ref, vehicle, date, position];
    return parts.map(encodeURIComponent).join("|");
  }

  /** Shows where it would go, and asks what that costs. */
  function aim(target) {
    const same = gap && carried.target.cell === target.cell && carried.target.position === target.position;
    carried.target = target;
    if (same) return;
    mark(target);
    const about = describe(target);
    if (isHome(target)) {
      fill({ text: "", sign: 0, violations: [] });
      if (carried.keys) say(`${about}.`, true);
      return;
    }
    const command = commandFor(target);
    clearTimeout(pausing);
    if (asking) asking.abort();
    const held = prices.get(command);
    if (held) return tell(held, about);
    if (carried.keys) say(`${about}. ${words.pricing}`, true);
    pausing = setTimeout(() => ask(command, about), PAUSE);
  }

  async function ask(command, about) {
    asking = new AbortController();
    const url = `${price}&fassung=${root().dataset.version}&befehl=${encodeURIComponent(command)}`;
    try {
      const answer = await fetch(url, { signal: asking.signal, credentials: "same-origin" });
      const answered = await answer.json();
      prices.set(command, answered);
      if (carried && commandFor(carried.target) === command) tell(answered, about);
    } catch (error) {
      if (error.name !== "AbortError") say(words.offline);
    }
  }

  function describe({ cell, position }) {
    if (cell.dataset.drop === "left") return words.leftPlace;
    return filled(words.place, { tour: cell.dataset.label, n: position + 1, of: places(cell) });
  }

  function mark({ cell, position }) {
    if (!gap) {
      gap = document.createElement("li");
      gap.className = "gap";
    }
    gap.className = "gap";
    gap.textContent = words.here;
    const list = cell.querySelector("ol.stops");
    list.insertBefore(gap, cell.dataset.drop === "left" ? null : cardsIn(cell)[position] || null);
    if (carried.keys) gap.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  function tell(price, about) {
    if (price.kind === "closed") return location.assign(address);
    const problems = price.problems || [];
    const text = price.text || problems[0] || "";
    const violations = price.violations || problems.slice(1);
    fill({ ...price, text, violations, refused: price.kind !== "price" });
    const breaks = price.breaks ? `${price.breaks}: ${violations.join(" ")}` : "";
    if (carried.keys) say([`${about}`, text, breaks, price.mends].filter(Boolean).join(". "), true);
    return undefined;
  }

  function fill({ text, sign, breaks, mends, violations, refused }) {
    gap.textContent = "";
    const broken = refused || (violations && violations.length > 0);
    gap.className = `gap${sign > 0 ? " is-more" : sign < 0 ? " is-less" : ""}${broken ? " is-broken" : ""}`;
    add("strong", text || words.here);
    if (breaks) add("span", `⚠ ${breaks}`);
    if (mends) add("span", `✓ ${mends}`);
    for (const violation of violations || []) add("small", violation);
  }

  function add(element, text) {
    const made = document.createElement(element);
    made.textContent = text;
    gap.append(made);
    return made;
  }

  function drop() {
    const { target, ref } = carried;
    if (isHome(target)) return carried.keys ? putBack() : end();
    const command = commandFor(target);
    end();
    return order(command, { stop: ref });
  }

  document.addEventListener("dragstart", (event) => {
    const card = event.target.closest && event.target.closest("#tafel [data-stop]");
    if (!card || busy()) return;
    if (carried) end();
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", card.dataset.name);
    begin(card, false);
  });
  document.addEventListener("dragover", (event) => {
    const cell = carried && !carried.keys && event.target.closest && event.target.closest("[data-drop]");
    if (!cell) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    aimAt(cell, event.clientY);
  });
  document.addEventListener("drop", (event) => {
    if (!carried || carried.keys || !event.target.closest("[data-drop]")) return;
    event.preventDefault();
    drop();
  });
  document.addEventListener("dragend", () => carried && !carried.keys && end());

  const aimAt = (cell, y) => aim({ cell, position: positionAt(cell, y) });

  function positionAt(cell, y) {
    if (cell.dataset.drop === "left") return 0;
    const cards = cardsIn(cell);
    const below = cards.findIndex((card) => {
      const { top, height } = card.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below < 0 ? cards.length : below;
  }

  return {
    ...{ carrying, pickUp, aimAt, drop, end, begin: (card) => begin(card, false) },
    held: () => carried !== undefined,
    forget: () => (prices = new Map()),
  };
};
