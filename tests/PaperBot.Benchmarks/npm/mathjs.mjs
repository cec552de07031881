// Evaluations per second of mathjs: reads { seconds, expressions } and writes [{ rate, compiled, value }].
import { all, create } from 'mathjs';

const math = create(all);
let input = '';
for await (const part of process.stdin) input += part;
const { seconds, expressions } = JSON.parse(input);

function rate(run) {
  for (let i = 0; i < 200; i++) run();
  const started = process.hrtime.bigint();
  const until = started + BigInt(Math.round(seconds * 1e9));
  let count = 0;
  while (process.hrtime.bigint() < until) {
    for (let i = 0; i < 20; i++) run();
    count += 20;
  }
  return count / (Number(process.hrtime.bigint() - started) / 1e9);
}

const results = expressions.map((expression) => {
  const compiled = math.compile(expression);
  return {
    rate: rate(() => math.evaluate(expression)),
    compiled: rate(() => compiled.evaluate()),
    value: math.format(math.evaluate(expression), { precision: 12 }),
  };
});
process.stdout.write(JSON.stringify(results));
