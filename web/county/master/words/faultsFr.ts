/** The same in French. */
import type { FaultCode, FaultWords } from "./faultsDe.ts";

export const FAULTS_FR: Readonly<Record<FaultCode, FaultWords>> = {
  "file.missing": ["Il manque un fichier dont toute région a besoin.", "Ajouter le fichier."],
  "file.unknown": ["Personne ne lit un fichier de ce nom.", "Le renommer ou l’enlever."],
  "file.empty": ["Le tableau n’a pas de lignes.", "Ajouter au moins une ligne."],
  "file.encoding": ["Le fichier n’est pas en UTF-8.", "L’enregistrer en « CSV UTF-8 »."],
  "file.syntax": ["Le fichier est abîmé : JSON fautif ou guillemet non fermé.", "Corriger là ou juste avant."],
  "row.columns": [
    "La ligne a plus ou moins de cellules que l’en-tête.",
    "Ajouter des cellules vides, ou mettre entre guillemets celle qui contient le séparateur.",
  ],
  "column.missing": ["Il manque une colonne dont le tableau a besoin.", "L’ajouter et la remplir."],
  "column.unknown": ["Le tableau n’a pas de colonne de ce nom.", "La renommer ou l’enlever."],
  "column.duplicate": ["L’en-tête nomme une colonne deux fois.", "En enlever ou renommer une."],
  "value.missing": ["Un champ obligatoire est vide.", "Le remplir."],
  "value.invalid": ["La valeur n’est pas de la sorte que prend le champ, ou hors des bornes.", "La corriger."],
  "hours.syntax": [
    "Les heures d’ouverture, d’accès ou de service sont illisibles.",
    "Écrire : Mo-Fr 08:00-16:00; Sa 09:00-13:00",
  ],
  "id.duplicate": ["Deux lignes ont le même identifiant.", "Donner à chacune le sien, ou en enlever une."],
  "reference.unknown": ["La ligne nomme un identifiant qui n’existe pas.", "Le corriger, ou ajouter la ligne visée."],
  "owner.unknown": ["Le propriétaire n’est ni une commune ni dans authorities.csv.", "Le corriger, ou l’y ajouter."],
  "source.nowhere": [
    "sources.csv nomme un fichier, un identifiant ou un champ qui n’existe pas.",
    "Corriger ou enlever.",
  ],
  "box.upsideDown": [
    "Dans boundingBox, le sud n’est pas sous le nord ou l’ouest pas avant l’est.",
    "Échanger les valeurs.",
  ],
  "coordinate.outside": [
    "Le lieu est hors de la région.",
    "Corriger les coordonnées (latitude et longitude échangées ?) ou élargir la région.",
  ],
  "municipality.noPoint": [
    "La commune n’utilise aucun point de collecte : elle n’apporte et ne paie rien.",
    "Ajouter sa part d’un point, ou l’enlever.",
  ],
  "shares.missing": [
    "Un point ouvert n’a pas de ligne dans service-shares.csv.",
    "Ajouter ses communes, ou fermer le point.",
  ],
  "shares.sum": ["Les parts du point ne font pas 1 ensemble.", "Corriger ses lignes."],
  "season.sum": ["Les douze mois ne font pas 100 pour cent ensemble.", "Corriger les mois."],
  "point.closed": ["Un stockage est à un point fermé.", "Le déplacer, l’enlever, ou ouvrir le point."],
  "stream.authority": ["Le flux n’appartient à aucune collectivité compétente.", "En nommer une de sorte authority."],
  "material.noFacility": ["Aucune installation n’a de prix pour cette matière.", "Ajouter un tarif."],
  "material.ownerOnly": [
    "Seules des installations réservées à leur propriétaire prennent cette matière ; d’autres ne peuvent être planifiés seuls.",
    "Ajouter une installation d’accès public.",
  ],
  "facility.closed": [
    "Une installation fermée ou prévue a des tarifs ou des pesées, ou elle est la seule pour une matière.",
    "Corriger son état, ou ajouter un tarif d’une installation ouverte.",
  ],
  "facility.owner": [
    "L’installation est réservée à son propriétaire, qui n’est pas une commune de la région.",
    "Inscrire son AGS, ou mettre l’accès à public.",
  ],
  "facility.minimum": ["Une quantité minimale est donnée sans pénalité ou sans cocontractants.", "Inscrire les deux."],
  "facility.yearlyCost": [
    "Un site possible n’a pas de coût annuel et serait ouvert pour rien.",
    "L’inscrire ; 0 veut dire gratuit.",
  ],
  "vehicle.capability": [
    "Aucun véhicule ne peut charger ici : un conteneur veut un crochet, un tas sans chargeur un grappin.",
    "Ajouter un tel véhicule, ou un chargeur au point.",
  ],
  "vehicle.capacity": [
    "Un conteneur plein est plus grand ou plus lourd que ce que porte tout véhicule à crochet.",
    "Des conteneurs plus petits, ou un véhicule de plus.",
  ],
  "vehicle.hours": [
    "Aucun véhicule qui convient n’est en service quand le point est accessible.",
    "Élargir les heures d’accès ou de service.",
  ],
  "date.future": ["La date est dans l’avenir.", "Vérifier jour, mois et année."],
  "report.duplicate": [
    "Deux signalements ont le même identifiant, ou le même stockage au même moment.",
    "En enlever un.",
  ],
  "report.measure": [
    "Le signalement donne des quarts et des mètres cubes, ou aucun des deux.",
    "Donner exactement l’un.",
  ],
  "report.volume": [
    "Le volume signalé dépasse une fois et demie ce qui tient.",
    "Corriger le volume (litres au lieu de m³ ?) ou la taille du stockage.",
  ],
  "contact.municipality": ["Un atelier ou une mairie n’appartient à aucune commune.", "Inscrire son AGS."],
  "contact.duplicate": ["Une adresse est deux fois dans la même fonction de la même commune.", "En enlever une."],
  "contact.deputy": [
    "La suppléance ne nomme personne, une autre fonction ou commune, une autre suppléance, ou des jours à l’envers.",
    "Nommer une mairie ou un service financier de la même commune.",
  ],
  "contact.noDispatcher": ["Personne n’a l’exploitation : les tournées ne vont à personne.", "Ajouter quelqu’un."],
  "contact.vehicle": [
    "Un conducteur sans véhicule, ou une autre personne qui en a un.",
    "Donner aux conducteurs un véhicule de vehicles.csv, et à personne d’autre.",
  ],
  "contact.facility": [
    "Une installation sans son identifiant, ou une autre personne qui en a un.",
    "Donner aux installations leur identifiant de facilities.csv, et à personne d’autre.",
  ],
  "sensor.distances": [
    "Il manque des distances au capteur, elles ne vont pas ensemble, ou il n’en faut pas.",
    "Mesurer les deux distances, ou corriger la mesure.",
  ],
  "year.value": [
    "Une valeur de year.json n’est pas du type attendu.",
    "La corriger ; docs/schema/year.schema.json dit ce qui convient.",
  ],
  "year.unknown": [
    "year.json nomme un point, une installation ou un produit qui n’existe pas.",
    "Prendre un identifiant existant.",
  ],
  "year.twice": ["Quelque chose figure deux fois dans year.json.", "Retirer l’un des deux."],
  "year.shares": ["Les parts du tri ne font pas 1 au total.", "Les changer pour que rien ne disparaisse : 1 au total."],
  "year.closing": [
    "Un point de collecte ne peut pas être fermé ainsi.",
    "Nommer un autre point, qui reste ouvert et prend la même matière.",
  ],
};
