/** Small drawn signs. They repeat what a text beside them says, so they are hidden from screen readers. */
import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const AlertIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7.5v5.5M12 16.4v.1" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m5 12.5 4.5 4.5L19 7.5" />
  </Icon>
);

export const ChipIcon = () => (
  <Icon>
    <rect x="4" y="6.5" width="16" height="11" rx="2.5" />
    <path d="M4 10.2h5.2v3.6H4M20 10.2h-5.2v3.6H20M12 6.5v11" />
  </Icon>
);

export const WalletIcon = () => (
  <Icon>
    <path d="M4 7.5h14.5v11H4zM4 7.5 15.5 4v3.5" />
    <path d="M18.5 11h-4v4h4" />
  </Icon>
);

export const CameraIcon = () => (
  <Icon>
    <path d="M4 8.5h3.2L8.8 6h6.4l1.6 2.5H20v10H4z" />
    <circle cx="12" cy="13" r="3.3" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M12 15V5m0 0L8 9m4-4 4 4M5 15v4h14v-4" />
  </Icon>
);

export const PersonIcon = () => (
  <Icon>
    <circle cx="12" cy="8.2" r="3.7" />
    <path d="M5 20c.6-4 3.3-6 7-6s6.4 2 7 6" />
  </Icon>
);

export const ScanIcon = () => (
  <Icon>
    <path d="M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5" />
    <ellipse cx="12" cy="12" rx="3.6" ry="4.7" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="9" />
    <path d="M12 7v5l3.5 2" />
  </Icon>
);

export const ShieldIcon = () => (
  <Icon>
    <path d="M12 3.5 5 6v5.5c0 4.3 2.9 7.5 7 9 4.1-1.5 7-4.7 7-9V6z" />
    <path d="m9 12 2.2 2.2L15.2 10" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon>
    <path d="m7 7 10 10M17 7 7 17" />
  </Icon>
);

export const MobileIcon = () => (
  <Icon>
    <rect x="7" y="3" width="10" height="18" rx="2.4" />
    <path d="M11 17.8h2" />
  </Icon>
);

export const FixedIcon = () => (
  <Icon>
    <path d="M8.2 4.5 5.5 5.7c-.7.3-1 1-1 1.8.5 6.5 5.5 11.5 12 12 .8 0 1.5-.3 1.8-1l1.2-2.7-4-2.3-1.9 1.7a11 11 0 0 1-4.8-4.8l1.7-1.9z" />
  </Icon>
);

export const InternetIcon = () => (
  <Icon>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17" />
  </Icon>
);

export const ArrowIcon = () => (
  <Icon>
    <path d="M5 12h14m-5.5-5.5L19 12l-5.5 5.5" />
  </Icon>
);
