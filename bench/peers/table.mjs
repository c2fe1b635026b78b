// Puts the runs side by side: node table.mjs RUN.json ...
import { readFileSync } from 'node:fs';

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** How many are answered rightly with the threshold that was best on the other nine tenths. */
function crossValidated(compared) {
  const fold = compared.map((_, index) => index % 10);
  let right = 0;
  for (let held = 0; held < 10; held++) {
    const others = compared.filter((_, index) => fold[index] !== held);
    let best = { right: -1, threshold: 0 };
    for (const { score: threshold } of others) {
      const hits = others.filter((pair) => pair.score >= threshold === pair.same).length;
      if (hits > best.right) {
        best = { right: hits, threshold };
      }
    }
    right += compared.filter((pair, index) => fold[index] === held && pair.score >= best.threshold === pair.same).length;
  }
  return right;
}

const percent = (part, whole) => (whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`);

console.log('| | ms a pair | processor ms a pair | peak memory, MiB | pairs not compared (no face, several) | wrong persons let in | right persons turned away | accuracy over compared pairs | accuracy, not compared counted as wrong |');
console.log('|---|---|---|---|---|---|---|---|---|');
let pairs = 0;
for (const file of process.argv.slice(2)) {
  const { name, version, threshold, peakMebibytes, scores } = JSON.parse(readFileSync(file, 'utf8'));
  pairs = scores.length;
  const accepted = (pair) => pair.score !== null && pair.score >= threshold;
  const same = scores.filter((pair) => pair.same);
  const different = scores.filter((pair) => !pair.same);
  const compared = scores.filter((pair) => pair.score !== null);
  const right = crossValidated(compared);
  console.log(
    `| ${[
      `${name} ${version}`,
      median(scores.map((pair) => pair.millis)).toFixed(0),
      median(scores.map((pair) => pair.cpuMillis)).toFixed(0),
      peakMebibytes.toFixed(0),
      scores.length - compared.length,
      `${different.filter(accepted).length} of ${different.length}`,
      `${same.filter((pair) => !accepted(pair)).length} of ${same.length}`,
      percent(right, compared.length),
      percent(right, scores.length),
    ].join(' | ')} |`,
  );
}
console.log(
  `\n${pairs} pairs, one after the other; a pair is two files read, decoded, searched for the face, described and compared. Times are medians. "Let in" and "turned away"` +
    ' are at the threshold that each brings along; accuracy is with the best threshold of the other nine tenths (10-fold). Who was not compared was turned away.',
);
