// Traditional Chinese out of simplified: reads FOLDER's corpus.jsonl(.gz) and queries.jsonl in the layout of search-eval
// and writes them, converted for Taiwan, to OUT. The judgements are the same.
//
//   npm ci --prefix tests/PaperBot.Benchmarks/npm
//   node tests/PaperBot.Benchmarks/npm/traditional.mjs FOLDER OUT
//   search-eval OUT --queries FOLDER/queries.jsonl     simplified questions, traditional text
//   search-eval FOLDER --queries OUT/queries.jsonl     traditional questions, simplified text
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Converter } from 'opencc-js';

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: traditional.mjs FOLDER OUT');
  process.exit(2);
}

const convert = Converter({ from: 'cn', to: 'tw' });

function lines(name) {
  const packed = join(from, `${name}.gz`);
  const text = existsSync(packed) ? gunzipSync(readFileSync(packed)).toString() : readFileSync(join(from, name), 'utf8');
  return text.split('\n').filter((line) => line.trim());
}

mkdirSync(to, { recursive: true });
for (const name of ['corpus.jsonl', 'queries.jsonl']) {
  const converted = lines(name).map((line) => {
    const row = JSON.parse(line);
    for (const field of ['title', 'text']) if (row[field]) row[field] = convert(row[field]);
    return JSON.stringify(row);
  });
  writeFileSync(join(to, name), converted.join('\n') + '\n');
}
copyFileSync(join(from, 'qrels.tsv'), join(to, 'qrels.tsv'));
