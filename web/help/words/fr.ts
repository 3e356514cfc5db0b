import type { HelpWords } from "./shape.ts";

export const FR: HelpWords = {
  title: "Aide",
  pages: "Pages du manuel",
  contents: "Sur cette page",
  german: "Le manuel n’existe pour l’instant qu’en allemand. Merci de votre compréhension.",
  missing: {
    title: "Introuvable",
    head: "Le manuel n’a pas cette page.",
    lead: "Ce que vous cherchez se trouve peut-être ici :",
  },
};
