// The board with a script: loads are dragged, or carried by keyboard, with the price at each target; the page notices what others
// changed. Whatever it does, a plain form of the page does too; the server draws, and the script puts its drawing in place.
// Behind cards.js, carry.js and touch.js, in one file with them.
"use strict";
/* global boardCards, boardCarry, boardTouch */
(() => {
  const said = document.getElementById("ansage");
  let board = document.getElementById("tafel");
  if (!said || !board || !window.fetch || !window.DOMParser) return;
  const { board: BOARD, price: PRICE, state: STATE } = said.dataset;
  const words = JSON.parse(said.dataset.words);
  const POLL = 4000;
  const POLL_RUNNING = 1500;
  const STAYS = 9000;

  let busy = false;
  /** Pressed while another press is under way; done after it, unless that one is told something. */
  let next;
  let work;
  let hiding;

  const all = (selector, root = board) => [...root.querySelectorAll(selector)];
  const cardOf = (ref) => all("[data-stop]").find((one) => one.dataset.stop === ref);
  const shown = (element) => element.getClientRects().length > 0;
  const rows = () => all("tbody tr").map((row) => all("[data-drop]", row).filter(shown));
  const cellOf = (element) => element.closest("[data-drop]");
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
    carry.forget();
    for (const id of opened) if (document.getElementById(id)) document.getElementById(id).open = true;
    if (board.querySelector(".sheet")) board.querySelector(".sheet").scrollLeft = left;
    cards.dress();
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
    if (busy) {
      next = [value, key];
      return;
    }
    busy = true;
    next = undefined;
    board.setAttribute("aria-busy", "true");
    const form = document.getElementById("befehl");
    const body = new URLSearchParams(new FormData(form));
    body.set("befehl", value);
    try {
      const answer = await fetch(form.getAttribute("action"), { method: "POST", body, credentials: "same-origin" });
      const told = place(await answer.text(), key);
      if (told) next = undefined;
      else say(board.dataset.said || "");
    } catch {
      next = undefined;
      board.removeAttribute("aria-busy");
      say(words.offline, true);
    } finally {
      busy = false;
      poll();
    }
    if (next) order(...next);
  }

  document.addEventListener("submit", (event) => {
    if (event.target.id !== "befehl" || !event.submitter) return;
    event.preventDefault();
    order(event.submitter.value, keyOf(event.submitter) || { id: "" });
  });

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
      if (isQuiet()) await renew();
    } catch {
      say(words.offline, true);
    } finally {
      poll();
    }
  }

  const isQuiet = () => !busy && !carry.held() && !board.querySelector(".more[open]");

  async function renew() {
    const { version } = board.dataset;
    const answer = await fetch(STATE, { credentials: "same-origin", cache: "no-store" });
    if (answer.status === 401 || answer.status === 403) return location.assign(BOARD);
    const state = await answer.json();
    const other = String(state.version) !== board.dataset.version;
    const moved = work !== undefined && work !== state.work;
    if (said.textContent === words.offline) say("");
    if (!other && !moved) {
      work = state.work;
      return undefined;
    }
    const day = new FormData(document.getElementById("befehl")).get("tag");
    const page = await fetch(day ? `${BOARD}&tag=${encodeURIComponent(day)}` : BOARD, { credentials: "same-origin" });
    const text = await page.text();
    // An own change may be further than what was asked for.
    if (!isQuiet() || board.dataset.version !== version) return undefined;
    work = state.work;
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

  const page = { root: () => board, all, shown, rows, cellOf, keyOf, words, say, order };
  const carry = boardCarry({ ...page, busy: () => busy, price: PRICE, address: BOARD });
  boardTouch({ root: () => board, busy: () => busy, carry });
  const cards = boardCards({ ...page, carrying: carry.carrying, pickUp: carry.pickUp });
  document.getElementById("tasten").hidden = false;
  cards.dress();
  poll();
})();
