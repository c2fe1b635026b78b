import type { Service } from '../api/types';
import { FixedIcon, InternetIcon, MobileIcon } from './icons';

export function ServiceIcon({ service }: { service: Service }) {
  switch (service) {
    case 'MOBILE':
      return <MobileIcon />;
    case 'FIXED':
      return <FixedIcon />;
    case 'INTERNET':
      return <InternetIcon />;
  }
}
