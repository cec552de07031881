/** Typesets formulas. What KaTeX does not understand stays readable as TeX. */

const options = display => ({
  displayMode: display,
  throwOnError: true,
  strict: "ignore",
  trust: false,
  maxSize: 20,
  maxExpand: 500,
});

/** The page allows no style attributes, and a few of KaTeX's MathML nodes, which nobody sees, would bring some. */
function withoutStyleAttributes(node) {
  if (node.attributes?.style) delete node.attributes.style;
  for (const child of node.children ?? []) withoutStyleAttributes(child);
  return node;
}

export function typeset(root) {
  for (const span of root.querySelectorAll("span.math:not([data-done])")) {
    const tex = span.textContent;
    span.dataset.done = "";
    span.setAttribute("dir", "ltr");
    try {
      const tree = window.katex.__renderToDomTree(tex, options(span.dataset.display === "true"));
      span.replaceChildren(withoutStyleAttributes(tree).toNode());
    } catch {
      span.classList.add("raw");
    }
  }
}
