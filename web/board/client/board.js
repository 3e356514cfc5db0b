// The board with a script: loads are dragged, or carried by keyboard, with the price at each target; the page notices what others
// changed. Whatever it does, a plain form of the page does too; the server draws, and the script puts its drawing in place.
"use strict";
(() => {
  const said = document.getElementById("ansage");
  let board = document.getElementById("tafel");
  if (!said || !board || !window.fetch || !window.DOMParser) return;
  const { board: BOARD, price: PRICE, state: STATE } = said.dataset;
  const words = JSON.parse(said.dataset.words);
  const POLL = 4000;
  const POLL_RUNNING = 1500;
  const STAYS = 9000;
  const PAUSE = 70;

  /** What is carried: { ref, name, card, keys, target: { cell, position } } */
  let carried;
  let busy = false;
  let prices = new Map();
  let work;
  let gap;
  let asking;
  let pausing;
  let current;
  let hiding;

  const all = (selector, root = board) => [...root.querySelectorAll(selector)];
  const cardOf = (ref) => all("[data-stop]").find((one) => one.dataset.stop === ref);
  const shown = (element) => element.getClientRects().length > 0;
  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function say(text, stays) {
    said.textContent = text;
    clearTimeout(hiding);
    if (!stays) hiding = setTimeout(() => (said.textContent = ""), STAYS);
  }

  // ---- putting the server's drawing in place -----------------------------------------------------------------------------------

  const keyOf = (element) => {
    const card = element && element.closest("[data-stop]");
    if (card) return { stop: card.dataset.stop };
    const kept = element && element.closest("[data-key], [id]");
    return kept && board.contains(kept) && kept !== board ? { key: kept.dataset.key, id: kept.id } : undefined;
  };

  function find(key) {
    if (!key) return undefined;
    if (key.stop) {
      const card = cardOf(key.stop);
      return card && card.querySelector("[data-item]");
    }
    const found = key.key
      ? all("[data-key]").find((one) => one.dataset.key === key.key)
      : document.getElementById(key.id);
    return found && !found.disabled && shown(found) ? found : undefined;
  }

  /** @param key what gets the focus; undefined: nothing, it was elsewhere on the page */
  function place(text, key) {
    const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("tafel");
    // Signed out meanwhile, or the week is gone: the page itself says so.
    if (!fresh) return location.assign(BOARD);
    const sheet = board.querySelector(".sheet");
    const left = sheet ? sheet.scrollLeft : 0;
    const opened = all("details[id][open]").map(({ id }) => id);
    keepMap(fresh);
    board.replaceWith(fresh);
    board = fresh;
    prices = new Map();
    for (const id of opened) if (document.getElementById(id)) document.getElementById(id).open = true;
    if (board.querySelector(".sheet")) board.querySelector(".sheet").scrollLeft = left;
    dress();
    const told = board.querySelector(".is-told");
    const next = told || find(key) || (key && board.querySelector(".tools button:not([disabled]), .tools a"));
    if (next) next.focus({ preventScroll: next !== told });
    if (key && key.stop && next && next !== told) next.scrollIntoView({ block: "nearest", inline: "nearest" });
    return told;
  }

  /** The map stays what it is, with the place and the zoom that somebody chose; it only gets the new lines. */
  function keepMap(fresh) {
    const [map, other] = [board, fresh].map((root) => root.querySelector(".geomap"));
    if (!map || !other) return;
    const data = other.querySelector(".geomap-data");
    for (const list of [other.querySelector(".geomap-list")]) {
      const held = map.querySelector(".geomap-list");
      if (!list || !held) continue;
      list.open = held.open;
      held.replaceWith(list);
    }
    other.replaceWith(map);
    const { layers } = JSON.parse(data.textContent);
    map.dispatchEvent(new CustomEvent("map:data", { detail: { layers } }));
  }

  async function order(value, key) {
    if (busy) return;
    busy = true;
    board.setAttribute("aria-busy", "true");
    const form = document.getElementById("befehl");
    const body = new URLSearchParams(new FormData(form));
    body.set("befehl", value);
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
      const told = place(await answer.text(), key);
      if (!told) say(board.dataset.said || "");
    } catch {
      board.removeAttribute("aria-busy");
      say(words.offline, true);
    } finally {
      busy = false;
      poll();
    }
  }

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "befehl" || !event.submitter) return;
    event.preventDefault();
    order(event.submitter.value, keyOf(event.submitter) || { id: "" });
  });

  // ---- going from card to card -------------------------------------------------------------------------------------------------

  const cellOf = (element) => element.closest("[data-drop]");
  const itemsOf = (cell) => all("[data-item]", cell).filter(shown);
  const rows = () => all("tbody tr").map((row) => all("[data-drop]", row).filter(shown));

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
    if (carried && carried.keys) return carry(event);
    const menu = event.target.closest && event.target.closest(".more[open]");
    if (menu && event.key === "Escape") {
      menu.open = false;
      return menu.querySelector("summary").focus();
    }
    const item = event.target.closest && event.target.closest("[data-item]");
    if (!item || !board.contains(item)) return undefined;
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

  // ---- carrying, by keyboard and by mouse --------------------------------------------------------------------------------------

  const cardsIn = (cell) => all("[data-stop]", cell).filter((one) => one !== carried.card);
  const places = (cell) => (cell.dataset.drop === "left" ? 1 : cardsIn(cell).length + 1);

  function begin(card, keys) {
    const { stop: ref, name } = card.dataset;
    carried = { ref, name, card, keys };
    const cell = cellOf(card);
    const position = cell.dataset.drop === "left" ? 0 : all("[data-stop]", cell).indexOf(card);
    carried.target = { cell, position };
    carried.home = { cell, position };
    board.classList.add("is-carrying");
    card.classList.add("is-carried");
  }

  function end() {
    if (!carried) return;
    carried.card.classList.remove("is-carried");
    board.classList.remove("is-carrying");
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
    const url = `${PRICE}&fassung=${board.dataset.version}&befehl=${encodeURIComponent(command)}`;
    try {
      const answer = await fetch(url, { signal: asking.signal, credentials: "same-origin" });
      const price = await answer.json();
      prices.set(command, price);
      if (carried && commandFor(carried.target) === command) tell(price, about);
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
    if (price.kind === "closed") return location.assign(BOARD);
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
    for (const violation of violations || []) add("small", violation).lang = "de";
  }

  function add(element, text) {
    const made = document.createElement(element);
    made.textContent = text;
    gap.append(made);
    return made;
  }

  function drop() {
    const { target, ref } = carried;
    if (isHome(target)) return putBack();
    const command = commandFor(target);
    end();
    return order(command, { stop: ref });
  }

  document.addEventListener("dragstart", (event) => {
    const card = event.target.closest && event.target.closest("#tafel [data-stop]");
    if (!card || busy) return;
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
    aim({ cell, position: positionAt(cell, event.clientY) });
  });
  document.addEventListener("drop", (event) => {
    if (!carried || carried.keys || !event.target.closest("[data-drop]")) return;
    event.preventDefault();
    drop();
  });
  document.addEventListener("dragend", () => carried && !carried.keys && end());

  function positionAt(cell, y) {
    if (cell.dataset.drop === "left") return 0;
    const cards = cardsIn(cell);
    const below = cards.findIndex((card) => {
      const { top, height } = card.getBoundingClientRect();
      return y < top + height / 2;
    });
    return below < 0 ? cards.length : below;
  }

  // ---- what others do ----------------------------------------------------------------------------------------------------------

  let timer;
  function poll(soon) {
    clearTimeout(timer);
    if (document.hidden) return;
    timer = setTimeout(look, soon ? 0 : board.dataset.running === "1" ? POLL_RUNNING : POLL);
  }

  async function look() {
    try {
      // A drag, a menu and a change under way are not disturbed: it is looked again after them.
      if (!busy && !carried && !board.querySelector(".more[open]")) await renew();
    } catch {
      say(words.offline, true);
    } finally {
      poll();
    }
  }

  async function renew() {
    const answer = await fetch(STATE, { credentials: "same-origin", cache: "no-store" });
    if (answer.status === 401 || answer.status === 403) return location.assign(BOARD);
    const state = await answer.json();
    const other = String(state.version) !== board.dataset.version;
    const moved = work !== undefined && work !== state.work;
    work = state.work;
    if (said.textContent === words.offline) say("");
    if (!other && !moved) return undefined;
    const day = new FormData(document.getElementById("befehl")).get("tag");
    const page = await fetch(day ? `${BOARD}&tag=${encodeURIComponent(day)}` : BOARD, { credentials: "same-origin" });
    const text = await page.text();
    if (busy || carried) return undefined;
    place(text, keyOf(document.activeElement));
    if (other) say(`${filled(words.renewed, { by: state.by || board.dataset.by })} ${board.dataset.said}`);
    return undefined;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? clearTimeout(timer) : poll(true)));

  // Whoever chooses a place on the map sees its card.
  document.addEventListener("map:select", ({ detail }) => {
    for (const one of all(".is-lit")) one.classList.remove("is-lit");
    const card = cardOf(detail.id);
    if (!card) return;
    card.classList.add("is-lit");
    card.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  dress();
  poll();
})();
