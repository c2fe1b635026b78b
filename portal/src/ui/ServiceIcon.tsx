import type { Service } from '../api/types';
import { FixedIcon, InternetIcon, MobileIcon, PersonIcon } from './icons';

/** Null stands for a person who asks for no line. */
export function ServiceIcon({ service }: { service: Service | null }) {
  switch (service) {
    case 'MOBILE':
      return <MobileIcon />;
    case 'FIXED':
      return <FixedIcon />;
    case null:
      return <PersonIcon />;
    case 'INTERNET':
      return <InternetIcon />;
  }
}
