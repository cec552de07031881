// The same echo as EchoBot.cs on an unmodified discord.js: node echo.mjs <url> <token>. Ends when its input ends.
import { Client, Events, GatewayIntentBits } from 'discord.js';

const [url, token] = process.argv.slice(2);
const client = new Client({
  intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
  rest: { api: new URL('api', url).href, version: '10' },
});
client.on(Events.Error, error => console.error('error event', error.message));
client.on(Events.InteractionCreate, interaction => {
  interaction.reply('Here is the answer.').catch(error => console.error(error.message));
});
client.once(Events.ClientReady, async () => {
  await client.application.commands.set([{ name: 'echo', description: 'Answers at once' }]);
  console.log('ready');
});
process.stdin.on('end', () => process.exit(0)).resume();
await client.login(token);
