/** What the page knows of command lines, from the commands' specs. */

const slashes = /^[\/／、]/;

export class Commands {
  #specs;

  constructor(specs) {
    this.#specs = specs;
  }

  get all() {
    return this.#specs;
  }

  /** The command that a line names, and what stands behind its name. */
  find(line) {
    if (!slashes.test(line)) return null;
    const text = line.slice(1);
    let best = null;
    for (const spec of this.#specs) {
      for (const name of [spec.name, ...spec.aliases]) {
        const isNamed = text.toLowerCase().startsWith(name.toLowerCase()) && /^(\s|$)/.test(text.slice(name.length));
        if (isNamed && name.length > (best?.name.length ?? -1)) best = { spec, name };
      }
    }
    return best && { spec: best.spec, rest: text.slice(best.name.length), restAt: 1 + best.name.length };
  }

  /** Commands that could be meant by what is typed so far. */
  matching(line) {
    const typed = line.slice(1).toLowerCase();
    const starts = spec => [spec.name, ...spec.aliases].some(name => name.toLowerCase().startsWith(typed));
    const holds = spec =>
      typed.length > 1
      && (spec.name.includes(typed) || spec.description.toLowerCase().includes(typed));
    return [...this.#specs.filter(starts), ...this.#specs.filter(spec => !starts(spec) && holds(spec))];
  }

  /** The parameter that a line's first "?" stands for, with the line around it; null when nothing is asked for. */
  asked(line) {
    const named = this.find(line);
    if (!named) return null;
    const match = /(^|\s)([\p{L}\p{N}_-]*[:：])?[?？](?=\s|$)/u.exec(named.rest);
    if (!match) return null;
    const at = named.restAt + match.index + match[0].length - 1;
    const key = match[2]?.slice(0, -1);
    const positional = named.spec.parameters.filter(parameter => parameter.positional);
    const before = words(named.rest.slice(0, match.index)).filter(word => !/^[\p{L}\p{N}_-]+[:：]/u.test(word)).length;
    const parameter = key
      ? named.spec.parameters.find(found => found.name === key)
      : positional[Math.min(before, positional.length - 1)];
    if (!parameter) return null;
    const after = line.slice(at + 1);
    const takesRest = !key && parameter === positional.at(-1) && after.trim() === "";
    return { spec: named.spec, parameter, before: line.slice(0, at), after, takesRest };
  }
}

export const words = text => text.match(/"(?:[^"\\]|\\.)*"|\S+/g) ?? [];

/** A value as it is written into a line. */
export function quoted(value, takesRest) {
  const text = value.trim();
  if (takesRest || (/^\S+$/.test(text) && !/^["“?？]/.test(text))) return text;
  return `"${text.replace(/[\\"]/g, "\\$&")}"`;
}
