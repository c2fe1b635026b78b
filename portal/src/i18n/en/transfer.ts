/** A line that changes hands. */
export const transfer = {
  title: 'Hand {{line}} over to somebody?',
  text: 'You get a link to give them. They verify themselves and accept; then the operator has time to object. Until that is over the line stays yours, and you can change your mind.',
  confirm: 'Yes, make the link',
  verifyAgain: 'Verify me again',
  linkTitle: 'The link for {{line}}',
  give: 'Give it only to whoever is to hold the line. It is shown once, and works until {{time}}.',
  qr: 'The link as a code to be photographed',
  offered: '{{line}} is offered. You find it below.',
  list: 'Lines that change hands',
  side: { GIVER: 'You hand it over.', RECEIVER: 'You take it over.' },
  state: {
    OFFERED: 'Offered',
    ACCEPTED: 'Accepted',
    COMPLETED: 'Handed over',
    VETOED: 'The operator objected',
    WITHDRAWN: 'Withdrawn',
    EXPIRED: 'The time is over',
    REFUSED: 'Not possible at the end',
    OVERTAKEN: 'Overtaken by another change of the line',
  },
  due: {
    OFFERED: 'It can be accepted until {{time}}.',
    ACCEPTED: 'The operator can object until {{time}}. After that the line changes hands.',
  },
  kind: {
    HANDOVER: 'Its holder hands it over.',
    INHERITANCE: 'It is passed on after a death.',
  },
  withdraw: 'Change my mind',
  withdrawn: 'The line {{line}} does not change hands.',
  page: {
    title: 'A line is offered to you',
    loading: 'Fetching the offer',
    missing: 'Please open the whole link once more that you were given.',
    accountable:
      'Once it is handed over, the line stands in your name, and you are accountable for how it is used.',
    until: 'You can accept until {{time}}. If you do not want it, you need not do anything.',
    verify: 'First you show your identity document and your face. Then you come back here and decide.',
    start: 'Verify me',
    accept: 'Accept this line',
    accepted:
      'You have accepted. The operator can object until {{time}}; after that the line is yours, and you find it among your lines. Until then you can change your mind there.',
  },
};
