import { render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { SandboxBanner } from './SandboxBanner';

afterEach(() => {
  document.head.innerHTML = '';
});

test('a page of a sandbox says that it is one', () => {
  document.head.innerHTML = '<meta name="namesake-sandbox" content="true">';
  render(<SandboxBanner />);
  expect(screen.getByText(/the people here are made up/)).toBeInTheDocument();
});

test('any other page says nothing of the kind', () => {
  const { container } = render(<SandboxBanner />);
  expect(container).toBeEmptyDOMElement();
});
