import type { MapWords } from "./shape.ts";

export const EN: MapWords = {
  list: "The map as a list",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  close: "Close the note",
  keys: "Arrow keys move the map, plus and minus change the scale, Tab goes from place to place.",
  place: "Place",
  number: "No.",
  source: "Map",
};
