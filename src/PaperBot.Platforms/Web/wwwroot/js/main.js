/** Puts the page together. */

import { byId, element, randomId } from "./dom.js";
import { get, post } from "./api.js";
import { Chats } from "./chats.js";
import { Commands } from "./commands.js";
import { Completions } from "./completions.js";
import { Composer } from "./composer.js";
import { takeFiles } from "./files.js";
import { Outgoing } from "./outgoing.js";
import { recall, remember } from "./store.js";
import { Stream } from "./stream.js";
import { switchLanguage, t, useStrings } from "./strings.js";
import { Transcript } from "./transcript.js";

const state = { person: null, chat: null, wasLost: false };

const transcript = new Transcript(act);
const completions = new Completions();
const composer = new Composer(completions, send);
const stream = new Stream({ onTurn: turn => showTurn(turn), onProgress, onState, isWaiting });
const outgoing = new Outgoing({ onTurn: turn => showTurn(turn), onUnsent, onRefused });
new Chats(chat => (location.hash = chat));

async function begin() {
  let start;
  try {
    start = await get("start");
  } catch {
    byId("failed-text").textContent = t("failed") === "failed" ? "PaperBot ✕" : t("failed");
    only("failed");
    return;
  }
  useStrings(start.strings);
  showTheme(window.paperbotTheme.read());
  byId("logout").hidden = !start.canLogOut;
  if (!start.person) {
    only("login");
    byId("key").focus();
    return;
  }
  state.person = start.person;
  composer.person = start.person;
  composer.longest = start.longestMessage;
  composer.commands = completions.commands = new Commands(start.commands);
  transcript.isTyped = line => !line.startsWith("/") || completions.commands.find(line) !== null;
  composer.refresh();
  showExamples(start.examples);
  only("composer");
  await open(chatName());
}

function only(id) {
  for (const part of ["composer", "login", "failed"]) byId(part).hidden = part !== id;
  byId("page").hidden = id !== "composer";
  for (const tool of ["new-chat", "show-chats"]) byId(tool).hidden = id !== "composer";
}

/** The chat in the address, else the last one that was open here, else a new one. */
function chatName() {
  const named = location.hash.slice(1);
  return /^[a-zA-Z0-9-]{8,64}$/.test(named) ? named : recall(`chat.${state.person}`) ?? randomId();
}

async function open(chat) {
  stream.stop();
  state.chat = chat;
  history.replaceState(null, "", `#${chat}`);
  transcript.clear();
  try {
    const view = await get(`chats/${chat}`);
    if (view.turns.length > 0) remember(`chat.${state.person}`, chat);
    for (const turn of view.turns) transcript.show(turn);
    byId("earlier").hidden = !view.more;
    showWelcome();
    transcript.toEnd();
    stream.follow(chat, view.change);
  } catch (problem) {
    if (problem.status === 401) return begin();
    notice(t("lost"), true);
    setTimeout(() => state.chat === chat && open(chat), 2000);
  }
  composer.focus();
  return undefined;
}

async function showEarlier() {
  const view = await get(`chats/${state.chat}`, { before: transcript.oldest });
  transcript.showEarlier(view.turns);
  byId("earlier").hidden = !view.more;
}

function send(text, replaces = undefined) {
  const id = randomId();
  if (replaces) transcript.busy(replaces, true);
  else {
    transcript.show({ id, text });
    transcript.progress(id, t("sending"));
    transcript.toEnd();
  }
  remember(`chat.${state.person}`, state.chat);
  showWelcome();
  outgoing.send(state.chat, replaces ? { id, text, replaces } : { id, text });
}

/** A file goes with what stands in the message box: a question about it, or nothing. */
function sendFile(file) {
  if (!file) {
    notice(t("file.large"), true);
    return;
  }
  const id = randomId();
  const question = composer.take();
  const text = question === "" ? "/upload" : `/upload question:${question}`;
  transcript.show({ id, text: `${text}\n📄 ${file.name}` });
  transcript.progress(id, t("sending"));
  transcript.toEnd();
  remember(`chat.${state.person}`, state.chat);
  showWelcome();
  outgoing.send(state.chat, { id, text, ...file }, "files");
}

function act(turn, action) {
  const replaces = action.replace ? turn : undefined;
  if (!composer.ask(action.line, replaces)) send(action.line, replaces);
}

function showTurn(turn) {
  // What changed above the oldest turn shown comes with the earlier messages.
  if (!byId("earlier").hidden && turn.seq < transcript.oldest) return;
  transcript.show(turn);
  showWelcome();
  if (turn.cards && document.visibilityState === "hidden") document.title = `● ${t("title")}`;
}

function onProgress({ active, changed }) {
  for (const { turn, text, html } of changed) transcript.progress(turn, text, html);
  transcript.active(active);
}

function onUnsent(message) {
  if (message.replaces) transcript.busy(message.replaces, false);
  else transcript.progress(message.id, t("unsent"));
  onState("lost");
}

function onRefused(message, problem) {
  if (message.replaces) transcript.busy(message.replaces, false);
  if (problem.status === 401) {
    begin();
    return;
  }
  const card = { key: "refused", html: "", files: [], actions: [] };
  const html = element("p", {}, problem.message).outerHTML;
  transcript.show({ id: message.id, text: message.text, error: "refused", cards: [{ ...card, html }] });
}

function isWaiting() {
  return transcript.waiting.length > 0;
}

function onState(now) {
  if (now === "lost") {
    state.wasLost = true;
    notice(t("lost"), true);
    return;
  }
  if (state.wasLost) {
    notice(t("regained"), false);
    outgoing.resend();
  }
  state.wasLost = false;
}

let noticeTimer = 0;
function notice(text, isProblem) {
  clearTimeout(noticeTimer);
  const box = byId("notice");
  box.textContent = text;
  box.classList.toggle("problem", isProblem);
  box.hidden = false;
  if (!isProblem) noticeTimer = setTimeout(() => (box.hidden = true), 3000);
}

function showWelcome() {
  byId("welcome").hidden = !transcript.isEmpty;
}

function showExamples(examples) {
  byId("examples").replaceChildren(
    ...examples.map(({ title, line }) => {
      const button = element(
        "button",
        { type: "button" },
        element("span", { className: "example-title", dir: "auto" }, title),
        element("span", { className: "example-line", dir: "auto" }, line),
      );
      button.addEventListener("click", () => composer.ask(line) || send(line));
      return element("li", {}, button);
    }),
  );
}

function showTheme(theme) {
  const button = byId("theme");
  button.title = t(`theme.${theme}`);
  button.setAttribute("aria-label", button.title);
}

takeFiles(sendFile);
byId("theme").addEventListener("click", () => showTheme(window.paperbotTheme.next()));
byId("language").addEventListener("click", () => {
  switchLanguage();
  begin();
});
byId("new-chat").addEventListener("click", () => open(randomId()));
byId("earlier").addEventListener("click", showEarlier);
byId("again").addEventListener("click", () => location.reload());
byId("logout").addEventListener("click", async () => {
  await post("logout");
  stream.stop();
  begin();
});
byId("login").addEventListener("submit", async event => {
  event.preventDefault();
  const problem = byId("login-problem");
  problem.hidden = true;
  try {
    await post("login", { key: byId("key").value });
    byId("key").value = "";
    begin();
  } catch (refusal) {
    problem.textContent = refusal.message;
    problem.hidden = false;
    byId("key").select();
  }
});
window.addEventListener("hashchange", () => {
  if (state.person && location.hash.slice(1) !== state.chat) open(chatName());
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") document.title = t("title");
});

begin();
