/** What a supervisor does so that decisions stay good. */
export const training = {
  nobody: 'Please choose a person',
  choose: 'Please choose a person.',
  skills: {
    title: 'What reviewers are trained for',
    text: 'A reviewer of whom nothing was said yet gets any case.',
    who: 'Reviewer',
    which: 'Trained for exactly these from now on',
    none: 'Without any, this person gets no case.',
    set: 'Note it',
    done: 'Noted for {{name}}.',
  },
  skill: {
    GENERAL: 'Documents of any kind',
    CHIP: 'Documents with a chip',
    PRINTED: 'Printed documents',
    CHINESE_DOCUMENT: 'Chinese documents',
  },
  seeds: {
    title: 'Cases of known outcome',
    text: 'They look like any other case, show drawn faces, and touch no line. Nobody is told which they are; they show how far decisions agree.',
    truth: 'What is true in them',
    count: 'How many',
    countWrong: 'Please write a number from 1 to {{most}}.',
    submit: 'Put them into the queue',
    done: 'They wait among the others.',
  },
  truth: {
    SAME_PERSON: 'The same person',
    ANOTHER_PERSON: 'Another person',
    FIELDS_CHANGED: 'The same person, with changed fields',
  },
  third: {
    title: 'Two disagree',
    text: 'Name a third person who settles it. You do not see what the two found, and neither of them can be named.',
    none: 'No two disagree now.',
    who: 'Who settles it',
    confirm: 'Name them',
    done: '{{name}} settles it.',
  },
};
