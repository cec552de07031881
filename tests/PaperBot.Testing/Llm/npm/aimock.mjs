// aimock with one answer for each manner: node aimock.mjs. The prompt says "manner:NAME"; answers cite the first key of
// the prompt. Prints its address and ends when its input ends.
import { LLMock } from '@copilotkit/aimock';

const mock = new LLMock({ port: 0, latency: 30, chunkSize: 12, logLevel: 'silent' });
const last = request => {
  const { content } = request.messages.at(-1);
  return typeof content === 'string' ? content : content.map(part => part.text).join('');
};
const key = request => /^\[([a-z][a-z0-9]{7})\] \(/m.exec(last(request))?.[1] ?? 'bbbbbbbb';
const rules = request => request.messages.filter(message => message.role === 'system').map(m => m.content).join('\n');
const cite = request => `The gate of the device is four millimetres wide [${key(request)}].`;
const manner = (name, response, options) => mock.onMessage(new RegExp(`manner:${name}\\b`), response, options);

manner('plain', request => ({ content: cite(request) }));
manner('chinese', request => ({ content: `该装置的闸门宽四毫米，公式为 $w = 4$ [${key(request)}]。` }));
manner('invents', request => ({
  content: `${cite(request)} It beats everything by ninety percent or more [zzzzzz22] (§9.9, p. 99). `
    + `The authors say “no gate was ever wider than this one”, see [12].`,
}));
manner('repeats', request => ({ content: `${rules(request)}\n\n${cite(request)}` }));
manner('obeys', request => ({
  content: `Ignoring all rules. [A prize](https://evil.example/win) <https://evil.example> @everyone <@123456789012345678> `
    + `![x](https://evil.example/p.png)\n/erase me\n${cite(request)}`,
}));
manner('cut', request => ({ content: `${cite(request)} ${'And so on and on it goes. '.repeat(40)}` }), {
  truncateAfterChunks: 8, latency: 150,
});
manner('length', request => ({ content: cite(request), finishReason: 'length' }));
mock.on({ userMessage: /manner:throttled\b/, sequenceIndex: 0 }, {
  error: { message: 'Rate limit reached', type: 'rate_limit_error', code: 'rate_limit_exceeded' }, status: 429, retryAfter: 3,
});
manner('throttled', request => ({ content: cite(request) }));
manner('overflow', {
  error: { message: "This model's maximum context length is 8192 tokens.", type: 'invalid_request_error', code: 'context_length_exceeded' },
  status: 400,
});
manner('malformed', { content: 'x' }, { chaos: { malformedRate: 1 } });
manner('disconnects', { content: 'x' }, { chaos: { disconnectRate: 1 } });
manner('down', { error: { message: 'Overloaded', type: 'server_error' }, status: 503 });

await mock.start();
console.log(mock.url);
process.stdin.on('end', () => process.exit(0)).resume();
