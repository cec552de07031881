// The unmodified official client goes through a whole flow against the simulated WeCom: node aibot.mjs <page> <ws>
// <bot id> <secret>. Prints one line a step and ends with 0 only when every step went as it does with WeCom.
import assert from 'node:assert/strict';
import { generateReqId, WSClient } from '@wecom/aibot-node-sdk';

const [url, wsUrl, botId, secret] = process.argv.slice(2);
const post = async (path, body) => {
  const text = await (await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })).text();
  return text ? JSON.parse(text) : {};
};
const state = async () => (await fetch(new URL('sim/state', url))).json();
const chat = async id => (await state()).chats.find(c => c.id === id);
const within = (promise, what, ms = 15000) => Promise.race([
  promise, new Promise((_, no) => setTimeout(() => no(new Error(`nothing came: ${what}`)), ms).unref()),
]);
const event = (client, name, ms) => within(new Promise(yes => client.once(name, yes)), name, ms);
const step = async (name, work) => { await work(); console.log(`ok ${name}`); };
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const make = (more = {}) => {
  const client = new WSClient({ botId, secret, wsUrl, logger: quiet, reconnectInterval: 50, heartbeatInterval: 300, ...more });
  client.on('error', () => {});
  return client;
};
const group = 'wr-group';
const say = (text, where = group, user = 'lihua') => post('sim/act', { kind: 'say', chat: where, user, text });
const told = async (client, text, where) => {
  const got = event(client, 'message.text');
  const { id } = await say(text, where);
  const frame = await got;
  assert.equal(frame.body.msgid, id);
  return frame;
};

const client = make();
await step('subscribe', async () => {
  const ready = event(client, 'authenticated');
  client.connect();
  await ready;
  assert.ok((await state()).connected);
});

await step('nobody spoke here yet', () =>
  assert.rejects(client.sendMessage(group, { msgtype: 'markdown', markdown: { content: 'x' } }), e => e.errcode === 93006));

let question;
await step('a mention in a group', async () => {
  question = await told(client, '你好 1706.03762');
  assert.equal(question.body.chattype, 'group');
  assert.equal(question.body.chatid, group);
  assert.equal(question.body.from.userid, 'lihua');
  assert.match(question.body.text.content, /^@\S+ 你好/);
});

await step('a streamed answer', async () => {
  const id = generateReqId('stream');
  await client.replyStream(question, id, '正在想…', false);
  assert.equal((await chat(group)).messages.at(-1).whole, false);
  await client.replyStream(question, id, '**注意力**就是一切', true);
  const shown = (await chat(group)).messages.at(-1);
  assert.deepEqual([shown.kind, shown.text, shown.whole, shown.answers], ['stream', '**注意力**就是一切', true, question.body.msgid]);
  await assert.rejects(client.replyStream(question, id, 'other', true), e => e.errcode === 846608);
});

await step('many frames of one answer go one after another', async () => {
  const id = generateReqId('stream');
  await Promise.all(['a', 'ab', 'abc'].map((text, n) => client.replyStream(question, id, text, n === 2)));
  assert.equal((await chat(group)).messages.at(-1).text, 'abc');
});

await step('limits of size', () =>
  assert.rejects(client.replyStream(question, 'long', 'x'.repeat(20481), true), e => e.errcode === 40058));

await step('a direct chat and a welcome', async () => {
  const direct = await told(client, '早', 'wangwu');
  assert.equal(direct.body.chattype, 'single');
  assert.equal(direct.body.chatid, undefined);
  const entered = event(client, 'event.enter_chat');
  await post('sim/act', { kind: 'enter', user: 'wangwu', chat: 'wangwu' });
  await client.replyWelcome(await entered, { msgtype: 'text', text: { content: '欢迎' } });
  assert.equal((await chat('wangwu')).messages.at(-1).text, '欢迎');
});

