import { describe, expect, it } from 'vitest';
import { noFields, problemsOf, tidy, today } from './documentFields';

const day = '2026-11-23';
const right = {
  familyName: '吴',
  givenNames: '梅',
  documentNumber: '11010119900131002X',
  birthDate: '1990-01-31',
  expiryDate: '2035-01-31',
};

describe('the fields of a document', () => {
  it('are right when they are right', () => {
    expect(problemsOf(right, day)).toEqual({});
  });

  it('must all be filled in', () => {
    expect(Object.values(problemsOf(noFields, day))).toEqual(Array(5).fill('required'));
  });

  it.each([
    ['birthDate', '2026-11-24', 'future'],
    ['birthDate', '1899-12-31', 'tooEarly'],
    ['birthDate', '1990-02-30', 'date'],
    ['expiryDate', '1980-01-01', 'beforeBirth'],
    ['expiryDate', '31.1.2035', 'date'],
    ['documentNumber', 'X12<34', 'number'],
    ['documentNumber', 'X12', 'number'],
    ['familyName', 'x'.repeat(101), 'tooLong'],
  ])('%s cannot be %s: %s', (name, value, found) => {
    expect(problemsOf({ ...right, [name]: value }, day)).toEqual({ [name]: found });
  });

  it('may say that the document has expired: that is for the server to decide', () => {
    expect(problemsOf({ ...right, expiryDate: '2020-01-01' }, day)).toEqual({});
  });

  it('lose stray spaces and full-width characters before they are sent', () => {
    const typed = { ...right, familyName: '  Wu ', givenNames: 'Mei   Ling', documentNumber: '１１０ 10x ' };
    expect(tidy(typed)).toMatchObject({
      familyName: 'Wu',
      givenNames: 'Mei Ling',
      documentNumber: '110 10X',
    });
  });

  it('are compared with the date where the person is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
