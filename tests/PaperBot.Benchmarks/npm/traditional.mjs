// Traditional Chinese out of simplified: reads FOLDER's corpus.jsonl(.gz) and queries.jsonl in the layout of search-eval
// and writes them, converted for Taiwan, to OUT. The judgements are the same.
//
//   npm ci --prefix tests/PaperBot.Benchmarks/npm
//   node tests/PaperBot.Benchmarks/npm/traditional.mjs FOLDER OUT
//   search-eval OUT --queries FOLDER/queries.jsonl     simplified questions, traditional text
//   search-eval FOLDER --queries OUT/queries.jsonl     traditional questions, simplified text
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { rows } from './layout.mjs';

const [from, to] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: traditional.mjs FOLDER OUT');
  process.exit(2);
}

const convert = Converter({ from: 'cn', to: 'tw' });

mkdirSync(to, { recursive: true });
for (const name of ['corpus.jsonl', 'queries.jsonl']) {
  const converted = rows(from, name).map((row) => {
    for (const field of ['title', 'text']) if (row[field]) row[field] = convert(row[field]);
    return JSON.stringify(row);
  });
  writeFileSync(join(to, name), converted.join('\n') + '\n');
}
copyFileSync(join(from, 'qrels.tsv'), join(to, 'qrels.tsv'));
