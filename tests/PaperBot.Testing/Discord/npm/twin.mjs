// An independent simulated Discord (discord-digital-twin) for a bot to be driven against: node twin.mjs.
// Prints its address and token as one line of JSON, then answers each line of JSON on standard input with one:
// {"kind":"command","name","options"}, {"kind":"press","message","customId"}, {"kind":"submit","customId","value"},
// {"kind":"again","id","token"}. An answer has the kind of the acknowledgement, and the message once it is complete.
import { createInterface } from 'node:readline';
import { DigitalDiscord } from 'discord-digital-twin';

const discord = new DigitalDiscord({
  guild: { name: 'Twin' }, channels: [{ name: 'papers', type: 0 }], users: [{ username: 'Ada' }],
});
await discord.start();
const channelId = (await discord.prisma.channel.findMany())[0].id;
const userId = await discord.getFirstNonBotUserId();
const say = line => console.log(JSON.stringify(line));
say({ url: `${discord.restUrl}/v10/`, token: discord.botToken });

const kinds = (components, found = []) => {
  for (const one of components ?? []) { found.push(one); kinds(one.components, found); if (one.accessory) found.push(one.accessory); }
  return found;
};
const until = async look => {
  for (let i = 0; i < 1200; i++) { const found = await look(); if (found) return found; await new Promise(r => setTimeout(r, 50)); }
  throw new Error('nothing came');
};
const message = async id => (await discord.channel(channelId).getMessages()).find(m => m.id === id);
// A complete answer of the bot stands in a container; progress does not.
const answered = async ran => {
  const ack = await discord.channel(channelId).waitForInteractionAck({ interactionId: ran.id, timeout: 60000 });
  if (ack.type === 9) {
    const row = await discord.prisma.interactionResponse.findUnique({ where: { interactionId: ran.id } });
    return { ...ran, type: ack.type, modal: JSON.parse(row.data) };
  }
  const shown = await until(async () => {
    const row = await discord.prisma.interactionResponse.findUnique({ where: { interactionId: ran.id } });
    const found = row.messageId && await message(row.messageId);
    return found && kinds(found.components).some(c => c.type === 17) ? found : null;
  });
  return { ...ran, type: ack.type, message: shown, components: kinds(shown.components) };
};
const act = {
  command: a => discord.simulateSlashCommand({ channelId, userId, name: a.name, options: a.options }),
  press: a => discord.simulateButtonClick({ channelId, userId, messageId: a.message, customId: a.customId }),
  submit: a => discord.simulateModalSubmit({ channelId, userId, customId: a.customId, fields: [{ customId: 'value', value: a.value }] }),
};
for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  try {
    if (asked.kind === 'again') {
      const answer = await fetch(`${discord.restUrl}/v10/interactions/${asked.id}/${asked.token}/callback`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ type: 5 }),
      });
      say({ status: answer.status, code: (await answer.json()).code });
      continue;
    }
    say(await answered(await act[asked.kind](asked)));
  } catch (e) {
    say({ error: String(e) });
  }
}
await discord.stop();
process.exit(0);
