/** Turns into elements: a question and the cards of its answer. */

import { element, rendered } from "./dom.js";
import { typeset } from "./math.js";
import { t } from "./strings.js";

/** @param label what is shown in place of a line that nobody types; else null */
export function renderQuestion(text, label) {
  return element(
    "div",
    { className: "question", dir: "auto" },
    element("span", { className: "unseen" }, t("you") + ": "),
    label === null
      ? element("span", { className: text.startsWith("/") ? "line" : "" }, text)
      : element("span", { title: text }, label),
  );
}

/** @param onAction called with an action and the button that was pressed */
export function renderAnswer(turn, onAction) {
  const answer = element("div", { className: "answer" });
  answer.append(element("h2", { className: "unseen" }, t(turn.error ? "error" : "bot")));
  for (const card of turn.cards) answer.append(renderCard(card, turn, onAction));
  if (turn.page) {
    const link = { href: turn.page.path, target: "_blank", rel: "noopener" };
    answer.append(element("p", { className: "page-link" }, element("a", link, turn.page.label)));
  }
  typeset(answer);
  return answer;
}

function renderCard(card, turn, onAction) {
  const section = element("section", { className: turn.error ? "card error" : "card", "data-key": card.key });
  if (card.title) section.append(renderTitle(card));
  if (card.html) section.append(decorate(rendered("div", { className: "text", dir: "auto" }, card.html)));
  for (const file of card.files) section.append(renderFile(file));
  if (card.actions.length > 0) section.append(renderActions(card.actions, onAction));
  return section;
}

function renderTitle(card) {
  const title = element("h3", { className: "card-title", dir: "auto" });
  const inner = card.link
    ? rendered("a", { href: card.link, rel: "noopener noreferrer", target: "_blank" }, card.title)
    : rendered("span", {}, card.title);
  title.append(inner);
  return title;
}

function renderFile(file) {
  if (!file.picture) {
    const label = `${t("download")}: ${file.name} (${size(file.size)})`;
    return element("p", { className: "file" }, element("a", { href: file.url, download: file.name }, label));
  }
  const picture = element("img", { src: file.url, alt: file.alt, loading: "lazy", decoding: "async" });
  return element("figure", {}, element("a", { href: file.url, target: "_blank", rel: "noopener" }, picture));
}

const size = bytes => (bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB`
  : `${(bytes / 1048576).toFixed(1)} MB`);

function renderActions(actions, onAction) {
  const group = element("div", { className: "actions", role: "group", "aria-label": t("actions") });
  for (const action of actions) {
    if (action.link) {
      const link = { className: "action link", href: action.link, rel: "noopener noreferrer", target: "_blank" };
      group.append(element("a", link, action.label));
      continue;
    }
    const button = element("button", { type: "button", className: "action", title: action.line }, action.label);
    button.addEventListener("click", () => onAction(action, button));
    group.append(button);
  }
  return group;
}

/** Code that can be copied, tables that say what they are. */
export function decorate(text) {
  for (const table of text.querySelectorAll(".table")) table.setAttribute("aria-label", t("table"));
  for (const pre of text.querySelectorAll("pre")) {
    const copy = element("button", { type: "button", className: "copy" }, t("copy"));
    copy.addEventListener("click", async () => {
      await copyText(pre.querySelector("code").textContent);
      copy.textContent = t("copied");
      setTimeout(() => (copy.textContent = t("copy")), 2000);
    });
    const frame = element("div", { className: "code" });
    pre.replaceWith(frame);
    frame.append(pre, copy);
  }
  return text;
}

async function copyText(text) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return;
    } catch { /* Not allowed: the old way below. */ }
  }
  const area = element("textarea", { value: text, className: "unseen" });
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
