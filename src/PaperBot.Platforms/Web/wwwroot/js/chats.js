/** The list of earlier chats. */

import { byId, element } from "./dom.js";
import { get } from "./api.js";
import { language, t } from "./strings.js";

export class Chats {
  #dialog = byId("chats");
  #list = byId("chat-list");
  #onChoose;

  constructor(onChoose) {
    this.#onChoose = onChoose;
    byId("show-chats").addEventListener("click", () => this.#open());
    byId("close-chats").addEventListener("click", () => this.#dialog.close());
    this.#dialog.addEventListener("click", event => event.target === this.#dialog && this.#dialog.close());
  }

  async #open() {
    const chats = await get("chats");
    this.#list.replaceChildren(...chats.map(chat => this.#item(chat)));
    if (chats.length === 0) this.#list.append(element("li", { className: "none" }, t("chats.none")));
    this.#dialog.showModal();
  }

  #item(chat) {
    const at = new Date(chat.at);
    const when = at.toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });
    const button = element(
      "button",
      { type: "button" },
      element("span", { className: "chat-title", dir: "auto" }, chat.title ?? t("chats.own")),
      element("time", { dateTime: chat.at }, when),
    );
    button.addEventListener("click", () => {
      this.#dialog.close();
      this.#onChoose(chat.chat);
    });
    return element("li", {}, button);
  }
}
