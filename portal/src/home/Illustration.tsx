/** A document and a phone, with one line between the two faces. Decoration: the text beside it says the same. */
export function Illustration() {
  return (
    <svg className="illustration" viewBox="0 0 360 240" aria-hidden="true" focusable="false">
      <circle className="art-glow" cx="190" cy="120" r="112" />
      <g className="art-card">
        <rect x="18" y="74" width="176" height="112" rx="14" />
        <rect className="art-portrait" x="34" y="94" width="58" height="72" rx="8" />
        <g className="art-face">
          <circle cx="63" cy="120" r="13" />
          <path d="M41 166c2-18 10-27 22-27s20 9 22 27z" />
        </g>
        <path className="art-text" d="M108 104h66M108 122h50M108 140h58M108 158h34" />
      </g>
      <g className="art-phone">
        <rect x="226" y="26" width="108" height="190" rx="20" />
        <rect className="art-screen" x="235" y="36" width="90" height="170" rx="12" />
        <ellipse className="art-oval" cx="280" cy="108" rx="31" ry="41" />
        <g className="art-face">
          <circle cx="280" cy="99" r="16" />
          <path d="M255 146c2-20 12-28 25-28s23 8 25 28c-7 3-43 3-50 0z" />
        </g>
        <path className="art-button" d="M262 184h36" />
      </g>
      <path className="art-link" d="M92 120C140 60 200 66 248 104" />
      <circle className="art-node" cx="92" cy="120" r="6" />
      <circle className="art-node" cx="248" cy="104" r="6" />
    </svg>
  );
}
