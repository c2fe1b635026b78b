/** For whoever uses a line that is being looked into. */
export const hearing = {
  title: 'A question about your line',
  loading: 'Opening your page',
  until: 'You can answer until {{time}}.',
  words: 'How did you come by this line?',
  wordsHint: 'In your own words; a few sentences are enough. For example: my brother gave it to me in May.',
  left: '{{number}} characters left',
  required: 'Please write a few words.',
  once: 'You can send this once. A trained person reads it before anything is decided.',
  send: 'Send my answer',
  sending: 'Sending your answer',
  thanks: {
    title: 'Thank you, your answer has arrived',
    text: 'A trained person reads it before anything is decided. You can close this page.',
  },
  closed: {
    title: 'This question is settled',
    text: 'There is nothing more for you to do here.',
  },
  missing: {
    title: 'Please open the link from your message',
    text: 'This page needs the whole link from the message that your operator sent to the line.',
    next: 'Open it once more, or call your operator if it does not work any more.',
  },
};
