/**
 * Follows a chat. After a break it reads on from the last change seen, so nothing is missed and nothing comes twice.
 * A page that nobody looks at lets go of its connection: browsers allow only a few to one host.
 */

import { address } from "./api.js";

const silence = 40_000;
const hiddenFor = 30_000;
const longestPause = 15_000;

export class Stream {
  #source = null;
  #chat = null;
  #change = 0;
  #pause = 500;
  #timer = 0;
  #watchdog = 0;
  #hiddenTimer = 0;
  #handlers;

  /** @param handlers onTurn, onProgress, onState ("open" or "lost"), isWaiting */
  constructor(handlers) {
    this.#handlers = handlers;
    document.addEventListener("visibilitychange", () => this.#visibilityChanged());
    window.addEventListener("online", () => this.#chat && this.#connect());
  }

  follow(chat, change) {
    this.#chat = chat;
    this.#change = change;
    this.#pause = 500;
    this.#connect();
  }

  stop() {
    this.#chat = null;
    this.#close();
  }

  #connect() {
    this.#close();
    const source = new EventSource(address(`chats/${this.#chat}/events`, { after: this.#change }));
    this.#source = source;
    source.addEventListener("open", () => {
      this.#pause = 500;
      this.#handlers.onState("open");
    });
    source.addEventListener("turn", event => {
      this.#alive();
      this.#change = Math.max(this.#change, Number(event.lastEventId));
      this.#handlers.onTurn(JSON.parse(event.data));
    });
    source.addEventListener("progress", event => {
      this.#alive();
      this.#handlers.onProgress(JSON.parse(event.data));
    });
    source.addEventListener("error", () => this.#lost());
    this.#alive();
  }

  #alive() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost(), silence);
  }

  #lost() {
    if (!this.#source) return;
    this.#close();
    this.#handlers.onState("lost");
    this.#timer = setTimeout(() => this.#connect(), this.#pause);
    this.#pause = Math.min(longestPause, this.#pause * 2);
  }

  #close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    this.#source?.close();
    this.#source = null;
  }

  #visibilityChanged() {
    clearTimeout(this.#hiddenTimer);
    if (document.visibilityState === "visible") {
      if (this.#chat && !this.#source) this.#connect();
      return;
    }
    const letGo = () => {
      if (this.#handlers.isWaiting()) this.#hiddenTimer = setTimeout(letGo, hiddenFor);
      else this.#close();
    };
    this.#hiddenTimer = setTimeout(letGo, hiddenFor);
  }
}
