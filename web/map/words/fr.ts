import type { MapWords } from "./shape.ts";

export const FR: MapWords = {
  list: "La carte sous forme de liste",
  zoomIn: "Agrandir la carte",
  zoomOut: "Réduire la carte",
  close: "Fermer l’info",
  keys: "Les flèches déplacent la carte, plus et moins changent l’échelle, la touche Tab va de lieu en lieu.",
  place: "Lieu",
  number: "Nº",
  source: "Carte",
};
