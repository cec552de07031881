// Files in the layout of search-eval: corpus.jsonl or corpus.jsonl.gz, queries.jsonl, qrels.tsv.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export function rows(folder, name) {
  const packed = join(folder, `${name}.gz`);
  const text = existsSync(packed) ? gunzipSync(readFileSync(packed)).toString() : readFileSync(join(folder, name), 'utf8');
  return text.split('\n').filter((line) => line.trim()).map((line) => JSON.parse(line));
}

/** The judgements as [question, document, grade]; a line whose third column is no number is a heading. */
export function judgements(folder) {
  return readFileSync(join(folder, 'qrels.tsv'), 'utf8').split('\n').map((line) => line.trim().split('\t'))
    .filter((columns) => columns.length === 3 && Number.isFinite(Number(columns[2])))
    .map(([question, document, grade]) => [question, document, Number(grade)]);
}

/** What has the same key, in the order in which it came. */
export function group(all, key) {
  const groups = new Map();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return groups;
}

export function write(folder, corpus, queries, qrels) {
  mkdirSync(folder, { recursive: true });
  const lines = (all) => all.map((row) => JSON.stringify(row) + '\n').join('');
  writeFileSync(join(folder, 'corpus.jsonl'), lines(corpus));
  writeFileSync(join(folder, 'queries.jsonl'), lines(queries));
  writeFileSync(join(folder, 'qrels.tsv'), qrels.map((row) => row.join('\t') + '\n').join(''));
}
