// An unmodified discord.js goes through a whole flow against the simulated Discord: node discordjs.mjs <url> <token>.
// Prints one line a step and ends with 0 only when every step went as it does with Discord.
import assert from 'node:assert/strict';
import {
  ActionRowBuilder, ApplicationCommandOptionType, ApplicationCommandType, AttachmentBuilder, ButtonBuilder, ButtonStyle,
  ChannelType, Client, ContainerBuilder, DiscordAPIError, EmbedBuilder, Events, GatewayIntentBits, LabelBuilder,
  MessageFlags, ModalBuilder, Partials, RESTEvents, StringSelectMenuBuilder, TextDisplayBuilder, TextInputBuilder,
  TextInputStyle,
} from 'discord.js';

const [url, token] = process.argv.slice(2);
const post = async (path, body) => {
  const text = await (await fetch(new URL(path, url), { method: 'POST', body: JSON.stringify(body) })).text();
  return text ? JSON.parse(text) : {};
};
const state = async () => (await fetch(new URL('sim/state', url))).json();
const fault = (kind, more = {}) => post('sim/fault', { kind, ...more });
const within = (promise, what, ms = 15000) => Promise.race([
  promise, new Promise((_, no) => setTimeout(() => no(new Error(`nothing came: ${what}`)), ms).unref()),
]);
const event = (emitter, name, filter = () => true, ms) => within(new Promise(yes => {
  const listen = (...args) => { if (filter(...args)) { emitter.off(name, listen); yes(args); } };
  emitter.on(name, listen);
}), name, ms);
const step = async (name, work) => { await work(); console.log(`ok ${name}`); };

const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  partials: [Partials.Channel],
  rest: { api: new URL('api', url).href, version: '10' },
});
client.on(Events.Error, error => console.error('error event', error.message));

await step('login', async () => {
  const ready = event(client, Events.ClientReady);
  await client.login(token);
  await ready;
  assert.equal(client.guilds.cache.size, 1);
});
const guild = client.guilds.cache.first();
const channel = guild.channels.cache.find(c => c.name === 'papers');
const { users } = await state();
const [ada, lin] = users;
const act = (kind, more) => post('sim/act', { kind, user: ada.id, channel: channel.id, ...more });
const interaction = kind => event(client, Events.InteractionCreate, i => i[kind]()).then(([i]) => i);

await step('commands', async () => {
  const set = await client.application.commands.set([
    {
      name: 'paper', description: 'Looks a paper up', nameLocalizations: { 'zh-CN': '论文' },
      descriptionLocalizations: { 'zh-CN': '查论文' },
      options: [
        { name: 'id', description: 'Which', type: ApplicationCommandOptionType.String, required: true, autocomplete: true },
        { name: 'private', description: 'Only for you', type: ApplicationCommandOptionType.Boolean },
      ],
    },
    { name: 'ask', description: 'Opens a form' },
    { name: 'Look up papers here', type: ApplicationCommandType.Message },
  ]);
  assert.equal(set.size, 3);
  assert.equal((await client.application.commands.fetch({ withLocalizations: true })).size, 3);
});

await step('messages', async () => {
  const sent = await channel.send({ content: 'Hello **there**', nonce: '4711', enforceNonce: true });
  const again = await channel.send({ content: 'Hello **there**', nonce: '4711', enforceNonce: true });
  assert.equal(sent.id, again.id);
  assert.equal((await sent.edit('Hello')).content, 'Hello');
  await sent.react('👍');
  const answer = await sent.reply('An answer');
  assert.equal(answer.reference.messageId, sent.id);
  const read = await channel.messages.fetch({ limit: 10 });
  assert.deepEqual([...read.keys()].slice(0, 2), [answer.id, sent.id]);
  await answer.delete();
  await assert.rejects(channel.messages.fetch({ message: answer.id, force: true }), e => e.code === 10008);
  await assert.rejects(channel.send({ content: 'x'.repeat(2001) }), e => e instanceof DiscordAPIError && e.code === 50035);
  await assert.rejects(channel.send({ content: '' }), e => e.code === 50006);
});

