/** The turns of a chat on the page, in the order of the chat. Each is there once, whatever comes how often. */

import { byId, element } from "./dom.js";
import { decorate, renderAnswer, renderQuestion } from "./cards.js";
import { typeset } from "./math.js";
import { t } from "./strings.js";

const near = 160;

export class Transcript {
  /** Whether a line is one that people type; others are shown by the label of the action that ran them. */
  isTyped = () => true;

  #turns = new Map();
  #labels = new Map();
  #root = byId("transcript");
  #page = byId("page");
  #onAction;

  /** @param onAction called with a turn's id, an action and its button */
  constructor(onAction) {
    this.#onAction = onAction;
  }

  get isEmpty() {
    return this.#turns.size === 0;
  }

  get oldest() {
    return Math.min(...[...this.#turns.values()].map(turn => turn.seq ?? Infinity));
  }

  get waiting() {
    return [...this.#turns.values()].filter(turn => !turn.cards).map(turn => turn.id);
  }

  clear() {
    this.#turns.clear();
    this.#labels.clear();
    this.#root.replaceChildren();
  }

  /** Shows a turn, new or changed; older states than the one shown are left out. */
  show(turn) {
    const known = this.#turns.get(turn.id);
    if (known && (known.change ?? -1) >= (turn.change ?? -1) && known.change !== undefined) return;
    const follow = this.#isAtEnd();
    const article = known?.article ?? element("article", { className: "turn", "data-turn": turn.id });
    const focused = article.contains(document.activeElement) ? document.activeElement.textContent : null;
    article.replaceChildren();
    if (turn.text) article.append(renderQuestion(turn.text, this.#labelOf(turn.text)));
    article.append(turn.cards ? this.#answer(turn) : this.#waiting());
    article.removeAttribute("aria-busy");
    this.#turns.set(turn.id, { ...turn, article });
    if (!known) this.#insert(turn, article);
    else if (turn.seq !== known.seq) this.#insert(turn, article);
    if (focused !== null) this.#refocus(article, focused);
    if (follow) this.#follow(article, Boolean(turn.cards));
  }

  /** Older turns before the others, with what is read staying where it is. */
  showEarlier(turns) {
    const height = this.#page.scrollHeight;
    for (const turn of turns) this.show(turn);
    this.#page.scrollTop += this.#page.scrollHeight - height;
  }

  /** One line, and the answer so far, in a turn that waits. */
  progress(id, text, html) {
    const turn = this.#turns.get(id);
    if (!turn) return;
    if (turn.cards) {
      turn.article.setAttribute("aria-busy", "true");
      return;
    }
    const follow = this.#isAtEnd();
    const line = turn.article.querySelector(".progress-text");
    if (line && line.textContent !== text) line.textContent = text;
    if (html !== null && html !== undefined) this.#partial(turn.article, html);
    if (follow) this.#toEnd();
  }

  /** Which turns the server is answering just now. */
  active(ids) {
    for (const [id, { article, cards }] of this.#turns) {
      if (cards && !ids.includes(id)) article.removeAttribute("aria-busy");
    }
  }

  remove(id) {
    this.#turns.get(id)?.article.remove();
    this.#turns.delete(id);
  }

  busy(id, isBusy) {
    const article = this.#turns.get(id)?.article;
    if (isBusy) article?.setAttribute("aria-busy", "true");
    else article?.removeAttribute("aria-busy");
  }

  toEnd() {
    this.#toEnd();
  }

  #labelOf(line) {
    return this.isTyped(line) ? null : this.#labels.get(line) ?? null;
  }

  #answer(turn) {
    for (const action of turn.cards.flatMap(card => card.actions)) this.#labels.set(action.line, action.label);
    return renderAnswer(turn, (action, button) => this.#onAction(turn.id, action, button));
  }

  #waiting() {
    return element(
      "div",
      { className: "answer" },
      element(
        "p",
        { className: "progress", role: "status" },
        element("span", { className: "dots", "aria-hidden": "true" }, element("i"), element("i"), element("i")),
        element("span", { className: "progress-text" }, t("waiting")),
      ),
    );
  }

  #partial(article, html) {
    let partial = article.querySelector(".partial");
    if (!partial) {
      partial = element("div", { className: "partial text", dir: "auto", "aria-live": "off" });
      article.querySelector(".answer").prepend(partial);
    }
    partial.innerHTML = html;
    decorate(partial);
    typeset(partial);
  }

  #insert(turn, article) {
    const at = turn.seq ?? Infinity;
    const next = [...this.#turns.values()]
      .filter(other => other.article !== article && (other.seq ?? Infinity) > at)
      .sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity))[0];
    this.#root.insertBefore(article, next?.article ?? null);
  }

  #refocus(article, label) {
    const buttons = [...article.querySelectorAll("button.action")];
    (buttons.find(button => button.textContent === label) ?? buttons[0])?.focus({ preventScroll: true });
  }

  #isAtEnd() {
    return this.#page.scrollHeight - this.#page.scrollTop - this.#page.clientHeight < near;
  }

  #toEnd() {
    this.#page.scrollTop = this.#page.scrollHeight;
  }

  /** A long answer is read from its beginning. */
  #follow(article, isAnswer) {
    if (isAnswer && article.offsetHeight > this.#page.clientHeight * 0.8) {
      const gap = 16;
      this.#page.scrollTop += article.getBoundingClientRect().top - this.#page.getBoundingClientRect().top - gap;
      return;
    }
    this.#toEnd();
  }
}
