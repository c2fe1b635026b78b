import { useTranslation } from 'react-i18next';
import { Field } from '../ui/Field';
import {
  longestName,
  longestNumber,
  shortestNumber,
  today,
  type FieldName,
  type FieldProblem,
  type TypedFields,
} from './documentFields';

interface Props {
  fields: TypedFields;
  /** What stands above the fields. */
  legend: string;
  problems: Partial<Record<FieldName, FieldProblem>>;
  onChange: (change: Partial<TypedFields>) => void;
}

/** What is printed on the document, typed. */
export function DocumentForm({ fields, legend, problems, onChange }: Props) {
  const { t } = useTranslation();
  const error = (name: FieldName) => {
    const problem = problems[name];
    const max = name === 'documentNumber' ? longestNumber : longestName;
    return problem === undefined ? undefined : t(`document.problem.${problem}`, { max, min: shortestNumber });
  };
  const now = today(new Date());
  const expired = fields.expires && fields.expiryDate.length === 10 && fields.expiryDate < now;
  return (
    <fieldset className="fields">
      <legend>{legend}</legend>
      <Field
        label={t('document.familyName')}
        value={fields.familyName}
        error={error('familyName')}
        onValue={(familyName) => onChange({ familyName })}
        autoComplete="family-name"
        data-testid="document-family-name"
      />
      <Field
        label={t('document.givenNames')}
        hint={t('document.givenNamesHint')}
        value={fields.givenNames}
        error={error('givenNames')}
        onValue={(givenNames) => onChange({ givenNames })}
        autoComplete="given-name"
        data-testid="document-given-names"
      />
      <Field
        label={t('document.documentNumber')}
        value={fields.documentNumber}
        error={error('documentNumber')}
        onValue={(documentNumber) => onChange({ documentNumber })}
        autoComplete="off"
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        required
        data-testid="document-number"
      />
      <div className="field-pair">
        <Field
          label={t('document.birthDate')}
          type="date"
          value={fields.birthDate}
          min="1900-01-01"
          max={now}
          error={error('birthDate')}
          onValue={(birthDate) => onChange({ birthDate })}
          autoComplete="bday"
          required
          data-testid="document-birth-date"
        />
        <Field
          label={t('document.expiryDate')}
          type="date"
          value={fields.expires ? fields.expiryDate : ''}
          disabled={!fields.expires}
          error={error('expiryDate')}
          warning={expired ? t('document.expired') : undefined}
          onValue={(expiryDate) => onChange({ expiryDate })}
          autoComplete="off"
          required={fields.expires}
          data-testid="document-expiry-date"
        />
      </div>
      <label className="switch">
        <input
          type="checkbox"
          checked={!fields.expires}
          onChange={(event) => onChange({ expires: !event.target.checked })}
          data-testid="document-no-expiry"
        />
        {t('document.noExpiry')}
      </label>
    </fieldset>
  );
}
