/** The rules in German for people who are no mathematicians: name, what it does, where it comes from. */
import type { RuleKey } from "../../optimizer/sharing/index.ts";

export interface RuleWords {
  /** As the label of a column. */
  readonly name: string;
  /** What it does, in one sentence. */
  readonly sentence: string;
  /** When to choose it, or what speaks against it, in one sentence. */
  readonly advice: string;
  readonly source: string;
}

const PRACTICE = "Praxis kommunaler Zweckverbände";

export const RULE_WORDS: Readonly<Record<RuleKey, RuleWords>> = {
  tonnes: {
    name: "nach Tonnen",
    sentence: "Jede Kommune trägt den Teil der Kosten, der ihrem Teil der Tonnen entspricht.",
    advice: "Einfach und vertraut, doch wer weit entfernt oder günstig gelegen ist, merkt davon nichts.",
    source: PRACTICE,
  },
  inhabitants: {
    name: "nach Einwohnern",
    sentence: "Jede Kommune trägt den Teil der Kosten, der ihrem Teil der Einwohner entspricht.",
    advice: "Braucht keine Waage, belohnt aber niemanden, der wenig bringt.",
    source: PRACTICE,
  },
  twoPart: {
    name: "Zwei-Teil-Schlüssel",
    sentence: "Ein fester Teil der Kosten wird nach vorgehaltener Lagerfläche geteilt, der Rest nach Tonnen.",
    advice: "Bildet ab, dass Vorhalten und Menge beide Geld kosten.",
    source: "Praxis kommunaler Zweckverbände; Prinzip von Grund- und Arbeitspreis",
  },
  equal: {
    name: "zu gleichen Teilen",
    sentence: "Alle Kommunen tragen gleich viel.",
    advice: "Nur sinnvoll, wenn alle etwa gleich groß sind.",
    source: PRACTICE,
  },
  standAlone: {
    name: "nach Alleinkosten",
    sentence: "Jede Kommune zahlt denselben Teil dessen, was sie allein zahlte, und spart so denselben Prozentsatz.",
    advice: "Leicht zu begründen; eine Gruppe kann trotzdem ohne die anderen günstiger fahren.",
    source: "H. P. Young, Cost Allocation, 1994",
  },
  separable: {
    name: "nur Grenzkosten",
    sentence: "Jede Kommune zahlt nur, was ihre Teilnahme an Kosten hinzufügt.",
    advice: "Zum Vergleich: Die Summe deckt die gemeinsamen Kosten in der Regel nicht.",
    source: "P. D. Straffin und J. P. Heaney, 1981, DOI 10.1007/BF01770069",
  },
  scrb: {
    name: "Grenzkosten und Nutzen (SCRB)",
    sentence:
      "Jede Kommune zahlt ihre Grenzkosten; der Rest wird nach dem Nutzen geteilt, den die Zusammenarbeit ihr höchstens bringt.",
    advice: "Seit Jahrzehnten in der Wasserwirtschaft üblich und gut erklärbar.",
    source: "P. D. Straffin und J. P. Heaney, 1981, DOI 10.1007/BF01770069",
  },
  egnsc: {
    name: "Grenzkosten und gleiche Teile (EGNSC)",
    sentence: "Jede Kommune zahlt ihre Grenzkosten; der Rest wird zu gleichen Teilen getragen.",
    advice: "Belastet kleine Kommunen oft zu stark.",
    source: "P. D. Straffin und J. P. Heaney, 1981, DOI 10.1007/BF01770069",
  },
  tau: {
    name: "τ-Wert",
    sentence:
      "Jede Kommune zahlt zwischen ihren Grenzkosten und dem Höchsten, was eine Gruppe von ihr verlangen kann, alle im selben Verhältnis.",
    advice: "Ein Mittelweg; nicht für jeden Fall bestimmt.",
    source: "S. H. Tijs und T. S. H. Driessen, 1986, DOI 10.1287/mnsc.32.8.1015",
  },
  shapley: {
    name: "Shapley-Schlüssel",
    sentence: "Jede Kommune trägt, was sie im Durchschnitt aller möglichen Beitrittsreihenfolgen an Kosten verursacht.",
    advice: "Gilt als gerecht, weil er der Verursachung folgt; stabil ist er nicht immer.",
    source: "L. S. Shapley, 1953, DOI 10.1515/9781400881970-018",
  },
  nucleolus: {
    name: "Nucleolus",
    sentence:
      "Die Gruppe mit dem kleinsten Vorteil wird so gut gestellt wie möglich, dann die nächste, und niemand zahlt mehr als allein.",
    advice: "Stabil, wann immer es eine stabile Aufteilung gibt, und mit Nachweis prüfbar.",
    source: "D. Schmeidler, 1969, DOI 10.1137/0117107",
  },
  prenucleolus: {
    name: "Pränucleolus",
    sentence: "Die Gruppe mit dem kleinsten Vorteil wird so gut gestellt wie möglich, dann die nächste.",
    advice: "Wie der Nucleolus, doch ohne die Zusage, dass niemand mehr als allein zahlt.",
    source: "D. Schmeidler, 1969, DOI 10.1137/0117107",
  },
  perCapitaNucleolus: {
    name: "Nucleolus je Mitglied",
    sentence: "Wie der Nucleolus, doch wird der Vorteil einer Gruppe durch die Zahl ihrer Mitglieder geteilt.",
    advice: "Verhindert, dass große Gruppen bevorzugt werden; ebenfalls stabil, wo es geht.",
    source: "R. G. Young, 1982 (Kostenteilung in der Wasserwirtschaft)",
  },
  perCapitaPrenucleolus: {
    name: "Pränucleolus je Mitglied",
    sentence: "Wie der Pränucleolus, doch wird der Vorteil einer Gruppe durch die Zahl ihrer Mitglieder geteilt.",
    advice: "Ohne die Zusage, dass niemand mehr als allein zahlt.",
    source: "R. G. Young, 1982 (Kostenteilung in der Wasserwirtschaft)",
  },
  leastCorePoint: {
    name: "ein Punkt des kleinsten Kerns",
    sentence:
      "Eine von vielen Aufteilungen, bei denen der größte Anlass einer Gruppe zu gehen so klein wie möglich ist.",
    advice: "Nur ein Rechenwert: Andere Aufteilungen sind ebenso gut.",
    source: "M. Maschler, B. Peleg und L. S. Shapley, 1979, DOI 10.1287/moor.4.4.303",
  },
  leastCorePerCapitaPoint: {
    name: "ein Punkt des kleinsten Kerns je Mitglied",
    sentence: "Dasselbe, gemessen am Anlass je Mitglied der Gruppe.",
    advice: "Nur ein Rechenwert: Andere Aufteilungen sind ebenso gut.",
    source: "M. Maschler, B. Peleg und L. S. Shapley, 1979, DOI 10.1287/moor.4.4.303",
  },
  equalProfit: {
    name: "stabil, ähnlichste Ersparnis (EPM)",
    sentence:
      "Unter den stabilen Aufteilungen die, bei der sich die prozentualen Einsparungen am wenigsten unterscheiden.",
    advice: "Verbindet Stabilität mit dem, was viele für gerecht halten: gleich viel Prozent.",
    source: "M. Frisk, M. Göthe-Lundgren, K. Jörnsten und M. Rönnqvist, 2010, DOI 10.1016/j.ejor.2010.01.015",
  },
  leximinAbs: {
    name: "stabil, gleichmäßigste Anteile",
    sentence:
      "Unter den stabilen Aufteilungen die, bei der der größte Anteil am kleinsten ist, dann der zweitgrößte und so fort.",
    advice: "Gleicht Beträge aus, nicht Größenunterschiede.",
    source: "B. Dutta und D. Ray, 1989, DOI 10.2307/1911055",
  },
  leximinRelStandalone: {
    name: "stabil, gleichmäßigste Quoten",
    sentence:
      "Unter den stabilen Aufteilungen die, bei der der höchste Anteil an den Alleinkosten am kleinsten ist, dann der zweithöchste und so fort.",
    advice: "Hilft zuerst der Kommune, die am wenigsten spart.",
    source: "B. Dutta und D. Ray, 1989, DOI 10.2307/1911055",
  },
  owen: {
    name: "Schattenpreise (Owen)",
    sentence: "Jede Kommune zahlt ihre Mengen zu den Knappheitspreisen des gemeinsamen Plans.",
    advice: "Immer stabil, wo die Kosten aus einem linearen Modell stammen.",
    source: "G. Owen, 1975, DOI 10.1007/BF01681356",
  },
  nearestStable: {
    name: "nächste stabile Aufteilung",
    sentence: "Die stabile Aufteilung, die vom vereinbarten Schlüssel so wenig Geld wie möglich umverteilt.",
    advice: "Empfohlen: Der vertraute Schlüssel bleibt, und keine Gruppe hat Anlass zu gehen.",
    source: "Lineares Programm über dem Kern (D. B. Gillies, 1959, DOI 10.1515/9781400882168-005)",
  },
};
