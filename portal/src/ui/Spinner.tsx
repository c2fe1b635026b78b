/** Something is under way; the words say what. */
export function Spinner({ children }: { children: string }) {
  return (
    <p className="spinner" role="status">
      <span className="spinner-ring" aria-hidden="true" />
      {children}
    </p>
  );
}
