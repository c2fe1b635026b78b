import { useTranslation } from 'react-i18next';
import { sampleFile } from '../api/demo';
import type { Sample } from '../api/types';
import { ActionNotice } from '../ui/ProblemNotice';
import { useAction } from '../ui/useAction';
import { useRoad } from './RoadContext';

interface Props {
  what: 'document' | 'selfie';
  onPicture: (picture: Blob, sample: Sample) => void;
}

/** In the demo: made-up applicants whose pictures can be given instead of one's own. */
export function SamplePicker({ what, onPicture }: Props) {
  const { t } = useTranslation();
  const { demo, draft } = useRoad();
  const fetching = useAction(async (signal, sample: Sample) => {
    const url = what === 'document' ? sample.documentUrl : sample.selfieUrl;
    onPicture(await sampleFile(url, signal), sample);
  });
  if (demo === null || demo.samples.length === 0) {
    return null;
  }
  return (
    <div className="samples" role="group" aria-labelledby={`samples-${what}`} data-testid={`${what}-samples`}>
      <h2 id={`samples-${what}`}>{t('sample.title')}</h2>
      <p>{t(`sample.${what}`)}</p>
      <div className="samples-row">
        {demo.samples.map((sample) => (
          <button
            key={sample.id}
            type="button"
            className="sample"
            aria-pressed={what === 'document' ? draft.sampleId === sample.id : undefined}
            disabled={fetching.running}
            onClick={() => void fetching.run(sample)}
            data-testid={`${what}-sample-${sample.id}`}
          >
            <img src={what === 'document' ? sample.documentUrl : sample.selfieUrl} alt="" loading="lazy" />
            <span>
              {sample.label}
              {what === 'selfie' && draft.sampleId === sample.id && <small> {t('sample.same')}</small>}
            </span>
          </button>
        ))}
      </div>
      <ActionNotice action={fetching} />
    </div>
  );
}
