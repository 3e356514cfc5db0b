import type { MapWords } from "./shape.ts";

export const DE: MapWords = {
  list: "Die Karte als Liste",
  zoomIn: "Karte vergrößern",
  zoomOut: "Karte verkleinern",
  close: "Hinweis schließen",
  keys: "Pfeiltasten verschieben die Karte, Plus und Minus ändern den Maßstab, mit Tab geht es von Ort zu Ort.",
  place: "Ort",
  number: "Nr.",
  source: "Karte",
};