await step('text of others is hidden unless it mentions the bot', async () => {
  const hidden = event(client, Events.MessageCreate, m => m.author.id === ada.id);
  await act('say', { text: 'Not for you' });
  assert.equal((await hidden)[0].content, '');
  const open = event(client, Events.MessageCreate, m => m.author.id === lin.id);
  await act('say', { user: lin.id, text: `<@${client.user.id}> 1706.03762` });
  const [mention] = await open;
  assert.match(mention.content, /1706/);
  assert.ok(mention.mentions.has(client.user));
});

await step('defer, edit, follow-up', async () => {
  const got = interaction('isChatInputCommand');
  const ran = act('run', { user: lin.id, command: 'paper', options: { id: '1706.03762' } });
  const i = await got;
  assert.equal(i.locale, 'zh-CN');
  assert.equal(i.options.getString('id'), '1706.03762');
  await i.deferReply();
  await assert.rejects(client.rest.post(`/interactions/${i.id}/${i.token}/callback`, { body: { type: 5 }, auth: false }),
    e => e.code === 40060);
  const edited = await i.editReply({
    content: 'Attention', embeds: [new EmbedBuilder().setTitle('Attention').setDescription('注意力')],
  });
  assert.equal(edited.content, 'Attention');
  assert.equal(edited.flags.has(MessageFlags.Loading), false);
  const further = await i.followUp({ content: 'More', flags: MessageFlags.Ephemeral });
  assert.ok(further.flags.has(MessageFlags.Ephemeral));
  await i.deleteReply(further);
  assert.equal((await i.fetchReply()).id, edited.id);
  await ran;
});

await step('upload', async () => {
  const got = interaction('isChatInputCommand');
  const ran = act('run', { command: 'paper', options: { id: 'x' } });
  const i = await got;
  const file = new AttachmentBuilder(Buffer.from('not really a picture'), { name: '图一.png', description: '一张图' });
  const response = await i.reply({ content: 'A picture', files: [file], withResponse: true });
  const message = response.resource.message;
  const attachment = message.attachments.first();
  assert.equal(attachment.name, '图一.png');
  assert.equal(attachment.description, '一张图');
  assert.equal(await (await fetch(attachment.url)).text(), 'not really a picture');
  const big = new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big.bin' });
  await assert.rejects(channel.send({ files: [big] }), e => e.code === 40005);
  await ran;
});

await step('thread', async () => {
  const message = await channel.send('A topic');
  const made = event(client, Events.ThreadCreate);
  const thread = await message.startThread({ name: '讨论', autoArchiveDuration: 1440 });
  await made;
  assert.equal(thread.id, message.id);
  assert.equal(thread.type, ChannelType.PublicThread);
  const inside = await thread.send('Inside');
  assert.equal(inside.channelId, thread.id);
  await thread.setArchived(true);
  assert.equal(thread.archived, true);
});

await step('autocomplete', async () => {
  const got = interaction('isAutocomplete');
  const typed = act('type', { command: 'paper', focused: 'id', options: { id: 'atten' } });
  const i = await got;
  assert.equal(i.options.getFocused(), 'atten');
  await i.respond([{ name: 'Attention Is All You Need', value: '1706.03762' }]);
  assert.deepEqual((await typed).choices, [{ name: 'Attention Is All You Need', value: '1706.03762' }]);
});

await step('modal', async () => {
  const got = interaction('isChatInputCommand');
  const ran = act('run', { command: 'ask' });
  const i = await got;
  const input = new TextInputBuilder().setCustomId('question').setStyle(TextInputStyle.Paragraph).setMaxLength(300);
  const label = new LabelBuilder().setLabel('Your question').setTextInputComponent(input);
  await i.showModal(new ModalBuilder().setCustomId('form').setTitle('Ask').addLabelComponents(label));
  const opened = await ran;
  assert.equal(opened.modal.title, 'Ask');
  const filled = interaction('isModalSubmit');
  const submitted = act('submit', { token: opened.token, options: { question: '为什么？' } });
  const s = await filled;
  assert.equal(s.fields.getTextInputValue('question'), '为什么？');
  await s.reply({ content: 'Because.', flags: MessageFlags.Ephemeral });
  await submitted;
});

