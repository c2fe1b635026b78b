import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attestation } from '../../api/types';
import { Choices } from '../../ui/Choices';
import { Field } from '../../ui/Field';
import { ActionNotice } from '../../ui/ProblemNotice';
import { useAction } from '../../ui/useAction';
import { OneMoreLine } from './OneMoreLine';

type Kind = NonNullable<Attestation['document']>;
type How = NonNullable<Attestation['examined']>[number];

const kinds: readonly Kind[] = [
  'IDENTITY_CARD',
  'PASSPORT',
  'RESIDENCE_PERMIT',
  'DRIVING_LICENCE',
  'OTHER_OFFICIAL_DOCUMENT',
];
/** Beside the security features, which are always examined. */
const more: readonly How[] = ['ULTRAVIOLET_LIGHT', 'MAGNIFIER', 'CHIP_READER', 'REGISTER'];
const names = ['familyName', 'givenNames', 'documentNumber', 'birthDate', 'expiryDate'] as const;
const nothing = { familyName: '', givenNames: '', documentNumber: '', birthDate: '', expiryDate: '' };

interface Props {
  attest: (given: Attestation, signal: AbortSignal) => Promise<void>;
  onDone: () => void;
}

/** What an agent attests about the document and the person before them. */
export function AttestationForm({ attest, onDone }: Props) {
  const { t } = useTranslation();
  const [fields, setFields] = useState(nothing);
  const [kind, setKind] = useState<Kind>('IDENTITY_CARD');
  const [also, setAlso] = useState<readonly How[]>([]);
  const [same, setSame] = useState(false);
  const [tried, setTried] = useState(false);
  const send = useAction(async (signal, given: Attestation) => {
    await attest(given, signal);
    onDone();
  });
  const complete = same && names.every((name) => fields[name].trim() !== '' || mayBeEmpty(name));
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (complete) {
      const { expiryDate, ...others } = fields;
      void send.run({
        ...others,
        expiryDate: expiryDate === '' ? null : expiryDate,
        document: kind,
        examined: ['SECURITY_FEATURES', ...also],
        personIsHolder: true,
      });
    }
  };
  const change = (how: How, on: boolean) =>
    setAlso(more.filter((one) => (one === how ? on : also.includes(one))));
  return (
    <form className="case" onSubmit={submit} noValidate>
      <h3>{t('cases.attended.form')}</h3>
      <Choices
        legend={t('cases.attended.kind')}
        options={kinds}
        chosen={kind}
        onChoose={setKind}
        testId="attest-kind"
      >
        {(one) => t(`cases.attended.kinds.${one}`)}
      </Choices>
      {names.map((name) => (
        <Field
          key={name}
          label={t(`cases.evidence.${name}`)}
          hint={name === 'expiryDate' ? t('cases.attended.expiryHint') : undefined}
          type={name.endsWith('Date') ? 'date' : 'text'}
          value={fields[name]}
          onValue={(value) => setFields((before) => ({ ...before, [name]: value }))}
          autoComplete="off"
          maxLength={name === 'documentNumber' ? 40 : 100}
          data-testid={`attest-${name}`}
        />
      ))}
      <fieldset className="choices">
        <legend>{t('cases.attended.examined')}</legend>
        <label>
          <input type="checkbox" checked disabled />
          <span>{t('cases.attended.how.SECURITY_FEATURES')}</span>
        </label>
        {more.map((how) => (
          <label key={how}>
            <input
              type="checkbox"
              checked={also.includes(how)}
              onChange={(event) => change(how, event.target.checked)}
              data-testid={`attest-${how}`}
            />
            <span>{t(`cases.attended.how.${how}`)}</span>
          </label>
        ))}
      </fieldset>
      <label className="switch">
        <input
          type="checkbox"
          checked={same}
          onChange={(event) => setSame(event.target.checked)}
          data-testid="attest-same"
        />
        <span>{t('cases.attended.same')}</span>
      </label>
      {tried && !complete && (
        <p className="field-error" role="alert">
          {t('cases.attended.incomplete')}
        </p>
      )}
      <ActionNotice action={send} />
      <OneMoreLine problem={send.problem} />
      <div className="buttons">
        <button
          type="submit"
          className="button button-main"
          disabled={send.running}
          data-testid="attest-submit"
        >
          {t('cases.attended.attest')}
        </button>
      </div>
    </form>
  );
}

/** One who has a single name has no given names; some documents never expire. */
function mayBeEmpty(name: (typeof names)[number]): boolean {
  return name === 'expiryDate' || name === 'givenNames';
}
