/** Calls to the server. A refusal is thrown with the server's own sentence. */

import { readerQuery, t } from "./strings.js";

export class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

export function address(path, more = {}) {
  const query = readerQuery();
  for (const [key, value] of Object.entries(more)) query.set(key, value);
  return `api/${path}?${query}`;
}

async function answerOf(response) {
  if (response.status === 204) return null;
  const text = await response.text();
  const body = text && response.headers.get("content-type")?.includes("json") ? JSON.parse(text) : null;
  if (!response.ok) throw new Refusal(response.status, body?.message ?? t("failed"));
  return body;
}

export const get = async (path, more, signal) => answerOf(await fetch(address(path, more), { signal }));

export const post = async (path, body) =>
  answerOf(
    await fetch(address(path), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body ?? {}),
    }),
  );
