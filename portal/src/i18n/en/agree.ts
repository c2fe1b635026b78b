/** A program sent the person's browser here to ask about a line. */
export const agree = {
  title: 'Somebody wants to ask about your line',
  who: 'You came here from a bank or another service. It wants to ask your provider about a line of yours.',
  how: 'Only you can let it. Show who you are first; then you read who asks and what, and say yes or no.',
  verify: 'Show who I am',
  free: 'You need not agree. Close this page, and nothing is told.',
  loading: 'One moment: who asks?',
  asks: '{{client}} wants to ask,',
  what: 'What they could ask',
  which: 'About which line?',
  noLine: 'No line of {{operator}} is in your name.',
  ends: 'You find this among your lines, with everything that was answered, and can end it there at any time. It ends by itself after some weeks.',
  refuse: 'No, go back',
  grant: 'Agree and go back',
  failed: {
    title: 'Nobody can be asked here',
    text: 'This request is over or is not in order. Nothing was told. Go back to where you came from, and start again there.',
  },
};
