import { describe, expect, it } from 'vitest';
import { calmHint, hintStays } from './calmHint';
import { noHints } from './hintLoop';

const closer = { ...noHints, hint: { code: 'come-closer', message: 'Come closer' } };
const light = { ...noHints, hint: { code: 'more-light', message: 'More light' } };
const good = { ...noHints, good: true, steady: 0.4 };

describe('a hint', () => {
  it('stays long enough to be read', () => {
    const shown = calmHint({ view: noHints, since: 0 }, closer, 1000);
    expect(calmHint(shown, light, 1000 + hintStays - 1).view.hint?.code).toBe('come-closer');
    expect(calmHint(shown, light, 1000 + hintStays).view.hint?.code).toBe('more-light');
  });

  it('gives way at once when the picture is good', () => {
    expect(calmHint({ view: closer, since: 1000 }, good, 1001).view).toEqual(good);
  });

  it('never says good of a picture that no longer is', () => {
    expect(calmHint({ view: good, since: 1000 }, closer, 1001).view).toMatchObject({
      good: false,
      steady: 0,
    });
  });
});
