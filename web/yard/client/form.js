// The form's outbox. A report is first kept on the device, then sent under a key of its own, and forgotten only when the server gave a
// definite answer: taken, or never to be taken. Without scripts, or where the device keeps nothing, the form is an ordinary one.
"use strict";
(async () => {
  const DATABASE = "gruenverbund-reports";
  const STORE = "waiting";
  const MOST_PHOTO_BYTES = 200_000;
  const PHOTO_STEPS = [
    [1280, 0.8],
    [1280, 0.6],
    [1280, 0.4],
    [800, 0.5],
    [480, 0.4],
  ];
  const box = document.getElementById("outbox");
  const offline = document.getElementById("offline");
  const form = document.getElementById("report");
  if (!box) return;
  const words = box.dataset;

  const done = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });

  async function openDatabase() {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: "key" });
    return done(request);
  }

  // Private windows of some browsers keep nothing: the form then works as it does without scripts.
  const database = await openDatabase().catch(() => undefined);
  if (database === undefined) return;

  // What is written is on the device when the transaction is over, not when the request is.
  const write = (change) =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite");
      change(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });

  async function waiting() {
    const reports = await done(database.transaction(STORE, "readonly").objectStore(STORE).getAll());
    return reports.sort((a, b) => (a.observedAt < b.observedAt ? -1 : 1));
  }

  function newKey() {
    const bytes = Array.from(crypto.getRandomValues(new Uint8Array(16)));
    return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  const counted = (number, one, many) => (number === 1 ? one : many.replace("{n}", String(number)));

  function say(kind, lines) {
    box.className = `outbox screen${kind === "" ? "" : ` is-${kind}`}`;
    box.textContent = "";
    for (const line of lines) {
      const paragraph = document.createElement("p");
      paragraph.textContent = line;
      box.appendChild(paragraph);
    }
  }

  // A form's token belongs to a browser session, which may be over since the report was kept: a new one is asked for.
  async function send({ path, key, observedAt, fields, photo }) {
    const asked = await fetch(`${path}/marke`, { credentials: "same-origin", cache: "no-store" });
    const { csrf, ...answer } = await asked.json();
    if (csrf === undefined) return answer;
    const sentAt = new Date().toISOString();
    const body = photo === undefined ? new URLSearchParams() : new FormData();
    for (const [name, value] of Object.entries({ ...fields, csrf, key, observedAt, sentAt })) body.append(name, value);
    if (photo !== undefined) body.append("photo", photo, "photo.jpg");
    const headers = { accept: "application/json" };
    const sent = await fetch(path, { method: "POST", credentials: "same-origin", headers, body });
    return sent.json();
  }

  async function sendAll() {
    const outcome = { kept: [], dropped: [], signIn: false };
    for (const report of await waiting()) {
      // No network, or no answer that can be read: it stays.
      const answer = await send(report).catch(() => ({}));
      if (answer.status === "signIn") outcome.signIn = true;
      if (answer.status === "kept") outcome.kept.push({ key: report.key, id: answer.id, photo: answer.photo });
      else if (answer.status === "refused") outcome.dropped.push({ label: report.label, cause: answer.cause });
      else continue;
      await write((store) => store.delete(report.key));
    }
    return outcome;
  }

  let line = Promise.resolve();
  /** One after the other: a report that is under way is not sent a second time. */
  function flush(saved) {
    line = line.catch(() => undefined).then(sendAll);
    return line.then(async (outcome) => {
      await show(outcome, saved);
      return outcome;
    });
  }

  // Devices say that they are online before they are: what waits is tried again, ever more rarely.
  let pause = 2000;
  let timer;
  function laterAgain(any) {
    clearTimeout(timer);
    if (any) timer = setTimeout(again, pause);
    pause = any ? Math.min(2 * pause, 60_000) : 2000;
  }

  async function show({ kept, dropped, signIn }, saved) {
    const { length } = await waiting();
    laterAgain(length > 0);
    const lines = dropped.map(({ label, cause }) =>
      words.dropped.replace("{storage}", label).replace("{cause}", cause),
    );
    if (kept.length > 0) lines.push(counted(kept.length, words.sentOne, words.sentMany));
    if (length > 0) {
      const left = counted(length, words.waitingOne, words.waitingMany);
      lines.push(saved ? `${words.saved} ${left}` : left);
    }
    if (length > 0 && signIn) lines.push(words.signIn);
    // What was said stays until there is something new.
    if (lines.length > 0) say(dropped.length > 0 ? "refused" : length > 0 ? "waiting" : "sent", lines);
    else if (box.classList.contains("is-waiting")) say("", []);
  }

  /** Drawn anew, a photo has neither place nor device in it; smaller until it weighs little enough for a slow network. */
  async function shrunk(file) {
    const image = await createImageBitmap(file, { imageOrientation: "from-image" });
    const canvas = document.createElement("canvas");
    for (const [side, quality] of PHOTO_STEPS) {
      const scale = Math.min(1, side / Math.max(image.width, image.height));
      canvas.width = Math.round(image.width * scale);
      canvas.height = Math.round(image.height * scale);
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      const photo = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", quality));
      if (photo !== null && photo.size <= MOST_PHOTO_BYTES) return photo;
    }
    throw new Error("too large");
  }

  async function photoOf(file) {
    if (!file || file.size === 0) return {};
    // A device that cannot draw it sends none; the report does not wait for that.
    return shrunk(file).then(
      (photo) => ({ photo }),
      () => ({ photoLost: true }),
    );
  }

  async function submitted(event) {
    event.preventDefault();
    const fields = new FormData(form);
    const { photo, photoLost } = await photoOf(fields.get("photo"));
    const report = {
      key: newKey(),
      path: form.getAttribute("action"),
      label: words.label,
      observedAt: new Date().toISOString(),
      fields: { fill: fields.get("fill"), contamination: fields.get("contamination") },
      ...(photo === undefined ? {} : { photo }),
    };
    try {
      await write((store) => store.put(report));
    } catch {
      // The device is full: send it as the page without scripts does.
      form.submit();
      return;
    }
    say("sent", [words.sending]);
    const { kept, dropped } = await flush(true);
    const own = kept.find(({ key }) => key === report.key);
    const refused = photoLost || (own !== undefined && own.photo === "refused");
    if (own !== undefined) location.assign(`${report.path}?gemeldet=${own.id}${refused ? "&foto=nein" : ""}`);
    else if (dropped.length === 0) form.reset();
    box.scrollIntoView({ block: "center" });
  }

  function connection() {
    if (offline) offline.hidden = navigator.onLine;
  }

  async function again() {
    connection();
    if ((await waiting()).length > 0) await flush(false);
  }

  if (form) form.addEventListener("submit", submitted);
  addEventListener("online", again);
  addEventListener("offline", connection);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && again());
  connection();
  await show({ kept: [], dropped: [], signIn: false }, false);
  await again();

  // Opens the page without a network, and keeps this one from now on.
  if ("serviceWorker" in navigator) {
    const scope = location.pathname.startsWith("/m/") ? "/m/" : "/meldung";
    const registration = await navigator.serviceWorker.register(words.worker, { scope });
    const { active } = await (registration.active === null
      ? navigator.serviceWorker.ready
      : Promise.resolve(registration));
    active.postMessage({ keep: [location.pathname, document.querySelector("script[src]").getAttribute("src")] });
  }
})();
