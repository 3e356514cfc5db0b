/** The entries of the audit log about tickets, tours as driven and settlements in words, by language. */
import type { InEachLanguage } from "../../language/speech.ts";
import type { EntryWords } from "./entryShape.ts";

export const SETTLING_ENTRIES: InEachLanguage<EntryWords["sentences"]> = {
  de: {
    "weighing.decided": (f) => `Wiegeschein „${f.subject}“: darüber entschieden`,
    "weighing.replaced": (f) => `Wiegeschein „${f.subject}“: die zweite Fassung gilt`,
    "weighing.dropped": (f) => `Zeile „${f.subject}“ der Arbeitsliste verworfen`,
    "weighing.photographed": (f) => `Foto zum Wiegeschein „${f.subject}“ abgelegt`,
    "weighing.asked": (f) => `Rückfrage an „${f.subject}“, Anliegen: ${f.count("matters")}`,
    "weighing.overdue": (f) =>
      `„${f.subject}“ hat von Rückfragen ohne Antwort erfahren, Anliegen: ${f.count("matters")}`,
    "weighing.answered": (f) => `Rückfrage zu „${f.subject}“ beantwortet`,
    "weighingProfile.changed": (f) => `Einleseprofil „${f.subject}“ geändert`,
    "tour.recorded": (f) => `Tour „${f.subject}“: eingetragen, wie sie gefahren wurde`,
    "settlement.closed": (f) => `Abrechnung ${f.period()} abgeschlossen: gemeinsam ${f.money("jointCostCents")}`,
    "settlement.corrected": (f) => `Abrechnung ${f.period()} berichtigt (${f.count("number")}. Gegenbuchung)`,
  },
  fr: {
    "weighing.decided": (f) => `Ticket de pesée « ${f.subject} » : décision prise`,
    "weighing.replaced": (f) => `Ticket de pesée « ${f.subject} » : la seconde version est retenue`,
    "weighing.dropped": (f) => `Ligne « ${f.subject} » de la liste de travail écartée`,
    "weighing.photographed": (f) => `Photo du ticket de pesée « ${f.subject} » enregistrée`,
    "weighing.asked": (f) => `Question à « ${f.subject} », sujets : ${f.count("matters")}`,
    "weighing.overdue": (f) => `« ${f.subject} » averti de questions sans réponse, sujets : ${f.count("matters")}`,
    "weighing.answered": (f) => `Réponse à la question sur « ${f.subject} »`,
    "weighingProfile.changed": (f) => `Profil d’import « ${f.subject} » modifié`,
    "tour.recorded": (f) => `Tournée « ${f.subject} » : saisie telle qu’effectuée`,
    "settlement.closed": (f) => `Décompte ${f.period()} clos : ensemble ${f.money("jointCostCents")}`,
    "settlement.corrected": (f) => `Décompte ${f.period()} rectifié (contre-passation n° ${f.count("number")})`,
  },
  en: {
    "weighing.decided": (f) => `Ticket “${f.subject}”: decided`,
    "weighing.replaced": (f) => `Ticket “${f.subject}”: the second version counts`,
    "weighing.dropped": (f) => `Row “${f.subject}” of the work list dropped`,
    "weighing.photographed": (f) => `Photo of ticket “${f.subject}” stored`,
    "weighing.asked": (f) => `“${f.subject}” asked back, matters: ${f.count("matters")}`,
    "weighing.overdue": (f) => `“${f.subject}” told of questions without an answer, matters: ${f.count("matters")}`,
    "weighing.answered": (f) => `Question about “${f.subject}” answered`,
    "weighingProfile.changed": (f) => `Mapping profile “${f.subject}” changed`,
    "tour.recorded": (f) => `Tour “${f.subject}”: recorded as driven`,
    "settlement.closed": (f) => `Settlement of ${f.period()} closed: jointly ${f.money("jointCostCents")}`,
    "settlement.corrected": (f) => `Settlement of ${f.period()} corrected (counter-booking ${f.count("number")})`,
  },
};
