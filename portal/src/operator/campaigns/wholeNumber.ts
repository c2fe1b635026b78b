/** A whole number as people write it, with or without spaces; null for anything else or what is out of range. */
export function wholeNumber(text: string, least: number, most: number): number | null {
  const plain = text.replace(/[\s,]/g, '');
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : null;
  return number === null || number < least || number > most ? null : number;
}
