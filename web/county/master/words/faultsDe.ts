/**
 * Faults of master data by their code (docs/problems.md): what is wrong, and what to do. The importer's own sentences are English and name
 * the values; they stand beneath.
 */
export type FaultWords = readonly [cause: string, action: string];

export const FAULTS_DE = {
  "file.missing": ["Eine Datei fehlt, die jede Region braucht.", "Die Datei ergänzen."],
  "file.unknown": ["Eine Datei dieses Namens liest niemand.", "Umbenennen oder weglassen."],
  "file.empty": ["Die Tabelle hat keine Zeilen.", "Mindestens eine Zeile ergänzen."],
  "file.encoding": ["Die Datei ist nicht als UTF-8 gespeichert.", "In Excel als „CSV UTF-8“ speichern."],
  "file.syntax": [
    "Die Datei ist kaputt: JSON fehlerhaft oder ein Anführungszeichen nicht geschlossen.",
    "Dort oder kurz davor berichtigen.",
  ],
  "row.columns": [
    "Die Zeile hat mehr oder weniger Felder als die Kopfzeile.",
    "Leere Felder ergänzen, oder ein Feld mit Trennzeichen in Anführungszeichen setzen.",
  ],
  "column.missing": ["Eine Spalte fehlt, die die Tabelle braucht.", "Ergänzen und ausfüllen."],
  "column.unknown": ["Eine Spalte dieses Namens hat die Tabelle nicht.", "Umbenennen oder weglassen."],
  "column.duplicate": ["Die Kopfzeile nennt eine Spalte zweimal.", "Eine weglassen oder umbenennen."],
  "value.missing": ["Ein Pflichtfeld ist leer.", "Ausfüllen."],
  "value.invalid": [
    "Der Wert ist nicht von der Art, die das Feld nimmt, oder liegt außerhalb des Erlaubten.",
    "Berichtigen.",
  ],
  "hours.syntax": [
    "Öffnungs-, Zugangs- oder Schichtzeiten sind nicht lesbar.",
    "So schreiben: Mo-Fr 08:00-16:00; Sa 09:00-13:00",
  ],
  "id.duplicate": ["Zwei Zeilen haben dieselbe Kennung.", "Jeder eine eigene geben, oder eine weglassen."],
  "reference.unknown": [
    "Die Zeile nennt eine Kennung, die es nicht gibt.",
    "Berichtigen, oder die gemeinte Zeile ergänzen.",
  ],
  "owner.unknown": ["Der Eigentümer ist weder Kommune noch in authorities.csv.", "Berichtigen, oder dort ergänzen."],
  "source.nowhere": [
    "sources.csv nennt eine Datei, Kennung oder ein Feld, das es nicht gibt.",
    "Berichtigen oder weglassen.",
  ],
  "box.upsideDown": [
    "In boundingBox liegt Süden nicht unter Norden oder Westen nicht vor Osten.",
    "Die Werte tauschen.",
  ],
  "coordinate.outside": [
    "Der Ort liegt außerhalb der Region.",
    "Koordinaten berichtigen (Breite und Länge vertauscht?) oder die Region weiter fassen.",
  ],
  "municipality.noPoint": [
    "Die Kommune nutzt keine Sammelstelle: Sie bringt nichts und zahlt nichts.",
    "Ihren Anteil an einer Stelle ergänzen, oder sie weglassen.",
  ],
  "shares.missing": [
    "Für eine offene Sammelstelle steht nichts in service-shares.csv.",
    "Ihre Kommunen ergänzen, oder die Stelle schließen.",
  ],
  "shares.sum": ["Die Anteile der Stelle ergeben zusammen nicht 1.", "Ihre Zeilen berichtigen."],
  "season.sum": ["Die zwölf Monate ergeben zusammen nicht 100 Prozent.", "Die Monate berichtigen."],
  "point.closed": ["Ein Lager steht an einer geschlossenen Stelle.", "Verlegen, weglassen, oder die Stelle öffnen."],
  "stream.authority": ["Der Stoffstrom gehört keinem Entsorgungsträger.", "Einen der Art authority nennen."],
  "material.noFacility": ["Für dieses Material hat keine Anlage einen Preis.", "Einen Annahmepreis ergänzen."],
  "material.ownerOnly": [
    "Dieses Material nehmen nur Anlagen für ihren Eigentümer; andere lassen sich nicht allein planen.",
    "Eine Anlage mit öffentlichem Zugang ergänzen.",
  ],
  "facility.closed": [
    "Eine geschlossene oder geplante Anlage hat Preise oder Wägungen oder ist die einzige für ein Material.",
    "Ihren Stand berichtigen, oder einen Preis einer offenen Anlage ergänzen.",
  ],
  "facility.owner": [
    "Die Anlage ist nur für ihren Eigentümer, der keine Kommune der Region ist.",
    "Dessen AGS eintragen, oder den Zugang auf public setzen.",
  ],
  "facility.minimum": ["Eine Mindestmenge steht ohne Strafe oder ohne Vertragspartner da.", "Beides eintragen."],
  "facility.yearlyCost": [
    "Ein möglicher Standort hat keine Jahreskosten und würde umsonst eröffnet.",
    "Eintragen; 0 heißt: kostet nichts.",
  ],
  "vehicle.capability": [
    "Kein Fahrzeug kann hier laden: Container brauchen einen Haken, Haufen ohne Lader einen Greifer.",
    "Ein solches Fahrzeug ergänzen, oder einen Lader an der Stelle.",
  ],
  "vehicle.capacity": [
    "Ein voller Container ist größer oder schwerer, als jedes Hakenfahrzeug trägt.",
    "Kleinere Container, oder ein Fahrzeug ergänzen.",
  ],
  "vehicle.hours": [
    "Kein passendes Fahrzeug hat Schicht, während die Stelle zugänglich ist.",
    "Zugangs- oder Schichtzeiten erweitern.",
  ],
  "date.future": ["Das Datum liegt in der Zukunft.", "Tag, Monat und Jahr prüfen."],
  "report.duplicate": [
    "Zwei Meldungen haben dieselbe Kennung oder gelten demselben Lager zur selben Zeit.",
    "Eine weglassen.",
  ],
  "report.measure": ["Die Meldung nennt Viertel und Kubikmeter, oder keines von beiden.", "Genau eines angeben."],
  "report.volume": [
    "Gemeldet ist mehr als das Anderthalbfache dessen, was hineinpasst.",
    "Menge (Liter statt m³?) oder Größe des Lagers berichtigen.",
  ],
  "contact.municipality": ["Ein Bauhof oder Bürgermeisteramt gehört zu keiner Kommune.", "Den AGS eintragen."],
  "contact.duplicate": ["Eine Adresse steht zweimal im selben Amt derselben Kommune.", "Eine weglassen."],
  "contact.deputy": [
    "Die Vertretung nennt niemanden, ein anderes Amt, eine andere Kommune, eine Vertretung oder verkehrte Tage.",
    "Ein Bürgermeisteramt oder eine Kämmerei derselben Kommune nennen.",
  ],
  "contact.noDispatcher": ["Niemand hat die Disposition: Touren gehen an niemanden.", "Jemanden ergänzen."],
  "contact.vehicle": [
    "Ein Fahrer ohne Fahrzeug, oder jemand anders mit einem.",
    "Fahrern ein Fahrzeug aus vehicles.csv geben, sonst niemandem.",
  ],
  "contact.facility": [
    "Eine Anlage ohne ihre Kennung, oder jemand anders mit einer.",
    "Anlagen ihre Kennung aus facilities.csv geben, sonst niemandem.",
  ],
  "sensor.distances": [
    "Dem Sensor fehlen Abstände, sie passen nicht zueinander, oder er braucht keine.",
    "Beide Abstände messen, oder die Messart berichtigen.",
  ],
  "year.value": [
    "Ein Wert von year.json ist nicht von der Art, die das Feld nimmt.",
    "Berichtigen; docs/schema/year.schema.json sagt, was passt.",
  ],
  "year.unknown": [
    "year.json nennt eine Stelle, eine Anlage oder ein Produkt, das es nicht gibt.",
    "Eine Kennung nehmen, die es gibt.",
  ],
  "year.twice": ["Etwas steht in year.json zweimal.", "Eines von beiden entfernen."],
  "year.shares": [
    "Die Teile beim Trennen ergeben zusammen nicht 1.",
    "So ändern, dass nichts verschwindet: zusammen 1.",
  ],
  "year.closing": [
    "Eine Sammelstelle kann so nicht geschlossen werden.",
    "Eine andere Stelle nennen, die offen bleibt und dasselbe Material nimmt.",
  ],
} as const satisfies Readonly<Record<string, FaultWords>>;

export type FaultCode = keyof typeof FAULTS_DE;
