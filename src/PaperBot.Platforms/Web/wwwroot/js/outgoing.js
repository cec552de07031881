/** Messages on their way. One that did not get through is sent again under the same id, so it is answered once. */

import { post, Refusal } from "./api.js";

export class Outgoing {
  #waiting = new Map();
  #handlers;

  /** @param handlers onTurn, onUnsent, onRefused */
  constructor(handlers) {
    this.#handlers = handlers;
  }

  send(chat, message, door = "messages") {
    this.#waiting.set(message.id, { chat, message, door });
    return this.#try(message.id);
  }

  /** There is a connection again. */
  resend() {
    for (const id of this.#waiting.keys()) this.#try(id);
  }

  isWaiting(id) {
    return this.#waiting.has(id);
  }

  async #try(id) {
    const { chat, message, door } = this.#waiting.get(id);
    try {
      const turn = await post(`chats/${chat}/${door}`, message);
      this.#waiting.delete(id);
      if (turn) this.#handlers.onTurn(turn);
    } catch (problem) {
      if (!(problem instanceof Refusal)) {
        this.#handlers.onUnsent(message);
        return;
      }
      this.#waiting.delete(id);
      this.#handlers.onRefused(message, problem);
    }
  }
}
