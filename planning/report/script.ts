/**
 * The little script of the page: lighting up a tour, moving the map. Everything is readable without it, so it adds its own
 * buttons. It reads nothing but the page.
 */
export const SCRIPT = `
"use strict";
(() => {
  const map = document.querySelector(".map");
  const canvas = map && map.querySelector(".canvas");
  const light = (number) => {
    document.querySelectorAll("[data-tour]").forEach((one) => one.classList.toggle("is-lit", one.dataset.tour === number));
    if (map) map.classList.toggle("has-lit", number !== null && map.querySelector(".tour-line.is-lit") !== null);
  };
  const tourOf = (event) => { const one = event.target.closest("[data-tour]"); return one ? one.dataset.tour : null; };
  for (const name of ["pointerover", "focusin"]) document.addEventListener(name, (event) => light(tourOf(event)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const target = link && document.getElementById(link.getAttribute("href").slice(1));
    if (target && target.tagName === "DETAILS") target.open = true;
  });
  let closed = [];
  addEventListener("beforeprint", () => { closed = [...document.querySelectorAll("details:not([open])")]; closed.forEach((one) => { one.open = true; }); });
  addEventListener("afterprint", () => closed.forEach((one) => { one.open = false; }));
  if (!canvas) return;

  const [, , width, height] = canvas.getAttribute("viewBox").split(" ").map(Number);
  let view = { x: 0, y: 0, zoom: 1 };
  const show = (x, y, zoom) => {
    const z = Math.min(8, Math.max(1, zoom));
    const clamp = (value, size) => Math.min(size - size / z, Math.max(0, value));
    view = { x: clamp(x, width), y: clamp(y, height), zoom: z };
    canvas.setAttribute("viewBox", [view.x, view.y, width / z, height / z].map((n) => n.toFixed(2)).join(" "));
    canvas.style.cursor = z > 1 ? "grab" : "";
    canvas.style.touchAction = z > 1 ? "none" : "";
  };
  const zoomBy = (factor) => {
    const z = Math.min(8, Math.max(1, view.zoom * factor));
    show(view.x + width / view.zoom / 2 - width / z / 2, view.y + height / view.zoom / 2 - height / z / 2, z);
  };
  const moveBy = (dx, dy) => show(view.x + (dx * width) / view.zoom / 4, view.y + (dy * height) / view.zoom / 4, view.zoom);
  const tools = document.createElement("div");
  tools.className = "tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "Kartenausschnitt");
  const buttons = [
    ["+", "Vergrößern", () => zoomBy(1.5)], ["−", "Verkleinern", () => zoomBy(1 / 1.5)],
    ["←", "Nach Westen", () => moveBy(-1, 0)], ["→", "Nach Osten", () => moveBy(1, 0)],
    ["↑", "Nach Norden", () => moveBy(0, -1)], ["↓", "Nach Süden", () => moveBy(0, 1)],
    ["Ganze Karte", "Ganze Karte", () => show(0, 0, 1)],
  ];
  for (const [text, label, act] of buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    tools.append(button);
  }
  canvas.after(tools);
  let from = null;
  canvas.addEventListener("pointerdown", (event) => {
    if (view.zoom === 1) return;
    from = { x: event.clientX, y: event.clientY, view };
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const unit = width / from.view.zoom / canvas.clientWidth;
    show(from.view.x - (event.clientX - from.x) * unit, from.view.y - (event.clientY - from.y) * unit, from.view.zoom);
  });
  for (const name of ["pointerup", "pointercancel"]) canvas.addEventListener(name, () => { from = null; });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoomBy(event.deltaY < 0 ? 1.2 : 1 / 1.2);
  }, { passive: false });
})();
`;
