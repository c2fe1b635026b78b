import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import { ActionNotice } from '../ui/ProblemNotice';
import { useVisit, useVisitAction } from './VisitContext';

const names = ['name', 'registrationNumber', 'country'] as const;
const nothing = { name: '', registrationNumber: '', country: '' };

/** Asks to act for an organisation; a person of the operator compares it with an extract of its register. */
export function NewOrganisation() {
  const { t } = useTranslation();
  const { api } = useVisit();
  const [fields, setFields] = useState(nothing);
  const [tried, setTried] = useState(false);
  const add = useVisitAction(
    async (signal) => {
      const { name, registrationNumber, country } = fields;
      const wanted = {
        name: name.trim(),
        registrationNumber: registrationNumber.trim(),
        country: country.trim().toUpperCase(),
      };
      await api.registerOrganisation(wanted, signal);
      setFields(nothing);
      setTried(false);
    },
    () => t('organisations.done'),
  );
  const wrong = (field: (typeof names)[number]) =>
    field === 'country' ? !/^[a-z]{2}$/i.test(fields.country.trim()) : fields[field].trim() === '';
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (!names.some(wrong)) {
      void add.run();
    }
  };
  return (
    <details className="more">
      <summary data-testid="organisation-open">{t('organisations.add')}</summary>
      <form className="case" onSubmit={submit} noValidate>
        {names.map((field) => (
          <Field
            key={field}
            label={t(`organisations.field.${field}`)}
            hint={t(`organisations.hint.${field}`)}
            value={fields[field]}
            onValue={(value) => setFields((before) => ({ ...before, [field]: value }))}
            maxLength={field === 'country' ? 2 : 200}
            autoComplete="off"
            error={tried && wrong(field) ? t(`organisations.wrong.${field}`) : undefined}
            data-testid={`organisation-${field}`}
          />
        ))}
        <ActionNotice action={add} />
        <div className="buttons">
          <button type="submit" className="button" disabled={add.running} data-testid="organisation-submit">
            {t('organisations.submit')}
          </button>
        </div>
      </form>
    </details>
  );
}
