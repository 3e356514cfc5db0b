// Opens the yard's pages without a network. Pages come from the network while there is one, and are kept as they came; the script of
// the page has a name that changes with its content. Nothing else passes through here, and nothing is sent from here.
"use strict";
const CACHE = "gruenverbund-yard-1";
/** A network that takes longer is as good as none to somebody with gloves on. */
const PATIENCE_MS = 4000;

addEventListener("install", (event) => event.waitUntil(skipWaiting()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

const isScript = (path) => path.startsWith("/m/-/form-");
/** Photos are looked at and not kept. */
const isPhoto = (path) => path.includes("/foto/");
const isSignedIn = (path) => path === "/meldung" || path.startsWith("/meldung/");

/** Without its query: a language, or what was just reported. */
const nameOf = (url) => new URL(url).pathname;

async function keep(path) {
  const cache = await caches.open(CACHE);
  if (isScript(path)) {
    const others = (await cache.keys()).filter(
      (request) => isScript(nameOf(request.url)) && nameOf(request.url) !== path,
    );
    await Promise.all(others.map((request) => cache.delete(request)));
  }
  if ((await cache.match(path)) !== undefined) return;
  const answer = await fetch(path, { credentials: "same-origin", redirect: "manual" });
  if (answer.status === 200) await cache.put(path, answer);
}

/** Whoever signed out leaves nothing behind that the next one could open. */
async function forgetSignedIn() {
  const cache = await caches.open(CACHE);
  const theirs = (await cache.keys()).filter((request) => isSignedIn(nameOf(request.url)));
  await Promise.all(theirs.map((request) => cache.delete(request)));
}

async function fromNetwork(request) {
  const path = nameOf(request.url);
  const answer = await fetch(request);
  // What was said once, after a report, is not said again tomorrow.
  if (answer.status === 200 && !request.url.includes("?")) await (await caches.open(CACHE)).put(path, answer.clone());
  else if (isSignedIn(path) && answer.status < 500) await forgetSignedIn();
  return answer;
}

async function page(event) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(nameOf(event.request.url));
  const fresh = fromNetwork(event.request);
  if (kept === undefined) return fresh;
  const good = fresh.then((answer) => (answer.status < 500 ? answer : kept)).catch(() => kept);
  event.waitUntil(good);
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([good, late]);
}

addEventListener("message", ({ data }) => {
  for (const path of data.keep) keep(path).catch(() => undefined);
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const path = nameOf(request.url);
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  if (isPhoto(path)) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (isScript(path)) event.respondWith(caches.match(path).then((kept) => kept || fetch(request)));
});
