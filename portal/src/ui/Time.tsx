import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { absoluteTime, relativeTime } from '../i18n/time';

/** An instant in both ways: how long ago, and exactly when. */
export function Time({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = useNow();
  return (
    <time className="time" dateTime={at}>
      <span>{relativeTime(at, now, i18n.language)}</span> <small>{absoluteTime(at, i18n.language)}</small>
    </time>
  );
}

/** The current time, milliseconds since the epoch, moving on every five seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