await step('button and select', async () => {
  const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary);
  const menu = new StringSelectMenuBuilder().setCustomId('lang').addOptions(
    { label: 'English', value: 'en' }, { label: '中文', value: 'zh' });
  const message = await channel.send({
    content: 'Choose', components: [new ActionRowBuilder().addComponents(button), new ActionRowBuilder().addComponents(menu)],
  });
  const pressed = interaction('isButton');
  const press = act('press', { message: message.id, id: 'more' });
  const b = await pressed;
  await b.update({ content: 'Pressed' });
  await press;
  assert.equal((await message.fetch(true)).content, 'Pressed');
  const chosen = interaction('isStringSelectMenu');
  const choose = act('press', { message: message.id, id: 'lang', values: ['zh'] });
  const c = await chosen;
  assert.deepEqual(c.values, ['zh']);
  await c.deferUpdate();
  await c.editReply({ content: '中文', components: [] });
  await choose;
  assert.equal((await message.fetch(true)).components.length, 0);
});

await step('message menu', async () => {
  const got = interaction('isMessageContextMenuCommand');
  const about = (await channel.messages.fetch({ limit: 1 })).first();
  const ran = act('menu', { message: about.id, command: 'Look up papers here' });
  const i = await got;
  assert.equal(i.targetMessage.id, about.id);
  await i.reply({ content: 'None', flags: MessageFlags.Ephemeral });
  await ran;
});

await step('components V2', async () => {
  const container = new ContainerBuilder().setAccentColor(0x5865f2)
    .addTextDisplayComponents(new TextDisplayBuilder().setContent('# 标题'));
  const message = await channel.send({ components: [container], flags: MessageFlags.IsComponentsV2 });
  assert.equal(message.components[0].components[0].content, '# 标题');
  await assert.rejects(channel.send({ content: 'x', components: [container], flags: MessageFlags.IsComponentsV2 }),
    e => e.code === 50035);
});

await step('429', async () => {
  const seen = [];
  client.rest.on(RESTEvents.RateLimited, info => seen.push(info));
  const texts = Array.from({ length: 7 }, (_, n) => `burst ${n}`);
  await Promise.all(texts.map(text => channel.send(text)));
  const read = [...(await channel.messages.fetch({ limit: 7 })).values()].map(m => m.content).reverse();
  assert.deepEqual(read, texts);
  assert.ok(seen.length > 0, 'the client waited by the headers');
  const talk = guild.channels.cache.find(c => c.name === 'talk');
  const refused = [];
  client.rest.on(RESTEvents.Response, (request, response) => { if (response.status === 429) refused.push(response); });
  await fault('shared', { resource: talk.id, milliseconds: 700 });
  await talk.send('after a shared limit');
  assert.equal(refused[0]?.headers.get('x-ratelimit-scope'), 'shared');
});

const comesBack = async (name, how) => step(name, async () => {
  const resumed = event(client, Events.ShardResume);
  await how();
  const missed = event(client, Events.MessageCreate, m => m.author.id === ada.id);
  await act('say', { text: `<@${client.user.id}> while you were away` });
  await resumed;
  await missed;
});
await comesBack('reconnect', () => fault('reconnect'));
await comesBack('drop', () => fault('drop'));
await comesBack('drop in a frame', () => fault('drop', { inFrame: true }));
await comesBack('close 4000', () => fault('close', { code: 4000 }));
await step('zombie', async () => {
  const resumed = event(client, Events.ShardResume, () => true, 20000);
  await fault('deaf', { on: true });
  setTimeout(() => fault('deaf', { on: false }), 4000);
  await resumed;
});
await step('invalid session', async () => {
  const ready = event(client, Events.ShardReady, () => true, 25000);
  await fault('invalidate', { resumable: false });
  await ready;
});
await step('4004', async () => {
  const gone = event(client, Events.ShardDisconnect);
  await fault('close', { code: 4004 });
  assert.equal((await gone)[0].code, 4004);
});
await client.destroy();
console.log('done');
process.exit(0);
