/** The message box: sending, history, completion, and asking for what an action left open. */

import { byId } from "./dom.js";
import { quoted } from "./commands.js";
import { recall, remember } from "./store.js";
import { t } from "./strings.js";

const longestHistory = 100;

export class Composer {
  #input = byId("input");
  #send = byId("send");
  #ask = byId("ask");
  #completions;
  #onSend;
  #asking = null;
  #draft = "";
  #at = -1;
  #historyKey = "history";
  commands = null;
  longest = Infinity;

  /** @param onSend called with a text, and with what an action wants replaced */
  constructor(completions, onSend) {
    this.#completions = completions;
    this.#onSend = onSend;
    byId("composer").addEventListener("submit", event => {
      event.preventDefault();
      this.#submit();
    });
    byId("ask-cancel").addEventListener("click", () => this.cancelAsk());
    this.#input.addEventListener("input", () => this.#changed());
    this.#input.addEventListener("keydown", event => this.#key(event));
    this.#input.addEventListener("blur", () => this.#completions.close());
  }

  set person(person) {
    this.#historyKey = `history.${person}`;
  }

  /** What stands in the box, which is empty then. */
  take() {
    const text = this.#input.value.trim();
    this.#set("");
    return text;
  }

  focus() {
    this.#input.focus({ preventScroll: true });
  }

  /** Asks for the first "?" of a line. @returns false when the line asks for nothing */
  ask(line, context) {
    const asked = this.commands?.asked(line);
    if (!asked) return false;
    this.#asking = { ...asked, context };
    byId("ask-text").textContent = t("ask", { parameter: asked.parameter.description || asked.parameter.name });
    this.#ask.hidden = false;
    this.#input.placeholder = asked.parameter.description || t("placeholder");
    this.#set("");
    this.focus();
    return true;
  }

  cancelAsk() {
    this.#asking = null;
    this.#ask.hidden = true;
    this.#input.placeholder = t("placeholder");
    this.focus();
  }

  refresh() {
    if (!this.#asking) this.#input.placeholder = t("placeholder");
    this.#changed();
  }

  #submit() {
    const text = this.#input.value.trim();
    if (text === "") return;
    if (text.length > this.longest) {
      this.#tell(t("long", { most: this.longest.toLocaleString(), count: text.length.toLocaleString() }));
      return;
    }
    const asking = this.#asking;
    this.#set("");
    this.#keep(asking ? null : text);
    if (!asking) {
      if (!this.ask(text)) this.#onSend(text);
      return;
    }
    this.cancelAsk();
    const line = asking.before + quoted(text, asking.takesRest || asking.parameter.verbatim) + asking.after;
    if (!this.ask(line, asking.context)) this.#onSend(line, asking.context);
  }

  #key(event) {
    if (event.isComposing) return;
    const handled = {
      Enter: () => !event.shiftKey && this.#enter(),
      Tab: () => !event.shiftKey && this.#completions.accept(),
      Escape: () => this.#escape(),
      ArrowDown: () => this.#arrow(1),
      ArrowUp: () => this.#arrow(-1),
    }[event.key]?.();
    if (handled) event.preventDefault();
  }

  #enter() {
    if (this.#completions.hasActive) this.#completions.accept();
    else this.#submit();
    return true;
  }

  #escape() {
    if (this.#completions.isOpen) this.#completions.close();
    else if (this.#asking) this.cancelAsk();
    else this.#set("");
    return true;
  }

  #arrow(step) {
    if (this.#completions.isOpen) {
      this.#completions.move(step);
      return true;
    }
    if (this.#input.value.includes("\n")) return false;
    return this.#browse(-step);
  }

  #browse(back) {
    const history = recall(this.#historyKey, []);
    const next = this.#at + back;
    if (next < -1 || next >= history.length) return false;
    if (this.#at === -1) this.#draft = this.#input.value;
    this.#at = next;
    this.#input.value = next === -1 ? this.#draft : history[next];
    this.#input.setSelectionRange(this.#input.value.length, this.#input.value.length);
    this.#grow();
    return true;
  }

  #keep(text) {
    this.#at = -1;
    if (text === null) return;
    const history = recall(this.#historyKey, []).filter(line => line !== text);
    remember(this.#historyKey, [text, ...history].slice(0, longestHistory).filter(line => line.length < 2000));
  }

  #changed() {
    this.#at = -1;
    this.#tell("");
    this.#grow();
    if (!this.#asking) this.#completions.update();
  }

  #set(text) {
    this.#input.value = text;
    this.#changed();
  }

  #grow() {
    this.#input.rows = Math.min(8, Math.max(1, this.#input.value.split("\n").length));
    this.#send.disabled = this.#input.value.trim() === "";
  }

  #tell(problem) {
    const hint = byId("hint");
    hint.textContent = problem || t("hint");
    hint.classList.toggle("problem", problem !== "");
  }
}
