// Plain BM25 (k1 0.9, b 0.4) over English words and Chinese characters and pairs, title and text as one: prints
// nDCG@10 and the number of judged questions of each folder in the layout of search-eval.
//
//   node tests/PaperBot.Benchmarks/npm/bm25.mjs FOLDER...
import { basename } from 'node:path';
import { group, judgements, rows } from './layout.mjs';

const [k1, b] = [0.9, 0.4];

function terms(text) {
  return [...text.toLowerCase().matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)].flatMap(([run]) => {
    const characters = [...run];
    return /[a-z0-9]/.test(run) ? [run] : [...characters, ...characters.slice(1).map((c, i) => characters[i] + c)];
  });
}

function ndcg(folder) {
  const documents = rows(folder, 'corpus.jsonl');
  const postings = new Map();
  const lengths = documents.map(({ title, text }, at) => {
    const counts = new Map();
    const all = terms(`${title ?? ''} ${text}`);
    for (const term of all) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const [term, count] of counts) {
      if (!postings.has(term)) postings.set(term, []);
      postings.get(term).push([at, count]);
    }
    return all.length;
  });
  const average = lengths.reduce((a, c) => a + c, 0) / lengths.length;
  const grades = group(judgements(folder), ([question]) => question);
  let [sum, judged] = [0, 0];
  for (const { _id, text } of rows(folder, 'queries.jsonl')) {
    if (!grades.has(_id)) continue;
    const scores = new Map();
    for (const term of terms(text)) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (documents.length - list.length + 0.5) / (list.length + 0.5));
      for (const [at, count] of list)
        scores.set(at, (scores.get(at) ?? 0)
          + idf * count * (k1 + 1) / (count + k1 * (1 - b + b * lengths[at] / average)));
    }
    const grade = new Map(grades.get(_id).map(([, document, value]) => [document, value]));
    const gain = (values) => values.slice(0, 10).reduce((total, value, i) => total + value / Math.log2(i + 2), 0);
    const found = [...scores].sort((one, other) => other[1] - one[1]).slice(0, 10);
    sum += gain(found.map(([at]) => grade.get(documents[at]._id) ?? 0)) / gain([...grade.values()].sort((x, y) => y - x));
    judged++;
  }
  return [sum / judged, judged];
}

for (const folder of process.argv.slice(2)) {
  const [value, judged] = ndcg(folder);
  console.log(`${basename(folder)}\t${value.toFixed(4)}\t${judged}`);
}
