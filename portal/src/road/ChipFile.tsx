import { useTranslation } from 'react-i18next';
import { sampleFile } from '../api/demo';
import { ChipIcon, FileIcon } from '../ui/icons';
import { ActionNotice } from '../ui/ProblemNotice';
import { useRoad, useRoadAction } from './RoadContext';

/** A document that speaks for itself: the files of its chip, as a reader app on the phone has saved them. */
export function ChipFile() {
  const { t } = useTranslation();
  const { api, demo } = useRoad();
  const send = useRoadAction((signal, chip: Blob) => api.sendChip(chip, signal));
  const sample = useRoadAction(async (signal, url: string) =>
    api.sendChip(await sampleFile(url, signal), signal),
  );
  return (
    <section className="panel chip-files" aria-labelledby="chip-title">
      <h2 id="chip-title">
        <ChipIcon /> {t('chip.title')}
      </h2>
      <p className="quiet">{t('chip.text')}</p>
      <div className="buttons">
        <label className="button button-plain file-button">
          <input
            type="file"
            accept=".zip,.json,application/zip,application/json"
            disabled={send.running || sample.running}
            data-testid="chip-file"
            onChange={(event) => {
              const input = event.currentTarget;
              const file = input.files?.[0];
              if (file !== undefined) {
                void send.run(file);
              }
              // The same file may be chosen again after another one.
              input.value = '';
            }}
          />
          <FileIcon />
          {send.running || sample.running ? t('chip.reading') : t('chip.choose')}
        </label>
        {demo?.samples.map(({ id, label, chipUrl }) => (
          <button
            key={id}
            type="button"
            className="button button-small"
            disabled={send.running || sample.running}
            onClick={() => void sample.run(chipUrl)}
            data-testid={`chip-sample-${id}`}
          >
            {t('chip.sample', { name: label })}
          </button>
        ))}
      </div>
      <ActionNotice action={send} />
      <ActionNotice action={sample} />
    </section>
  );
}
