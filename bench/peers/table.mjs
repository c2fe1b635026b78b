// Puts the runs side by side: node table.mjs RUN.json ...
import { readFileSync } from 'node:fs';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Share of right answers with the threshold that was best on the other nine tenths; a pair without a score counts as refused. */
function crossValidated(scores) {
  const fold = scores.map((_, index) => index % 10);
  const value = (pair) => pair.score ?? -Infinity;
  let right = 0;
  for (let held = 0; held < 10; held++) {
    const others = scores.filter((_, index) => fold[index] !== held);
    let best = { right: -1, threshold: 0 };
    for (const threshold of others.map(value).filter(Number.isFinite)) {
      const hits = others.filter((pair) => value(pair) >= threshold === pair.same).length;
      if (hits > best.right) {
        best = { right: hits, threshold };
      }
    }
    right += scores.filter((pair, index) => fold[index] === held && value(pair) >= best.threshold === pair.same).length;
  }
  return (100 * right) / scores.length;
}

console.log('| | ms a pair | processor ms a pair | peak memory, MiB | pairs not compared (no face, several) | wrong persons let in | right persons turned away | accuracy |');
console.log('|---|---|---|---|---|---|---|---|');
let pairs = 0;
for (const file of process.argv.slice(2)) {
  const { name, version, threshold, peakMebibytes, scores } = JSON.parse(readFileSync(file, 'utf8'));
  pairs = scores.length;
  const accepted = (pair) => pair.score !== null && pair.score >= threshold;
  const same = scores.filter((pair) => pair.same);
  const different = scores.filter((pair) => !pair.same);
  console.log(
    `| ${[
      `${name} ${version}`,
      median(scores.map((pair) => pair.millis)).toFixed(0),
      median(scores.map((pair) => pair.cpuMillis)).toFixed(0),
      peakMebibytes.toFixed(0),
      scores.filter((pair) => pair.score === null).length,
      `${different.filter(accepted).length} of ${different.length}`,
      `${same.filter((pair) => !accepted(pair)).length} of ${same.length}`,
      `${crossValidated(scores).toFixed(1)} %`,
    ].join(' | ')} |`,
  );
}
console.log(
  `\n${pairs} pairs, one after the other; a pair is two files read, decoded, searched for the face, described and compared. Times are medians. "Let in" and "turned away"` +
    ' are at the threshold that each brings along; accuracy is with the best threshold of the other nine tenths (10-fold).',
);