await step('a card, a press, an update', async () => {
  const card = {
    card_type: 'button_interaction', main_title: { title: '下一步' }, task_id: 'task-1',
    button_list: [{ text: 'FAQ', style: 1, key: '/faq 1706.03762' }, { text: '引用', style: 2, key: '/cite 1706.03762' }],
  };
  await client.replyTemplateCard(question, card);
  const shown = (await chat(group)).messages.at(-1);
  assert.equal(shown.kind, 'card');
  await assert.rejects(client.replyTemplateCard(question, card), e => e.errcode === 40058);
  const pressed = event(client, 'event.template_card_event');
  await post('sim/act', { kind: 'press', chat: group, user: 'lihua', message: shown.id, button: 1 });
  const frame = await pressed;
  assert.equal(frame.body.event.template_card_event.event_key, '/cite 1706.03762');
  await client.updateTemplateCard(frame, { ...card, sub_title_text: '已选：引用' });
  assert.equal((await chat(group)).messages.find(m => m.id === shown.id).card.sub_title_text, '已选：引用');
  await assert.rejects(client.replyStream(frame, 's', 'x', true), e => e.errcode === 846605);
});

await step('upload in pieces', async () => {
  const big = Buffer.alloc(1_300_000, 7);
  const file = await client.uploadMedia(big, { type: 'file', filename: '论文.pdf' });
  await client.replyMedia(question, 'file', file.media_id);
  assert.equal((await chat(group)).messages.at(-1).text, '论文.pdf');
  const picture = await client.uploadMedia(Buffer.from('not really a picture'), { type: 'image', filename: 'a.png' });
  await client.sendMediaMessage(group, 'image', picture.media_id);
  const shown = (await chat(group)).messages.at(-1);
  const bytes = await (await fetch(new URL(`sim/picture/${shown.id}`, url))).text();
  assert.equal(bytes, 'not really a picture');
  await assert.rejects(client.sendMediaMessage(group, 'image', 'none'), e => e.errcode === 40007);
});

await step('a post of its own', async () => {
  await client.sendMessage(group, { msgtype: 'markdown', markdown: { content: '## 今日论文' } });
  assert.equal((await chat(group)).messages.at(-1).text, '## 今日论文');
});

await step('a file that somebody sends', async () => {
  const got = event(client, 'message.file');
  const content = Buffer.from('%PDF-1.7 一个文件').toString('base64');
  await post('sim/act', { kind: 'file', type: 'file', chat: 'wangwu', user: 'wangwu', content });
  const { body } = await got;
  const { buffer } = await client.downloadFile(body.file.url, body.file.aeskey);
  assert.equal(buffer.toString('base64'), content);
});

await step('a refusal on demand', async () => {
  await post('sim/fault', { kind: 'refuse', code: 45009 });
  await assert.rejects(client.sendMessage(group, { msgtype: 'markdown', markdown: { content: 'x' } }), e => e.errcode === 45009);
});

await step('drop and reconnect', async () => {
  const back = event(client, 'authenticated');
  await post('sim/fault', { kind: 'drop' });
  await back;
  await told(client, '还在吗');
});

await step('silence is noticed', async () => {
  const gone = event(client, 'disconnected');
  await post('sim/fault', { kind: 'deaf', on: true });
  await gone;
  const back = event(client, 'authenticated');
  await post('sim/fault', { kind: 'deaf', on: false });
  await back;
});

await step('a wrong secret', async () => {
  const other = make({ secret: 'wrong', maxAuthFailureAttempts: 0 });
  const refused = event(other, 'error');
  other.connect();
  assert.match((await refused).message, /40001/);
  other.disconnect();
});

await step('a newer connection takes the place', async () => {
  const told = event(client, 'event.disconnected_event');
  const gone = event(client, 'disconnected');
  const second = make();
  const ready = event(second, 'authenticated');
  second.connect();
  await Promise.all([told, gone, ready]);
  assert.equal(client.isConnected, false);
  second.disconnect();
});

assert.deepEqual((await state()).violations, []);
console.log('done');
process.exit(0);
