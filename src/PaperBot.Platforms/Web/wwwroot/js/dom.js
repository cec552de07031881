/** Short ways to build and find elements. Text is always set as text. */

export const byId = id => document.getElementById(id);

export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (key in made && key !== "dir" && key !== "role" && key !== "lang") made[key] = value;
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** HTML that the server rendered; it holds no element or attribute that a text chose. */
export function rendered(name, properties, html) {
  const made = element(name, properties);
  made.innerHTML = html;
  return made;
}

export function randomId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => byte.toString(16).padStart(2, "0")).join("");
}
