/** Completes commands, then parameters and their values, while somebody types a line. */

import { byId, element } from "./dom.js";
import { get } from "./api.js";
import { quoted } from "./commands.js";
import { t } from "./strings.js";

const most = 12;
const patience = 120;

export class Completions {
  #list = byId("completions");
  #input = byId("input");
  #said = byId("said");
  #items = [];
  #active = -1;
  #asking = null;
  #timer = 0;
  commands = null;

  get isOpen() {
    return !this.#list.hidden;
  }

  get hasActive() {
    return this.isOpen && this.#active >= 0;
  }

  /** Looks at what is typed. */
  update() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const line = this.#input.value.slice(0, this.#input.selectionStart);
    if (!this.commands || !/^[\/／、]/.test(line) || line.includes("\n")) return this.close();
    const named = this.commands.find(line);
    const more = this.commands.matching(line);
    if (!named || (named.rest === "" && more.length > 1)) return this.#show(more.map(spec => this.#command(spec)));
    if (named.rest === "") return this.close();
    return this.#value(named, line);
  }

  move(step) {
    if (!this.isOpen) return;
    this.#activate((this.#active + step + this.#items.length) % this.#items.length);
  }

  /** Takes the active suggestion over, or the first. */
  accept() {
    if (!this.isOpen) return false;
    this.#take(this.#items[Math.max(0, this.#active)]);
    return true;
  }

  close() {
    this.#items = [];
    this.#active = -1;
    this.#list.hidden = true;
    this.#list.replaceChildren();
    this.#input.removeAttribute("aria-activedescendant");
  }

  #command(spec) {
    const needs = spec.parameters.filter(p => p.required).map(p => `<${p.name}>`).join(" ");
    return { label: `/${spec.name}`, more: needs, description: spec.description, from: 0, text: `/${spec.name} ` };
  }

  #value(named, line) {
    const word = /(?:^|\s)(\S*)$/.exec(named.rest)[1];
    const from = line.length - word.length;
    const keyed = /^([\p{L}\p{N}_-]+)[:：](.*)$/u.exec(word);
    const { parameters } = named.spec;
    const positional = parameters.filter(parameter => parameter.positional);
    const parameter = keyed ? parameters.find(found => found.name === keyed[1]) : positional[0];
    const typed = keyed ? keyed[2] : word;
    const start = keyed ? from + keyed[1].length + 1 : from;
    const keys = keyed ? [] : this.#keys(named, word, from);
    if (!parameter) return this.#show(keys);
    if (parameter.choices.length > 0) {
      const choices = parameter.choices.filter(choice => choice.value.toLowerCase().startsWith(typed.toLowerCase()));
      return this.#show([...choices.map(choice => this.#choice(choice, start)), ...keys]);
    }
    if (keyed || typed !== "" || parameter.kind === "paper") this.#ask(named.spec, parameter, typed, start, keys);
    return this.#show(keys);
  }

  #keys(named, word, from) {
    return named.spec.parameters
      .filter(p => !p.positional && p.name.startsWith(word.toLowerCase()) && !named.rest.includes(`${p.name}:`))
      .map(p => ({ label: `${p.name}:`, description: p.description, from, text: `${p.name}:` }));
  }

  #choice(choice, from) {
    return { label: choice.value, description: choice.description, from, text: quoted(choice.value) + " " };
  }

  #ask(spec, parameter, typed, from, keys) {
    this.#timer = setTimeout(async () => {
      this.#asking = new AbortController();
      try {
        const query = { command: spec.name, parameter: parameter.name, typed };
        const found = await get("suggest", query, this.#asking.signal);
        const values = found.map(({ label, value }) => ({
          label: value,
          description: label === value ? "" : label,
          from,
          text: quoted(value, parameter.verbatim) + " ",
        }));
        this.#show([...values, ...keys]);
      } catch { /* Typed on, or no connection: nothing is offered. */ }
    }, patience);
  }

  #show(items) {
    this.close();
    this.#items = items.slice(0, most);
    if (this.#items.length === 0) return;
    this.#list.append(...this.#items.map((item, i) => this.#option(item, i)));
    this.#list.hidden = false;
    this.#said.textContent = t("completions.count", { count: this.#items.length });
  }

  #option(item, i) {
    const option = element(
      "div",
      { id: `option-${i}`, className: "option", role: "option", "aria-selected": "false" },
      element("span", { className: "option-label" }, item.label),
      item.more ? element("span", { className: "option-more" }, item.more) : null,
      element("span", { className: "option-description", dir: "auto" }, item.description ?? ""),
    );
    option.addEventListener("mousedown", event => event.preventDefault());
    option.addEventListener("click", () => this.#take(item));
    return option;
  }

  #activate(index) {
    this.#active = index;
    [...this.#list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === index)));
    this.#list.children[index].scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", `option-${index}`);
  }

  #take(item) {
    const behind = this.#input.value.slice(this.#input.selectionStart);
    this.#input.value = this.#input.value.slice(0, item.from) + item.text + behind.trimStart();
    const at = item.from + item.text.length;
    this.#input.setSelectionRange(at, at);
    this.#input.focus();
    this.#input.dispatchEvent(new Event("input"));
  }
}
