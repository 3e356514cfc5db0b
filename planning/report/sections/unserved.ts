/** Nicht bedient und warum: what stays where it is this week, with the limit that it breaks. */
import type { Pickup, Plan } from "../../../domain/plan/plan.ts";
import type { Region } from "../../../domain/region/tables.ts";
import { markup, type Html } from "../html.ts";
import { FORM_NAMES, FRACTION_NAMES, plural, tonnes } from "../words.ts";

function what(pickup: Pickup, region: Region): Html {
  const point = region.collectionPoints.find((one) => one.id === pickup.pointId);
  return markup`<b>${point?.name ?? pickup.pointId}, ${tonnes(pickup.massKg)}</b> ${FRACTION_NAMES[pickup.fraction]}, ${FORM_NAMES[pickup.form]}`;
}

export function unservedSection(plan: Plan, region: Region): Html {
  if (plan.unserved.length === 0) {
    return markup`<div class="verdict"><p><strong>Alles wird abgeholt.</strong> Keine geplante Abholung bleibt stehen.</p></div>`;
  }
  const pickups = new Map(plan.pickups.map((pickup) => [pickup.id, pickup]));
  const mass = plan.unserved.reduce((sum, { pickupId }) => sum + (pickups.get(pickupId)?.massKg ?? 0), 0);
  const entries = plan.unserved.map(({ pickupId, reason }) => {
    const pickup = pickups.get(pickupId);
    return markup`<li>${pickup === undefined ? markup`<b>${pickupId}</b>` : what(pickup, region)}<br>${reason}</li>
`;
  });
  return markup`<p>${plural(plan.unserved.length, "Abholung bleibt", "Abholungen bleiben")} bis zur nächsten Planung stehen, zusammen ${tonnes(mass)}.</p>
<ul class="sentences">${entries}</ul>`;
}
