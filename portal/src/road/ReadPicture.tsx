import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionNotice } from '../ui/ProblemNotice';
import { FileButton } from './FileButton';
import { useRoadAction, useRoad } from './RoadContext';

/** Lets the picture be read instead of typing what is printed; a card may need its other side, too. */
export function ReadPicture({ picture }: { picture: Blob }) {
  const { t } = useTranslation();
  const { api } = useRoad();
  const [other, setOther] = useState<Blob | null>(null);
  const read = useRoadAction((signal) =>
    api.sendPages(other === null ? [picture] : [picture, other], signal),
  );
  return (
    <section className="panel" aria-labelledby="read-title">
      <h2 id="read-title">{t('print.title')}</h2>
      <p className="quiet">{t('print.text')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button"
          disabled={read.running}
          onClick={() => void read.run()}
          data-testid="document-read"
        >
          {read.running ? t('print.reading') : t('print.read')}
        </button>
        <FileButton
          testId="document-other-side"
          label={other === null ? t('print.otherSide') : t('print.otherSideGiven')}
          onPicture={(side) => {
            setOther(side);
            read.forget();
          }}
        />
      </div>
      <ActionNotice action={read} />
    </section>
  );
}
