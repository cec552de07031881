/** A file for the bot: chosen, dropped on the page, or pasted. */

import { byId } from "./dom.js";

const largest = 40_000_000;

/** @param onFile called with { name, content } where content is base64; null: the file is too large */
export function takeFiles(onFile) {
  const input = byId("file");
  byId("attach").addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files.length > 0) read(input.files[0], onFile);
    input.value = "";
  });
  document.addEventListener("dragover", event => {
    if (!hasFile(event.dataTransfer)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", event => {
    if (event.relatedTarget === null) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", event => {
    document.body.classList.remove("dropping");
    if (!hasFile(event.dataTransfer)) return;
    event.preventDefault();
    read(event.dataTransfer.files[0], onFile);
  });
}

const hasFile = transfer => [...(transfer?.types ?? [])].includes("Files");

function read(file, onFile) {
  if (file.size > largest) {
    onFile(null);
    return;
  }
  const reader = new FileReader();
  reader.addEventListener("load", () =>
    onFile({ name: file.name, content: reader.result.slice(reader.result.indexOf(",") + 1) }),
  );
  reader.readAsDataURL(file);
}
