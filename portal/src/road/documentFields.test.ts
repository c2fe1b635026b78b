import { describe, expect, it } from 'vitest';
import { noFields, problemsOf, tidy, toSend, today, typed } from './documentFields';

const day = '2026-11-23';
const right = {
  familyName: '吴',
  givenNames: '梅',
  documentNumber: '11010119900131002X',
  birthDate: '1990-01-31',
  expiryDate: '2035-01-31',
  expires: true,
};

describe('the fields of a document', () => {
  it('are right when they are right', () => {
    expect(problemsOf(right, day)).toEqual({});
  });

  it('must be filled in', () => {
    expect(problemsOf(noFields, day)).toEqual({
      familyName: 'name',
      documentNumber: 'required',
      birthDate: 'required',
      expiryDate: 'required',
    });
  });

  it('may hold one name only, in either place', () => {
    expect(problemsOf({ ...right, familyName: '' }, day)).toEqual({});
    expect(problemsOf({ ...right, givenNames: '' }, day)).toEqual({});
  });

  it('need no date of expiry when the document has none, and then none is sent', () => {
    const forEver = tidy({ ...right, expires: false });
    expect(problemsOf(forEver, day)).toEqual({});
    expect(toSend(forEver)).toEqual({
      familyName: '吴',
      givenNames: '梅',
      documentNumber: '11010119900131002X',
      birthDate: '1990-01-31',
      expiryDate: null,
    });
    expect(typed(toSend(forEver)).expires).toBe(false);
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
