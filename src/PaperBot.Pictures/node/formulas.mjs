// Turns TeX into SVG: one JSON request a line on standard input, one JSON answer a line on standard output.
// It says "ready" before the first. Request: {"id":1,"tex":"x^2","display":true}. Answer: {"id":1,"svg":"<svg …>"} or
// {"id":1,"error":"…"}.
// Packages that could reach outside a formula (html, require, autoload) are not loaded.
import readline from 'node:readline';
import MathJax from 'mathjax';

const packages = [
  'base', 'ams', 'amscd', 'bbox', 'boldsymbol', 'braket', 'bussproofs', 'cancel', 'cases', 'centernot', 'color',
  'colortbl', 'empheq', 'enclose', 'extpfeil', 'gensymb', 'mathtools', 'mhchem', 'newcommand', 'physics',
  'textcomp', 'textmacros', 'unicode', 'upgreek', 'verb',
];

await MathJax.init({
  loader: {
    load: ['input/tex-base', 'output/svg', ...packages.slice(1).map((name) => `[tex]/${name}`)],
  },
  tex: {
    packages,
    maxMacros: 1000,
    maxBuffer: 20 * 1024,
    maxTemplateSubtitutions: 1000,
    formatError: (_, error) => { throw error; },
  },
  svg: { fontCache: 'none' },
  startup: { typeset: false },
});

const { MapHandler } = MathJax._.input.tex.MapHandler;
const defined = ['new-Delimiter', 'new-Command', 'new-Environment'].map((name) => MapHandler.getMap(name).map);
const adaptor = MathJax.startup.adaptor;

async function answer(request) {
  try {
    // Forget what an earlier formula defined and numbered: nobody sees another person's macros.
    for (const map of defined) map.clear();
    MathJax.startup.document.inputJax[0].reset();
    const node = await MathJax.tex2svgPromise(request.tex, { display: request.display !== false, em: 16, ex: 8 });
    const svg = adaptor.tags(node, 'svg')[0];
    return { id: request.id, svg: adaptor.serializeXML(svg) };
  } catch (error) {
    return { id: request.id, error: String(error?.message ?? error).slice(0, 300) };
  }
}

process.stdout.write('ready\n');
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (line) process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + '\n');
}
