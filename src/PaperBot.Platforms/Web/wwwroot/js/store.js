/** What the browser remembers; without storage it remembers nothing and works all the same. */

const prefix = "paperbot.";

export function recall(key, otherwise = null) {
  try {
    const text = localStorage.getItem(prefix + key);
    return text === null ? otherwise : JSON.parse(text);
  } catch {
    return otherwise;
  }
}

export function remember(key, value) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch { /* Storage is off or full. */ }
}
