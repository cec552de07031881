/** The page's words, in the language that the visitor chose. */

import { recall, remember } from "./store.js";

const languages = ["en", "zh-CN"];
let strings = {};

const preferred = () => (navigator.languages?.[0] ?? "en").toLowerCase().startsWith("zh") ? "zh-CN" : "en";

export const language = () => languages.find(tag => tag === recall("language")) ?? preferred();

export function switchLanguage() {
  remember("language", languages.find(tag => tag !== language()));
}

/** What the server needs to know to word its answers. */
export function readerQuery() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
  return new URLSearchParams({ lang: language(), zone });
}

export function t(key, values = {}) {
  return (strings[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function useStrings(found) {
  strings = found;
  document.documentElement.lang = language();
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
    if (node.matches("button")) node.title = t(node.dataset.tLabel);
  }
}
