import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MyLine } from '../api/types';
import { ServiceIcon } from '../ui/ServiceIcon';
import { HandOver } from './HandOver';
import { LineFacts } from './LineFacts';
import { Lost } from './Lost';
import { NotMine } from './NotMine';
import { NotNeeded } from './NotNeeded';
import { SomebodyElse } from './SomebodyElse';

type Wish = 'notMine' | 'lost' | 'found' | 'someone' | 'handOver' | 'notNeeded';

/** One line with what can be done about it. One question at a time. */
export function LineCard({ line }: { line: MyLine }) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<Wish | null>(null);
  const openers = useRef(new Map<Wish, HTMLButtonElement>());
  const disputed = line.underWay.some(({ kind }) => kind === 'DISPUTE');
  const close = () => {
    const opener = wish === null ? undefined : openers.current.get(wish);
    setWish(null);
    opener?.focus();
  };
  const lost = line.underWay.some(({ kind }) => kind === 'LOST');
  // What is in a wall can be cut, and not be lost.
  const mayBeLost = line.service !== 'FIXED';
  const wishes: Wish[] = [
    ...(disputed ? [] : (['notMine'] as const)),
    ...(lost ? (['found'] as const) : mayBeLost ? (['lost'] as const) : []),
    'someone',
    ...(disputed ? [] : (['handOver', 'notNeeded'] as const)),
  ];
  const words = (one: Wish) =>
    one === 'someone' && line.user !== null ? t('myLines.someone.change') : t(`myLines.${one}.open`);
  return (
    <li className="panel line-card" data-testid="my-line" data-line={line.line} data-status={line.status}>
      <header className="line-head">
        <ServiceIcon service={line.service} />
        <div>
          <h3>{line.line}</h3>
          <small>{t(`service.${line.service}`)}</small>
        </div>
        <span className="chip" data-state={line.status}>
          {t(`myLines.status.${line.status}`)}
        </span>
      </header>
      <LineFacts line={line} />
      <div className="buttons">
        {wishes.map((one) => (
          <button
            key={one}
            type="button"
            className="button button-small"
            aria-expanded={wish === one}
            onClick={() => setWish(wish === one ? null : one)}
            ref={(button) => {
              if (button !== null) {
                openers.current.set(one, button);
              }
            }}
            data-testid={`wish-${one}`}
          >
            {words(one)}
            <span className="unseen"> {line.line}</span>
          </button>
        ))}
      </div>
      {wish === 'notMine' && !disputed && <NotMine line={line} onClose={close} />}
      {(wish === 'lost' || wish === 'found') && <Lost line={line} back={wish === 'found'} onClose={close} />}
      {wish === 'someone' && <SomebodyElse line={line} onClose={close} onDone={() => setWish(null)} />}
      {wish === 'handOver' && <HandOver line={line} onClose={close} />}
      {wish === 'notNeeded' && <NotNeeded line={line} onClose={close} />}
    </li>
  );
}
