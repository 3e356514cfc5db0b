/**
 * The one script of the approval page, served under its own address: asks the browser for a passkey and sends its answer with the
 * form around it. Decides nothing by itself; without it the page works but for passkeys. Plain JavaScript, for browsers run no types.
 */
export const SCRIPT_PATH = "/passkey.js";

export const PASSKEY_SCRIPT = `"use strict";
{
  const bytes = (text) =>
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (one) => one.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const withIds = (list) => list.map((one) => ({ ...one, id: bytes(one.id) }));
  const calls = {
    create: async (options) => {
      const user = { ...options.user, id: bytes(options.user.id) };
      const excludeCredentials = withIds(options.excludeCredentials);
      const publicKey = { ...options, challenge: bytes(options.challenge), user, excludeCredentials };
      const made = await navigator.credentials.create({ publicKey });
      const transports = made.response.getTransports?.() ?? [];
      return { made, response: { attestationObject: text(made.response.attestationObject), transports } };
    },
    get: async (options) => {
      const allowCredentials = withIds(options.allowCredentials);
      const publicKey = { ...options, challenge: bytes(options.challenge), allowCredentials };
      const made = await navigator.credentials.get({ publicKey });
      const { authenticatorData, signature } = made.response;
      return { made, response: { authenticatorData: text(authenticatorData), signature: text(signature) } };
    },
  };
  for (const part of document.querySelectorAll("[data-passkey]")) {
    const said = part.querySelector("[role=status]");
    const button = part.querySelector("button");
    if (window.PublicKeyCredential === undefined) {
      said.textContent = part.dataset.unsupported;
      continue;
    }
    said.textContent = "";
    button.parentElement.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      said.textContent = "";
      try {
        const { made, response } = await calls[part.dataset.passkey](JSON.parse(part.dataset.options));
        const clientDataJSON = text(made.response.clientDataJSON);
        const answer = { id: made.id, rawId: made.id, type: made.type, response: { clientDataJSON, ...response } };
        part.querySelector("[name=passkey]").value = JSON.stringify(answer);
        part.closest("form").submit();
      } catch (error) {
        said.textContent = error.name === "InvalidStateError" ? part.dataset.known : part.dataset.cancelled;
        button.disabled = false;
      }
    });
  }
}
`;
