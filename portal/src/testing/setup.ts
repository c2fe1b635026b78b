import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { startTexts } from '../i18n';

beforeAll(() => {
  // A machine that builds other things at the same time is slow, not wrong.
  configure({ asyncUtilTimeout: 5000 });
  startTexts();
});

beforeEach(async () => {
  const { default: i18next } = await import('i18next');
  sessionStorage.clear();
  localStorage.clear();
  await i18next.changeLanguage('en');
  // What jsdom lacks and the pages use.
  window.scrollTo = () => undefined;
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
