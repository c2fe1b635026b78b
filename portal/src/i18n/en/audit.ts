/** The audit log, for whoever checks that nothing was changed. */
export const audit = {
  title: 'The audit log',
  lead: 'Every decision and every look is an entry that cannot be changed unnoticed. Here you take proofs away, and check them.',
  signIn:
    'To take proofs away, sign in on one of these pages in this tab first. To check a file, you need not.',
  loading: 'Fetching what was signed',
  checkpoints: {
    title: 'Signed checkpoints',
    text: 'Each says what the log was at that moment. Keep one now and then in a place that is not this server: only that shows a log that was rewritten as a whole.',
    sign: 'Sign the log as it is now',
    signed: 'Signed. It stands first in the list.',
    empty: 'Nothing was signed yet.',
    size: '{{entries}} entries',
    keep: 'Keep',
  },
  key: {
    title: 'The key that signs',
    text: 'Compare it with where your operator published it. A key that you have only from here proves little.',
  },
  proof: {
    title: 'Take a proof away',
    of: 'What is to be proven',
    kind: {
      entry: 'That an entry is in the log',
      grown: 'That the log begins with one that you kept',
    },
    number: { entry: 'Number of the entry', grown: 'How many entries the kept log had' },
    wrong: 'Please write a whole number above 0.',
    get: 'Get the proof',
    got: 'The proof is in your downloads.',
  },
  looks: {
    title: 'Who looked at which case',
    text: 'Each look gives a reason. This list says that somebody looked, never what they saw.',
    case: 'Only looks at one case',
    caseHint: 'The number of the case; leave it empty to see all of them',
    wrong: 'That is no number of a case. Please copy all of it.',
    show: 'Show these',
    loading: 'Fetching the looks',
    none: 'Nobody looked.',
    at: 'Case {{id}}',
    by: 'Member of staff {{id}}',
    older: 'Older ones',
  },
  notYours: 'What was signed of the log is for auditors. You can check a file below.',
  check: {
    title: 'Check a proof or an export',
    text: 'The file stays on this device and is checked in this browser alone. This page comes from the server, though: for a check that owes it nothing, use tools/audit-verify.py.',
    file: 'The file',
    noFile: 'Please choose a file.',
    key: 'Public key of the log',
    keyHint:
      'As your operator published it, for example lines.example.com/audit+3f463478+AT…; several, one a line',
    wrong: {
      key: 'That is no public key of a log. Please copy all of it.',
      browser:
        'This browser cannot check signatures. Please use a newer one over a secure connection, or tools/audit-verify.py.',
    },
    running: 'Checking',
    submit: 'Check',
  },
  verdict: {
    holds: 'It holds.',
    broken: 'It does not hold.',
    ENTRY: 'Entry {{seq}} ({{type}}, {{at}}) is in the log of {{size}} entries.',
    GROWN:
      'The log of {{size}} entries begins with all of the one of {{from}} entries, whose root is {{fromRoot}}. Compare it with what you kept.',
    WHOLE: 'All {{size}} entries are as they were signed, at {{checkpoints}} checkpoints.',
    UNREADABLE: 'This is no proof and no export of an audit log: line {{line}} cannot be read.',
    damage: {
      ALTERED: 'Entry {{seq}} is not what was written.',
      OUT_OF_ORDER: 'Entry {{seq}} is not where it belongs: something was removed, added or moved.',
      REMOVED: 'The log is shorter than it was when it was signed: entry {{seq}} is gone.',
      REWRITTEN: 'Up to entry {{seq}} the log is not the one that was signed.',
      NOT_SIGNED: 'The checkpoint of {{seq}} entries is not signed by that key.',
      NOT_PROVEN: 'The hashes do not prove anything about entry {{seq}}.',
    },
  },
};
