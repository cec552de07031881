// Sets made of a Chinese question-answering set, for what its own questions do not ask: single sentences and whole
// articles as documents, key words, names, half sentences remembered (exactly, with a wrong character, with three
// missing), words of a chat around a question, and all of OTHER's documents in the same index.
//
//   node tests/PaperBot.Benchmarks/npm/derived.mjs FOLDER OUT [OTHER...]
//   search-eval OUT/<set>, and for plain BM25: node tests/PaperBot.Benchmarks/npm/bm25.mjs OUT/<set>...
//
// FOLDER is xquad-zh or another set in its layout, with "answers" in queries.jsonl and ids like <article>-<paragraph>.
import { basename, join } from 'node:path';
import { group, judgements, rows, write } from './layout.mjs';

const [from, to, ...others] = process.argv.slice(2);
if (!from || !to) {
  console.error('usage: derived.mjs FOLDER OUT [OTHER...]');
  process.exit(2);
}

let state = 7;
function random(below) { // mulberry32
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
}

const han = /\p{Script=Han}/u;
const documents = rows(from, 'corpus.jsonl').map(({ _id, text }) => ({ _id, title: '', text }));
const questions = rows(from, 'queries.jsonl');
const paragraphOf = new Map(judgements(from).map(([question, document]) => [question, document]));
const asked = questions.map(({ _id, text }) => ({ _id, text }));
const right = (of) => questions.map(({ _id }) => [_id, of(paragraphOf.get(_id)), 1]);

const sentences = documents.flatMap(({ _id, text }) =>
  text.split(/(?<=[。！？])/).filter((sentence) => sentence.trim())
    .map((sentence, i) => ({ _id: `${_id}s${i}`, title: '', text: sentence, of: _id })));
const plain = sentences.map(({ _id, title, text }) => ({ _id, title, text }));
const withAnswer = questions.flatMap(({ _id, answers: [answer] }) =>
  sentences.filter((sentence) => sentence.of === paragraphOf.get(_id) && sentence.text.includes(answer))
    .map((sentence) => [_id, sentence._id, 1]));
const judged = new Set(withAnswer.map(([question]) => question));
write(join(to, 'sentences'), plain, asked.filter(({ _id }) => judged.has(_id)), withAnswer);

const article = (id) => id.split('-')[0];
const articles = group(documents, ({ _id }) => article(_id));
write(
  join(to, 'articles'),
  [...articles].map(([_id, parts]) => ({ _id, title: '', text: parts.map(({ text }) => text).join('\n') })),
  asked, right(article));

const names = questions.map(({ _id, answers: [answer] }) => ({ _id, text: answer.trim() }))
  .map((name) => ({ ...name, in: documents.filter(({ text }) => text.includes(name.text)).map((document) => document._id) }))
  .filter((name) => name.text.length >= 2 && name.text.length <= 12 && han.test(name.text) && name.in.length <= 2);
write(
  join(to, 'names'), documents, names.map(({ _id, text }) => ({ _id, text })),
  names.flatMap((name) => name.in.map((document) => [name._id, document, 1])));

const common = [...'的在是有人中大为上个国我以要他时来用们生'];
const spoil = {
  half: (part) => part,
  typo(part) {
    const at = 1 + random(part.length - 2);
    return part.slice(0, at) + common[random(common.length)] + part.slice(at + 1);
  },
  gap(part) {
    const at = 2 + random(part.length - 6);
    return part.slice(0, at) + part.slice(at + 3);
  },
};
for (const [kind, change] of Object.entries(spoil)) {
  const remembered = [];
  for (const { _id, text } of sentences) {
    const parts = text.split(/[，。；：（）、！？\s]/).filter((part) => [...part].filter((c) => han.test(c)).length >= 8);
    if (parts.length > 0 && random(2) === 0)
      remembered.push({ _id, text: change(parts[random(parts.length)].slice(0, 20)) });
  }
  write(join(to, kind), plain, remembered, remembered.map(({ _id }) => [_id, _id, 1]));
}

const little = new RegExp(
  '什么时候|什么样的|什么|为什么|哪一个|哪些|哪个|哪一|哪里|哪位|哪种|哪|多少|怎么|如何|几|谁|何时|何|是|的|了|在|有|被|由|对|和|与|及|把'
    + '|吗|呢|之|于|为|以|中|？|，|“|”|《|》|、');
const keywords = asked.map(({ _id, text }) => ({
  _id,
  words: text.split(little).filter((word) => word.length >= 2).sort((a, b) => b.length - a.length).slice(0, 2),
})).filter(({ words }) => words.length === 2).map(({ _id, words }) => ({ _id, text: words.join(' ') }));
write(join(to, 'keywords'), documents, keywords, right((paragraph) => paragraph));
write(join(to, 'keywords-sentences'), plain, keywords, withAnswer);

write(
  join(to, 'chat'), documents,
  asked.map(({ _id, text }) => ({ _id, text: `有没有人知道${text.replace(/？+$/, '')}啊？求解答` })),
  right((paragraph) => paragraph));

if (others.length > 0)
  write(
    join(to, 'mixed'),
    documents.concat(others.flatMap((other) =>
      rows(other, 'corpus.jsonl').map(({ _id, title, text }) => ({ _id: basename(other) + _id, title: title ?? '', text })))),
    asked, right((paragraph) => paragraph));
