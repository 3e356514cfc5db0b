// Carrying a load with a finger: a long press picks it up, then it follows, and is put down where it is let go. A short touch scrolls
// and presses as everywhere. `carry` is what carry.js gives.
"use strict";
// eslint-disable-next-line no-unused-vars -- board.js calls it
const boardTouch = ({ root, busy, carry }) => {
  const LONG = 400;
  /** A finger that moves further before it was long enough scrolls. */
  const STILL = 10;
  /** So near to the edge of the window it scrolls along, by so much at a time. */
  const EDGE = 56;
  const STEP = 10;
  /** { id, card, x, y, timer, held } */
  let press;
  let scrolling;

  const cardAt = (target) => {
    const card = target.closest && target.closest("#tafel [data-stop]");
    return card && !target.closest(".more, button") ? card : undefined;
  };

  document.addEventListener("pointerdown", (event) => {
    // A second finger pinches.
    if (press) return letGo();
    const card = event.pointerType === "touch" && event.isPrimary && cardAt(event.target);
    if (!card || busy() || carry.held()) return undefined;
    const { pointerId: id, clientX: x, clientY: y } = event;
    // Otherwise the browser's own dragging begins after a long press.
    card.draggable = false;
    press = { id, card, x, y, held: false, timer: setTimeout(pickUp, LONG) };
    return undefined;
  });

  function pickUp() {
    press.held = true;
    carry.begin(press.card);
    if (navigator.vibrate) navigator.vibrate(15);
    aim();
  }

  document.addEventListener("pointermove", ({ pointerId, clientX, clientY }) => {
    if (!press || pointerId !== press.id) return;
    if (!press.held) {
      if (Math.hypot(clientX - press.x, clientY - press.y) > STILL) letGo();
      return;
    }
    press.x = clientX;
    press.y = clientY;
    aim();
    if (!scrolling) scrolling = window.requestAnimationFrame(scrollAlong);
  });

  function aim() {
    const under = document.elementFromPoint(press.x, press.y);
    const cell = under && under.closest("#tafel [data-drop]");
    if (cell) carry.aimAt(cell, press.y);
  }

  function scrollAlong() {
    scrolling = undefined;
    if (!press || !press.held) return;
    const { x, y } = press;
    const [down, across] = [pull(y, window.innerHeight), pull(x, window.innerWidth)];
    if (down === 0 && across === 0) return;
    const sheet = root().querySelector(".sheet");
    window.scrollBy(0, down);
    if (sheet) sheet.scrollLeft += across;
    aim();
    scrolling = window.requestAnimationFrame(scrollAlong);
  }

  const pull = (at, size) => (at < EDGE ? -STEP : at > size - EDGE ? STEP : 0);

  document.addEventListener("pointerup", ({ pointerId }) => {
    if (!press || pointerId !== press.id) return;
    const { held } = press;
    letGo(held);
    if (held && carry.held()) carry.drop();
  });
  document.addEventListener("pointercancel", () => letGo());

  /** @param keeps whether the load is put down next, not put back */
  function letGo(keeps) {
    if (!press) return;
    const { card, held, timer } = press;
    clearTimeout(timer);
    card.draggable = true;
    press = undefined;
    if (held && !keeps) carry.end();
    // What was a drag is no press.
    if (held) document.addEventListener("click", swallow, { capture: true, once: true });
    if (held) setTimeout(() => document.removeEventListener("click", swallow, { capture: true }), LONG);
  }

  function swallow(event) {
    event.preventDefault();
    event.stopPropagation();
  }

  // While a load is held the page does not scroll under it, and no menu of the browser opens.
  document.addEventListener("touchmove", (event) => press && press.held && event.preventDefault(), { passive: false });
  document.addEventListener("contextmenu", (event) => press && event.preventDefault());
  document.addEventListener("keydown", (event) => press && press.held && event.key === "Escape" && letGo());
};
