/** An N drawn as one line between two points: one to one. */
export function Logo() {
  return (
    <svg className="logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect className="logo-ground" width="40" height="40" rx="11" />
      <path className="logo-line" d="M12 29V13.5c0-1.6 2-2.3 3-1.1l10 14.2c1 1.2 3 .5 3-1.1V11" />
      <circle className="logo-end" cx="12" cy="29" r="3.6" />
      <circle className="logo-end" cx="28" cy="11" r="3.6" />
    </svg>
  );
}
