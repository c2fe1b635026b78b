/** For the holder of a line about which something is doubted. */
export const notice = {
  title: 'About your line',
  loading: 'Opening your page',
  doubt: {
    DISPUTE_UPHELD:
      'Somebody in whose name the line stood has shown that it is not theirs. Nobody stands for it now.',
    DOCUMENT_EXPIRED: 'The document with which it was verified has expired.',
    DOCUMENT_REVOKED: 'The authority has withdrawn the document with which it was verified.',
    DATA_ERRORS: 'Something in the registration does not fit together.',
    HOLDER_DECEASED: 'The register says that its holder has died. If that is true, we are sorry.',
    CAMPAIGN: 'Older registrations are being brought up to date.',
  },
  noBlame: 'That is no accusation, and nothing ends without notice. Emergency calls always work.',
  next: 'The next step follows by {{time}}, unless you do one of these before.',
  still: 'The clock stands still. Nothing happens to the line for now.',
  settled: 'This is settled. There is nothing more for you to do.',
  ended: 'This case is closed.',
  limits: 'What does not work now',
  verify: 'Verify for it',
  verifyText:
    'It takes about two minutes. Ask your operator for a verification link for this line, or take your document to a shop: there a trained person checks it, without a face scan.',
  time: 'I need more time',
  timeText: 'You get it at once, and need not prove anything.',
  causes: { TRAVEL: 'I am travelling', ILLNESS: 'I am ill', DISABILITY: 'A disability makes it harder' },
  timeGiven: 'You have more time now.',
  appeal: 'I think this is wrong',
  appealText: 'Then everything stands still until a trained person has looked.',
  words: 'What should we know?',
  wordsHint: 'In your own words. Only who decides reads it.',
  wordsRequired: 'Please write a few words.',
  appealSend: 'Send, and stop the clock',
  appealed: 'Thank you. Everything stands still until a person has looked.',
};
